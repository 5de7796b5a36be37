import { contextBridge, ipcRenderer } from 'electron';
import type { Command, DesktopBridge } from '../../shared/contract/desktop-contract.ts';
import type { Reply } from '../../shared/contract/errors.ts';
import { createPortClient } from './port-client.ts';

const journal = createPortClient();
let hearCommand: (command: Command) => void = () => {};

ipcRenderer.on('rung:port', ({ ports: [port] }) => port && journal.usePort(port));
ipcRenderer.on('rung:gave-up', (_event, words: string) => journal.giveUp(words));
ipcRenderer.on('rung:command', (_event, command: Command) => hearCommand(command));

const bridge: DesktopBridge = {
  request: (method, input) => journal.request(method, input),
  desktop: (method, input) => ask('rung:desktop', { method, input }),
  onCommand(listener) {
    hearCommand = listener;
  },
};

contextBridge.exposeInMainWorld('rung', bridge);
void ask('rung:connect', {});

async function ask(channel: 'rung:desktop' | 'rung:connect', input: unknown): Promise<Reply> {
  try {
    return (await ipcRenderer.invoke(channel, input)) as Reply;
  } catch {
    return { ok: false, error: { code: 'bug', message: 'The window could not be asked.' } };
  }
}
