import { protocol } from 'electron';
import { join } from 'node:path';
import { answerInWords, answerWithPageFile } from '../files/page-file.ts';
import { isOwnAddress } from './origin.ts';

const page = join(import.meta.dirname, '..', 'renderer');

/** Makes `app://rung/` an origin like an https one. Has to run before Electron is ready. */
export function registerPageProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers `app://rung/…` from the built page, and nothing else. */
export function servePage(): void {
  protocol.handle('app', ({ method, url }) => {
    if (method !== 'GET' || !isOwnAddress(url)) return answerInWords(404, 'There is nothing at this address.');
    return answerWithPageFile(page, new URL(url).pathname);
  });
}
