import { openCore } from '../core/open-core.ts';
import { servePort } from './serve-port.ts';
import { tendJournal } from './tend-journal.ts';

/** Milliseconds for the last words of closing pages, which come through their own ports. */
const LAST_WORDS = 150;

const [path = '', knownJournals = ''] = process.argv.slice(2);
const core = openCore({ path, knownJournals, checksOutput: process.env['RUNG_CHECKS_OUTPUT'] === '1' });

tendJournal(core);

process.parentPort.on('message', ({ data, ports }: { data: unknown; ports: Electron.MessagePortMain[] }) => {
  for (const port of ports) servePort(port, core.serve);
  if (data === 'close') setTimeout(closeJournal, LAST_WORDS);
});

// A stop from outside (the system shutting down, a terminal closing) closes the journal too.
process.on('SIGTERM', closeJournal);

function closeJournal(): void {
  core.close();
  process.exit(0);
}
