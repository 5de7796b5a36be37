import { app, Menu, shell, type MenuItemConstructorOptions } from 'electron';
import type { Command } from '../../shared/contract/desktop-contract.ts';
import { sendCommand } from './window.ts';

const isMac = process.platform === 'darwin';

interface MenuOptions {
  /** The path of the journal file. */
  journal: string;
  onCapture: () => void;
}

/** Gives the app its menu. */
export function setMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(options)));
}

function template({ journal, onCapture }: MenuOptions): MenuItemConstructorOptions[] {
  return [
    ...(isMac ? [{ label: app.name, submenu: macItems() }] : []),
    {
      label: '&File',
      submenu: [
        command('New Entry', 'entry.new', 'CmdOrCtrl+N'),
        { label: 'Quick Capture', click: onCapture },
        { type: 'separator' },
        command('Export Packet…', 'packet.export', 'CmdOrCtrl+Shift+E'),
        { type: 'separator' },
        ...(isMac ? [] : [settings(), { type: 'separator' as const }]),
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu', submenu: editItems() },
    { label: '&View', submenu: viewItems() },
    { role: 'windowMenu' },
    { role: 'help', submenu: [{ label: 'Show Journal File', click: () => shell.showItemInFolder(journal) }] },
  ];
}

function macItems(): MenuItemConstructorOptions[] {
  return [
    { role: 'about' },
    { type: 'separator' },
    settings(),
    { type: 'separator' },
    { role: 'services' },
    { type: 'separator' },
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    { type: 'separator' },
    { role: 'quit' },
  ];
}

function editItems(): MenuItemConstructorOptions[] {
  return [
    { role: 'undo' },
    { role: 'redo' },
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'pasteAndMatchStyle' },
    { role: 'delete' },
    { role: 'selectAll' },
    { type: 'separator' },
    command('Find in Journal', 'find.open', 'CmdOrCtrl+F'),
  ];
}

function settings(): MenuItemConstructorOptions {
  return command('Settings…', 'go.settings', 'CmdOrCtrl+,');
}

function viewItems(): MenuItemConstructorOptions[] {
  return [
    command('Journal', 'go.journal', 'CmdOrCtrl+1'),
    command('Criteria', 'go.criteria', 'CmdOrCtrl+2'),
    command('Packet', 'go.packet', 'CmdOrCtrl+3'),
    { type: 'separator' },
    command('Command Palette…', 'palette.open', 'CmdOrCtrl+K'),
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(app.isPackaged ? [] : [{ role: 'reload' as const }, { role: 'toggleDevTools' as const }]),
  ];
}

/** A menu line the page answers. On macOS the menu outlives the window. */
function command(label: string, id: Command, accelerator: string): MenuItemConstructorOptions {
  return { label, accelerator, click: () => sendCommand(id) };
}
