import type { Serve } from '../../shared/contract/serve.ts';

/** Not at once: the first minute belongs to whoever opened the app. */
const FIRST_AFTER = 60_000;
const EVERY = 10 * 60_000;

/**
 * Sees now and then whether a backup is due, as long as this process serves the journal. What goes wrong is told on
 * standard error and tried again next time; the journal itself is not touched by it.
 */
export function tendJournal(serve: Serve): void {
  const tend = () => {
    const reply = serve('backups.tend', {});
    // No journal yet is no fault.
    if (!reply.ok && reply.error.code !== 'not-found')
      console.error(`rung: no backup was made: ${reply.error.message}`);
  };
  setTimeout(() => {
    tend();
    setInterval(tend, EVERY).unref();
  }, FIRST_AFTER).unref();
}
