import type { Handlers } from '../../shared/contract/contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import type { JournalCheck } from '../../shared/domain/journal.ts';
import { rescuedMethods, rescueToText } from '../../shared/domain/rescued-methods.ts';
import { findRescuesOf, keepRescue, settleRescues } from '../files/rescue-file.ts';
import type { Clock } from './clock.ts';

interface RescueOptions {
  journal: string;
  /** Where the files go, tried in this order. */
  folders: readonly string[];
  clock: Clock;
  /** Whether nothing can be typed here in the first place. */
  isReadOnly: () => boolean;
}

/**
 * The handlers, such that text which could not be saved is kept in a file elsewhere, which the error names, until it is.
 * What is refused for what it says is not: it stands where it was typed, and trying again would not help.
 */
export function withRescue(handlers: Handlers, options: RescueOptions): Handlers {
  const guarded = rescuedMethods.map((method) => {
    const handle = handlers[method] as (input: unknown) => unknown;
    return [method, (input: unknown) => saveOrKeep(method, input, handle, options)];
  });
  return {
    ...handlers,
    ...(Object.fromEntries(guarded) as Partial<Handlers>),
    'journal.check': (input) => [...handlers['journal.check'](input), checkRescues(options)],
    'journal.repair': (input) => [...handlers['journal.repair'](input), checkRescues(options)],
  };
}

function saveOrKeep(
  method: string,
  input: unknown,
  handle: (input: unknown) => unknown,
  options: RescueOptions,
): unknown {
  const unsaved = { journal: options.journal, method, input };
  try {
    const value = handle(input);
    settleRescues(options.folders, unsaved);
    return value;
  } catch (error) {
    if (!(error instanceof RungError) || !FAILURES.includes(error.code) || options.isReadOnly()) throw error;
    throw new RungError(
      error.code,
      `${error.message} ${rescueToText(keepRescue(options.folders, unsaved, options.clock.now()))}`,
    );
  }
}

const FAILURES: readonly string[] = ['storage', 'unavailable'];

function checkRescues({ folders, journal }: RescueOptions): JournalCheck {
  const files = findRescuesOf(folders, journal);
  const isOk = files.length === 0;
  const message = isOk
    ? 'No text waits outside the journal to be saved.'
    : `Text that could not be saved waits in ${files.join(', ')}.`;
  return { id: 'rescued', isOk, message };
}
