import {
  contract,
  type CheckedInput,
  type Handlers,
  type HandlersOf,
  type Method,
} from '../../shared/contract/contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import { serve, type Serve } from '../../shared/contract/serve.ts';
import type { JournalStatus } from '../../shared/domain/journal.ts';
import { backupHandlers } from './backups.ts';
import { checkJournal, repairJournal } from './check-journal.ts';
import { systemClock, type Clock } from './clock.ts';
import { DamageError } from './damage.ts';
import { coverageHandlers } from './coverage.ts';
import { criterionMarkHandlers } from './criterion-marks.ts';
import { countEntries } from './db/entries-sql.ts';
import { dayHandlers } from './days.ts';
import { diskErrorToWords } from './disk-error.ts';
import { draftHandlers } from './drafts.ts';
import { entryHandlers } from './entries.ts';
import { evidenceHandlers } from './evidence.ts';
import { filterHandlers } from './filters.ts';
import { findHandlers as searchHandlers } from './find.ts';
import { goalHandlers } from './goals.ts';
import { JournalAt } from './journal-at.ts';
import { readVersion, type Journal } from './journal.ts';
import { ladderHandlers } from './ladder.ts';
import { nameHandlers } from './names.ts';
import { packetHandlers } from './packet.ts';
import { peopleHandlers } from './people.ts';
import { findRescueFolders } from '../files/rescue-file.ts';
import { readFileSystemType, type ReadFileSystemType } from './place/find-place.ts';
import { profileHandlers } from './profile.ts';
import { reminderHandlers } from './reminder.ts';
import { withRescue } from './rescue.ts';
import { reviewHandlers } from './review.ts';
import { rubricHandlers } from './rubric.ts';
import { signalHandlers } from './signals.ts';
import { trashHandlers } from './trash.ts';

export interface CoreOptions {
  /** The journal file. It is opened if it exists, and created only by `journal.create`. */
  path: string;
  /** The file that remembers which journals were here before (see {@link Home}). */
  knownJournals: string;
  clock?: Clock;
  /** Checks every answer against the contract: development and tests. */
  checksOutput?: boolean;
  /** How the type of the file system under the journal is read. */
  readType?: ReadFileSystemType;
  /** Opens the journal for reading only, in a copy: not even a newer Rung's is touched. */
  viewsOnly?: boolean;
  /** Looks a journal over before the first answer when its last user was cut off. For whoever asks once and leaves. */
  looksAtOnce?: boolean;
  /** Where text goes that the journal did not take. */
  rescueFolders?: readonly string[];
}

/** The core, open: it answers the contract until it is closed. */
export interface Core {
  serve: Serve;
  /** Looks the journal over where that is due. It reads the whole file: not before the first window is painted. */
  lookOver(): void;
  close(): void;
}

/** Opens the core on a journal file. Never throws: a journal that cannot be opened is told by `journal.status`. */
export function openCore({ checksOutput = false, rescueFolders = findRescueFolders(), ...options }: CoreOptions): Core {
  const { clock = systemClock } = options;
  const at = new JournalAt({
    clock,
    readType: readFileSystemType,
    viewsOnly: false,
    looksAtOnce: false,
    ...options,
  });
  const rescue = { journal: options.path, folders: rescueFolders, clock, isReadOnly: () => at.isReadOnly };
  return {
    serve: serve(withRescue(inWords(placeHandlers(at, clock)), rescue), { checksOutput }),
    lookOver: () => at.lookOver(),
    close: () => at.close(),
  };
}

/** What the disk refuses is told in words, wherever it happens. */
function inWords(handlers: Handlers): Handlers {
  const told = Object.entries(handlers).map(([method, handle]) => [method, toldInWords(handle)] as const);
  return Object.fromEntries(told) as Handlers;
}

function toldInWords(handle: (input: never) => unknown): (input: never) => unknown {
  return (input) => {
    try {
      const value = handle(input);
      if (!(value instanceof Promise)) return value;
      return value.catch((error: unknown) => {
        throw diskErrorToWords(error);
      });
    } catch (error) {
      throw diskErrorToWords(error);
    }
  };
}

/** The checks that fail only where something that was written is damaged. */
const DAMAGE_CHECKS: readonly string[] = ['pages', 'versions', 'entries'];

/** What is answered by where the journal is, open or not. */
type PlaceMethod =
  keyof HandlersOf<'backups'> | 'journal.status' | 'journal.create' | 'journal.view' | 'journal.salvage';

const handlersOf = new WeakMap<Journal, Omit<Handlers, PlaceMethod>>();

