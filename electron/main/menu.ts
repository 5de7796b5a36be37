import { app, BrowserWindow, Menu, shell, type MenuItemConstructorOptions } from 'electron';
import type { Command } from '../../shared/contract/desktop-contract.ts';
import { showWindow } from './window.ts';

const isMac = process.platform === 'darwin';

/** Gives the app its menu. `journal` is the path of the journal file. */
export function setMenu(journal: string): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(journal)));
}

function template(journal: string): MenuItemConstructorOptions[] {
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        command('New Entry', 'entry.new', 'CmdOrCtrl+N'),
        command('Export Packet…', 'packet.export', 'CmdOrCtrl+Shift+E'),
        { type: 'separator' },
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    { label: '&View', submenu: viewItems() },
    { role: 'windowMenu' },
    { role: 'help', submenu: [{ label: 'Show Journal File', click: () => shell.showItemInFolder(journal) }] },
  ];
}

function viewItems(): MenuItemConstructorOptions[] {
  return [
    command('Journal', 'go.journal', 'CmdOrCtrl+1'),
    command('Criteria', 'go.criteria', 'CmdOrCtrl+2'),
    command('Packet', 'go.packet', 'CmdOrCtrl+3'),
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
  return {
    label,
    accelerator,
    click: () => {
      showWindow();
      BrowserWindow.getAllWindows()[0]?.webContents.send('rung:command', id);
    },
  };
}
