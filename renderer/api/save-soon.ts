/** Milliseconds without a key after which typing is saved. */
const QUIET = 250;
/** Milliseconds after which it is saved even while typing goes on. */
const CEILING = 1_000;
/** Milliseconds until a save that failed is tried again. */
const RETRY = 2_000;

/** Saves the newest of many changes, soon. */
export interface SaveSoon<Value> {
  /** From now, at most a second passes until this value, or a newer one, is handed to `save`. */
  schedule: (value: Value) => void;
  /** Saves what waits, at once; settles when nothing is under way any more. */
  flush: () => Promise<void>;
  /** Forgets what waits; settles when a save that was under way has ended. */
  cancel: () => Promise<void>;
  /** Whether a value is not saved yet. */
  isWaiting: () => boolean;
}

/** Keeps typing safe: `save` gets the newest value, one call at a time, again and again until it succeeds. */
export function createSaveSoon<Value>(
  save: (value: Value) => Promise<void>,
  onResult: (problem: unknown) => void = () => {},
): SaveSoon<Value> {
  let waiting: { value: Value; since: number } | null = null;
  let underWay: Promise<void> = Promise.resolve();
  let isSaving = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const saveWaiting = async (): Promise<void> => {
    if (!waiting) return;
    const { value } = waiting;
    waiting = null;
    isSaving = true;
    try {
      await save(value);
      onResult(null);
    } catch (problem) {
      onResult(problem);
      waiting ??= { value, since: Date.now() };
      startTimer(RETRY);
    } finally {
      isSaving = false;
    }
  };
  const run = (): Promise<void> => {
    clearTimeout(timer);
    underWay = underWay.then(saveWaiting);
    return underWay;
  };
  const startTimer = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), delay);
  };

  return {
    schedule(value) {
      const since = waiting?.since ?? Date.now();
      waiting = { value, since };
      startTimer(Math.max(0, Math.min(QUIET, since + CEILING - Date.now())));
    },
    flush: run,
    isWaiting: () => waiting !== null || isSaving,
    async cancel() {
      clearTimeout(timer);
      waiting = null;
      await underWay;
      // A save that failed meanwhile has put its value back to be tried again.
      clearTimeout(timer);
      waiting = null;
    },
  };
}
