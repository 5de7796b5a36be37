import { Command } from 'commander';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RungError } from '../../../shared/contract/errors.ts';
import type { Request } from '../../../shared/contract/client.ts';
import { presetToPeriod } from '../../../shared/domain/period-preset.ts';
import { systemClock } from '../../core/clock.ts';
import { writeFileDurable } from '../../files/durable-file.ts';
import { findHome } from '../../files/home.ts';
import { makeFolder } from '../../files/make-folder.ts';
import { printJson, printText } from '../output.ts';
import { findJournal, withJournal, type GlobalOptions } from '../with-journal.ts';

interface DemoOptions extends GlobalOptions {
  reset?: boolean;
}

/** The file that tells a demo journal from a real one: only what carries it is ever reset. */
const MARK = 'this-is-a-demo';

/** `rung demo`: a believable year of entries, in a home of its own. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('make a journal with a believable year of entries, in a home of its own')
    .option('--reset', 'begin the demo journal anew')
    .addHelpText('after', '\nExample:\n  rung demo\n  RUNG_HOME=/tmp/rung-demo rung demo --reset')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<DemoOptions>();
      const journal = options.journal ?? demoJournal();
      if (options.reset) removeDemo(journal);
      const wasThere = existsSync(journal);
      if (wasThere) assertDemo(journal);
      else await createDemo(journal);
      if (options.json) printJson({ path: journal, created: !wasThere });
      else
        printText(
          `${wasThere ? 'The demo journal is there already' : 'Made the demo journal'}: ${journal}\nOpen it with: RUNG_HOME=${dirname(journal)} rung serve --open`,
        );
    });
}

/** With RUNG_HOME set, the journal there; else one beside the real home, never in it. */
function demoJournal(): string {
  const home = findHome();
  return process.env['RUNG_HOME'] ? home.journal : join(`${home.folder}-demo`, 'journal.sqlite');
}

async function createDemo(journal: string): Promise<void> {
  makeFolder(dirname(journal));
  await withJournal({ journal }, async (request) => {
    await request('journal.create', { evenIfOneWasHere: true });
    await fillDemo(request);
  });
  writeFileDurable(markOf(journal), 'A demo journal made by "rung demo". It can be deleted.\n');
}

async function fillDemo(request: Request): Promise<void> {
  // Loaded here, so that no other command waits for a year of text.
  const { demoDrafts, demoPacket, demoPeople, demoProfile } = await import('../../core/demo-journal.ts');
  await request('entries.createMany', demoDrafts(systemClock.today()));
  for (const person of demoPeople) {
    // One connection: the order costs nothing.
    await request('people.save', person);
  }
  await request('profile.save', demoProfile);
  await request('packet.save', { ...demoPacket, citations: await readCitations(request) });
}

/** The demo's case was written beside the packet that it belongs to: its numbers are that packet's. */
async function readCitations(request: Request): Promise<Record<string, string>> {
  const { demoPacket } = await import('../../core/demo-journal.ts');
  const period = presetToPeriod('last-12-months', systemClock.today());
  const { audience, theCase } = demoPacket;
  return (await request('packet.export', { audience, theCase, period })).citations;
}

function removeDemo(journal: string): void {
  if (!existsSync(journal)) return;
  assertDemo(journal);
  for (const end of ['', '-wal', '-shm']) rmSync(journal + end, { force: true });
}

function assertDemo(journal: string): void {
  if (existsSync(markOf(journal))) return;
  throw new RungError(
    'conflict',
    `${findJournal({ journal }).path} is not a demo journal and was left as it is. Set RUNG_HOME to an empty folder.`,
  );
}

function markOf(journal: string): string {
  return join(dirname(journal), MARK);
}
