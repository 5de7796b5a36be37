import { app } from 'electron';

/** What opens quick capture from a terminal, or bound to a key by the desktop itself: this install, this home. */
export function captureCommand(): string {
  const home = process.env['RUNG_HOME'];
  return [
    ...(home && process.platform !== 'win32' ? ['env', quote(`RUNG_HOME=${home}`)] : []),
    quote(process.env['APPIMAGE'] ?? process.execPath),
    ...(process.argv.includes('--no-sandbox') ? ['--no-sandbox'] : []),
    ...(app.isPackaged ? [] : [quote(app.getAppPath())]),
    '--capture',
  ].join(' ');
}

function quote(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return process.platform === 'win32' ? `"${word}"` : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
