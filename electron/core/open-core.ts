import type Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { contract, type CheckedInput, type Handlers, type Method } from '../../shared/contract/contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import { serve, type Serve } from '../../shared/contract/serve.ts';
import type { JournalStatus } from '../../shared/domain/journal.ts';
import { backupFolder, listBackups } from './backup-files.ts';
import { backupHandlers, findBackup } from './backups.ts';
import { checkJournal, repairJournal } from './check-journal.ts';
import { systemClock, type Clock } from './clock.ts';
import { coverageHandlers } from './coverage.ts';
import { criterionMarkHandlers } from './criterion-marks.ts';
import { countEntries } from './db/entries-sql.ts';
import { createDriver, openDriver } from './db/open-driver.ts';
import { prepare } from './db/prepare.ts';
import { dayHandlers } from './days.ts';
import { draftHandlers } from './drafts.ts';
import { entryHandlers } from './entries.ts';
import { evidenceHandlers } from './evidence.ts';
import { filterHandlers } from './filters.ts';
import { findHandlers } from './find.ts';
import { goalHandlers } from './goals.ts';
import type { Journal } from './journal.ts';
import { isKnownJournal, rememberJournal } from './known-journals.ts';
import { nameHandlers } from './names.ts';
import { packetHandlers } from './packet.ts';
import { peopleHandlers } from './people.ts';
import { profileHandlers } from './profile.ts';
import { reminderHandlers } from './reminder.ts';
import { putBackupInPlace } from './restore-backup.ts';
import { findRubricInUse, rubricHandlers } from './rubric.ts';
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
}

/** The core, open: it answers the contract until it is closed. */
export interface Core {
  serve: Serve;
  close(): void;
}

/** Opens the core on a journal file. Never throws: a journal that cannot be opened is told by `journal.status`. */
export function openCore({ path, knownJournals, clock = systemClock, checksOutput = false }: CoreOptions): Core {
  let opened: OpenJournal | undefined;
  const open = (driver: (path: string) => Database.Database) => {
    opened = openJournal(readBy({ db: driver(path), path, clock }));
    rememberJournal(knownJournals, path);
    return opened;
  };
  const place: Place = {
    path,
    wasHere: () => isKnownJournal(knownJournals, path),
    // Looked for anew at each request until found: the command may create it while a window waits.
    find: () => opened ?? (existsSync(path) ? open(openDriver) : undefined),
    create: () => open(createDriver),
    restore: (name) => {
      const { path: copy } = findBackup(backupFolder(path), name);
      opened?.journal.db.close();
      opened = undefined;
      return putBackupInPlace(path, copy, clock.now());
    },
  };
  return { serve: serve(placeHandlers(place), { checksOutput }), close: () => opened?.journal.db.close() };
}

/** Where the journal is, or is to be. */
interface Place {
  path: string;
  wasHere(): boolean;
  find(): OpenJournal | undefined;
  create(): OpenJournal;
  /** Puts a backup in the journal's place; returns where what was there is kept. */
  restore(name: string): string;
}

interface OpenJournal {
  journal: Journal;
  handlers: Omit<Handlers, 'backups.restore'>;
}

/** The rubric is looked up at each request: the command may have chosen another one meanwhile. */
function readBy(journal: Omit<Journal, 'rubric'>): Journal {
  return {
    ...journal,
    get rubric() {
      return findRubricInUse(journal.db);
    },
  };
}

function openJournal(journal: Journal): OpenJournal {
  const handlers = {
    ...entryHandlers(journal),
    ...findHandlers(journal),
    ...evidenceHandlers(journal),
    ...rubricHandlers(journal),
    ...coverageHandlers(journal),
    ...peopleHandlers(journal),
    ...draftHandlers(journal),
    ...profileHandlers(journal),
    ...packetHandlers(journal),
    ...backupHandlers(journal),
    ...trashHandlers(journal),
    ...nameHandlers(journal),
    ...dayHandlers(journal),
    ...filterHandlers(journal),
    ...reminderHandlers(journal),
    ...signalHandlers(journal),
    ...criterionMarkHandlers(journal),
    ...goalHandlers(journal),
    'journal.status': () => readStatus(journal),
    'journal.create': () => readStatus(journal),
    'journal.version': () => ({ version: readVersion(journal) }),
    'journal.check': () => checkJournal(journal),
    'journal.repair': () => repairJournal(journal),
  };
  return { journal, handlers };
}

/** Every method answers from the journal once there is one; before that only its status and its creation do. */
function placeHandlers(place: Place): Handlers {
  const passOn = (method: Method) => (input: CheckedInput<Method>) => {
    const found = place.find();
    if (!found) throw new RungError('not-found', `There is no journal at ${place.path} yet. "rung add" starts one.`);
    return (found.handlers as Handlers)[method](input as never);
  };
  return {
    ...(Object.fromEntries(Object.keys(contract).map((method) => [method, passOn(method as Method)])) as Handlers),
    // These two are asked for most when the journal cannot be opened.
    'backups.list': () => listBackups(backupFolder(place.path)),
    'backups.restore': ({ name }) => ({ replaced: place.restore(name) }),
    'journal.status': () => placeToStatus(place),
    'journal.create': ({ evenIfOneWasHere }) => createAt(place, evenIfOneWasHere),
  };
}

function placeToStatus(place: Place): JournalStatus {
  try {
    const found = place.find();
    return found ? readStatus(found.journal) : { state: 'absent', path: place.path, wasHere: place.wasHere() };
  } catch (error) {
    if (error instanceof RungError) return { state: 'refused', path: place.path, reason: error.message };
    throw error;
  }
}

function createAt(place: Place, evenIfOneWasHere: boolean): JournalStatus {
  if (!place.find() && place.wasHere() && !evenIfOneWasHere) {
    throw new RungError(
      'conflict',
      `A journal was at ${place.path} before and is gone. Put it back, or start a new one on purpose ("rung add --new-journal").`,
    );
  }
  return readStatus((place.find() ?? place.create()).journal);
}

function readStatus({ db, path, clock }: Journal): JournalStatus {
  return { state: 'open', path, ...countEntries(db), today: clock.today() };
}

/** A text that changes with every write, by this process (total_changes) or another (data_version). */
function readVersion({ db }: Journal): string {
  const others = db.pragma('data_version', { simple: true }) as number;
  const own = prepare<[], number>(db, 'SELECT total_changes()').pluck().get() ?? 0;
  return `${others}.${own}`;
}