/** The handlers of an open journal, made once. */
function findHandlers(journal: Journal): Omit<Handlers, PlaceMethod> {
  let handlers = handlersOf.get(journal);
  if (!handlers) handlersOf.set(journal, (handlers = journalToHandlers(journal)));
  return handlers;
}

function journalToHandlers(journal: Journal): Omit<Handlers, PlaceMethod> {
  return {
    ...entryHandlers(journal),
    ...searchHandlers(journal),
    ...evidenceHandlers(journal),
    ...rubricHandlers(journal),
    ...coverageHandlers(journal),
    ...peopleHandlers(journal),
    ...draftHandlers(journal),
    ...profileHandlers(journal),
    ...packetHandlers(journal),
    ...trashHandlers(journal),
    ...nameHandlers(journal),
    ...dayHandlers(journal),
    ...filterHandlers(journal),
    ...reminderHandlers(journal),
    ...signalHandlers(journal),
    ...criterionMarkHandlers(journal),
    ...goalHandlers(journal),
    ...reviewHandlers(journal),
    ...ladderHandlers(),
    'journal.version': () => ({ version: readVersion(journal) }),
    'journal.check': () => checkJournal(journal),
    'journal.repair': () => repairJournal(journal),
    ...(journal.readOnly ? readOnlyHandlers() : {}),
  };
}

/** What is done to the files rather than through {@link write}, where nothing may be written. */
function readOnlyHandlers(): Partial<Handlers> {
  return {
    // Asked for by itself, by the page: there is nothing to do, and nobody to tell.
    'trash.purge': () => ({ purged: 0, isWiped: true }),
  };
}

/** Every method answers from the journal once there is one; before that only what concerns its place does. */
function placeHandlers(at: JournalAt, clock: Clock): Handlers {
  const assertThere = (found: Journal | undefined) => {
    if (found) return found;
    throw new RungError('not-found', `There is no journal at ${at.path} yet. "rung add" starts one.`);
  };
  const passOn = (method: Exclude<Method, PlaceMethod>) => (input: CheckedInput<Method>) => {
    const found = assertThere(method === 'journal.check' ? at.findToCheck() : at.find());
    try {
      return (findHandlers(found) as Handlers)[method](input as never);
    } catch (error) {
      throw at.note(error);
    }
  };
  const passedOn = Object.keys(contract).map((method) => [method, passOn(method as Exclude<Method, PlaceMethod>)]);
  const handlers = Object.fromEntries(passedOn) as Handlers;
  return {
    ...handlers,
    'journal.check': (input) => {
      const checks = handlers['journal.check'](input);
      const damage = checks.find(({ id, isOk }) => !isOk && DAMAGE_CHECKS.includes(id));
      if (damage) at.note(new DamageError(at.path, damage.message.replace(/\.$/, '')));
      return checks;
    },
    // Also once it is damaged: so that whoever watches for changes sees this one.
    'journal.version': (input) => (at.isDamaged ? { version: 'damaged' } : handlers['journal.version'](input)),
    ...backupHandlers({
      path: at.path,
      clock,
      open: () => assertThere(at.find()),
      assertReplaceable: () => at.assertReplaceable(),
      replaceFile: (act) => at.replaceFile(act),
    }),
    'journal.salvage': ({ isPreview }) => at.salvage(isPreview),
    'journal.view': () => readStatus(at.view()),
    'journal.status': () => placeToStatus(at),
    'journal.create': ({ evenIfOneWasHere }) => createAt(at, evenIfOneWasHere),
  };
}

function placeToStatus(at: JournalAt): JournalStatus {
  const refusal = at.readRefusal();
  if (refusal) return refusal;
  const found = at.find();
  if (!found) return { state: 'absent', path: at.path, wasHere: at.wasHere() };
  try {
    return readStatus(found);
  } catch (error) {
    const noted = at.note(error);
    const damaged = at.readRefusal();
    if (damaged) return damaged;
    throw noted;
  }
}

function createAt(at: JournalAt, evenIfOneWasHere: boolean): JournalStatus {
  const found = at.find();
  if (!found && at.wasHere() && !evenIfOneWasHere) {
    throw new RungError(
      'conflict',
      `A journal was at ${at.path} before and is gone. Put it back, or start a new one on purpose ("rung add --new-journal").`,
    );
  }
  return readStatus(found ?? at.create());
}

function readStatus({ db, path, clock, readOnly, place }: Journal): JournalStatus {
  return { state: 'open', path, ...countEntries(db), today: clock.today(), readOnly, place };
}
