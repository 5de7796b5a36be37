import type { Core } from '../core/open-core.ts';
import { sweepReadingCopies } from '../core/place/reading-copy.ts';

/** Milliseconds until the journal is looked over: the first window is painted by then. */
const LOOK_AFTER = 2_000;
/** Not at once: the first minute belongs to whoever opened the app. */
const FIRST_AFTER = 60_000;
const EVERY = 10 * 60_000;

/**
 * Looks the journal over once where that is due, and sees now and then whether a backup is due, as long as this process serves the journal. What goes wrong is told on
 * standard error and tried again next time; the journal itself is not touched by it.
 */
export function tendJournal(core: Pick<Core, 'serve' | 'lookOver'>): void {
  setTimeout(() => {
    core.lookOver();
    sweepReadingCopies();
  }, LOOK_AFTER).unref();
  const tend = async () => {
    const reply = await core.serve('backups.tend', {});
    // No journal yet is no fault.
    if (!reply.ok && reply.error.code !== 'not-found')
      console.error(`rung: no backup was made: ${reply.error.message}`);
  };
  setTimeout(() => {
    void tend();
    setInterval(() => void tend(), EVERY).unref();
  }, FIRST_AFTER).unref();
}
