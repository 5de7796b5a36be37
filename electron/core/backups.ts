import type { CheckedInput, HandlersOf, Output } from '../../shared/contract/contract.ts';
import type { Backup, ListedBackup } from '../../shared/domain/backup.ts';
import { backupFolder, readBackupPlace } from '../files/backup-place.ts';
import { listBackups } from './backup-files.ts';
import type { Clock } from './clock.ts';
import { withCopySource } from './copy-source.ts';
import { assertWritable, readVersion, type Journal } from './journal.ts';
import { putInPlace } from './restore-backup.ts';
import { runCopyJob } from './run-copy-job.ts';
import { findBackup, listEverywhere, readSecondPlace } from './second-place.ts';

/** How long after one backup the next is made by itself, in milliseconds. */
const INTERVAL = 60 * 60_000;

/** Where a journal is, open or not, as its backups need it. */
export interface BackedUp {
  path: string;
  clock: Clock;
  /** The open journal; throws when there is none to open. */
  open(): Journal;
  /** Refuses, in words, where another file cannot take the journal's place. */
  assertReplaceable(): void;
  /** Lets go of the file while `act` puts another in its place. */
  replaceFile<Value>(act: () => Value): Value;
}

/**
 * Copies of the journal. What takes long runs in a thread, one after the other, and is answered when it is done.
 * All but making one works when the journal itself cannot be opened: that is when they are asked for most.
 */
export function backupHandlers(place: BackedUp): HandlersOf<'backups'> {
  const { path, clock } = place;
  const inTurn = createTurns();
  const second = followSecondPlace(path);
  const tend = createTending(place, second.catchUp);
  const listed = async (backup: Backup) => {
    await second.catchUp();
    return findBackup(path, backup.name).backup;
  };
  return {
    'backups.list': () => listEverywhere(path),
    'backups.make': () => {
      assertWritable(place.open());
      return inTurn(async () => {
        const madeAt = clock.now();
        return listed(
          await withCopySource(place.open(), (source) => runCopyJob('make', { journal: path, source, madeAt })),
        );
      });
    },
    'backups.tend': () => {
      // Asked for by itself: where nothing may be written there is nothing to do, and nobody to tell.
      return place.open().readOnly ? { made: null } : inTurn(async () => ({ made: await tend(place.open()) }));
    },
    'backups.preview': ({ name }) =>
      inTurn(() => withAnySource(place, (source) => runCopyJob('preview', { journal: path, source, name }))),
    'backups.takeIn': ({ arrival }) =>
      inTurn(async () => listed(await runCopyJob('takeIn', { journal: path, arrival, madeAt: clock.now() }))),
    'backups.restore': (input) => inTurn(() => restore(place, input)),
    'backups.place': () => ({ place: second.read() }),
    'backups.catchUp': () =>
      inTurn(async () => {
        await second.catchUp();
        return { place: second.read() };
      }),
  };
}

/** The same for what is looked at most when the journal cannot be opened. */
function withAnySource<Value>(place: BackedUp, work: (source: string) => Promise<Value>): Promise<Value> {
  let journal: Journal;
  try {
    journal = place.open();
  } catch {
    // Whether it can be read all the same, and how much of it, shows when it is.
    return work(place.path);
  }
  return withCopySource(journal, work);
}

async function restore(place: BackedUp, { name }: CheckedInput<'backups.restore'>): Promise<Output<'backups.restore'>> {
  const { path, clock } = place;
  place.assertReplaceable();
  const arriving = await runCopyJob('stage', { journal: path, name });
  return { replaced: place.replaceFile(() => putInPlace(path, arriving, clock.now())) };
}

/** One job after the other: two would fight for the disk, and a restore must find the file closed. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(job: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(job);
    last = mine.catch(() => {});
    return mine;
  };
}

/** Makes a backup when the last one is an hour old and something was written since; catches the second place up either way. */
function createTending({ path, clock }: BackedUp, catchUp: () => Promise<void>) {
  let seenVersion: string | undefined;
  return async (journal: Journal): Promise<ListedBackup | null> => {
    const version = readVersion(journal);
    const isDue = version !== seenVersion && isHourOld(listBackups(backupFolder(path))[0], clock.now());
    const make = (source: string) => runCopyJob('makeDue', { journal: path, source, madeAt: clock.now() });
    const made = isDue ? await withCopySource(journal, make) : null;
    if (isDue) seenVersion = version;
    await catchUp();
    return made && findBackup(path, made.name).backup;
  };
}

/** A backup from the future tells of a clock that was set back, not of its age. */
function isHourOld(newest: Backup | undefined, now: string): boolean {
  if (!newest) return true;
  const age = Date.parse(now) - Date.parse(newest.madeAt);
  return age >= INTERVAL || age < 0;
}

/** Brings the second place up to date and remembers, until the next time, why that failed. */
function followSecondPlace(journal: string) {
  let problem: string | null = null;
  return {
    read: () => readSecondPlace(journal, problem),
    async catchUp() {
      if (readBackupPlace(journal) === null) return;
      try {
        await runCopyJob('catchUp', { journal });
        problem = null;
      } catch (error) {
        problem = (error as Error).message;
      }
    },
  };
}
