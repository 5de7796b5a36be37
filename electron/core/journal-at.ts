import { RungError } from '../../shared/contract/errors.ts';
import type { JournalStatus, Salvage } from '../../shared/domain/journal.ts';
import { backupFolder } from '../files/backup-place.ts';
import { listBackups } from './backup-files.ts';
import type { Clock } from './clock.ts';
import { DamageError, errorToDamage } from './damage.ts';
import { DiskError, diskErrorToWords } from './disk-error.ts';
import { isAnythingAt, NewerJournalError, NoJournalError } from './db/journal-header.ts';
import { canView, createJournalFile, openJournalFile, viewJournalFile, type JournalFile } from './journal-file.ts';
import { carryDrafts } from './drafts.ts';
import type { Journal } from './journal.ts';
import { isKnownJournal, rememberJournal } from './known-journals.ts';
import { findDamage, isDue, rememberLook } from './look-over.ts';
import type { ReadFileSystemType } from './place/find-place.ts';
import { assertPlaceWritable, followLinks } from './place/read-only.ts';
import { findRubricInUse } from './rubric.ts';
import { giveUpSalvage, isSalvageCutOff } from './salvage/move-aside.ts';
import { salvageJournal } from './salvage/salvage-journal.ts';
import { findSoundBackup } from './salvage/sound-backup.ts';

export interface JournalAtOptions {
  path: string;
  knownJournals: string;
  clock: Clock;
  readType: ReadFileSystemType;
  /** Opens the journal for reading only, in a copy, whatever its place allows. */
  viewsOnly: boolean;
  /** Looks a journal over at once when its last user was cut off; else that waits for {@link JournalAt.lookOver}. */
  looksAtOnce: boolean;
}

const WHOLE_AFTER_FAULT = 'The journal was opened again and checked: it is whole, with all that was saved before.';

type Refusal = Extract<JournalStatus, { state: 'refused' | 'damaged' }>;

/** The journal of one core: not there, open, refused or damaged. Nothing is opened before it is asked for. */
export class JournalAt {
  readonly path: string;
  readonly #options: JournalAtOptions;
  #file: JournalFile | undefined;
  #journal: Journal | undefined;
  #damage: string | undefined;
  #isCutOff = false;
  #wasFault = false;

  constructor(options: JournalAtOptions) {
    this.#options = options;
    this.path = options.path;
  }

  /** Whether a journal was here before. */
  wasHere(): boolean {
    return isKnownJournal(this.#options.knownJournals, this.path);
  }

  /** Where its backups lie. */
  get backups(): string {
    return backupFolder(this.path);
  }

  /** The open journal, opened first if need be; undefined where there is none. Throws where it is refused or damaged. */
  find(): Journal | undefined {
    if (this.#damage !== undefined) throw new DamageError(this.path, this.#damage);
    if (this.#file?.isStale()) this.close();
    if (this.#journal) return this.#journal;
    try {
      // Looked for anew at each request until found: the command may create it while a window waits.
      return isAnythingAt(this.path) ? this.#open() : undefined;
    } catch (error) {
      throw this.note(error);
    }
  }

  /** Makes a journal where there is none. */
  create(): Journal {
    return this.#keep(createJournalFile(this.path, this.#options.readType));
  }

  /** Opens it for reading only, in a copy; also one of a newer Rung. */
  view(): Journal {
    if (this.#journal) return this.#journal;
    return this.#keep(viewJournalFile(this.path, this.#options.readType));
  }

  /** Refuses, in words, where another file cannot take the journal's place. */
  assertReplaceable(): void {
    assertPlaceWritable(this.path);
  }

  /** Lets go of the file while `act` puts another in its place, and carries over the lines that were being typed. */
  replaceFile<Value>(act: () => Value): Value {
    this.assertReplaceable();
    const keep = this.#journal && !this.#journal.readOnly ? this.#readDrafts(this.#journal) : undefined;
    this.#forget();
    const value = act();
    giveUpSalvage(this.path);
    const journal = keep && this.find();
    if (journal) keep(journal);
    return value;
  }

  /** Saves what can be read, or says what that would be. */
  salvage(isPreview: boolean): Salvage {
    if (isPreview) return salvageJournal({ path: this.path, now: this.#options.clock.now(), isPreview });
    assertPlaceWritable(this.path);
    this.#forget();
    return salvageJournal({ path: this.path, now: this.#options.clock.now(), isPreview });
  }

  /** Hears of every error: one that shows damage closes the journal, and comes back in those words. */
  note(thrown: unknown): unknown {
    const error = this.#refine(thrown);
    const what = errorToDamage(error);
    if (what === undefined) return this.#startAnewAfterFault(error);
    this.#damage = what;
    this.close();
    return error instanceof RungError ? error : new DamageError(this.path, what);
  }

  /** The same for a check, which is for damaged journals too: what was found is forgotten, and {@link note} hears it again. */
  findToCheck(): Journal | undefined {
    if (this.isDamaged) this.#forget();
    return this.find();
  }

  /** Whether it is open and can only be read. */
  get isReadOnly(): boolean {
    return this.#options.viewsOnly || (this.#journal?.readOnly ?? null) !== null;
  }

  /** Whether it was found damaged. */
  get isDamaged(): boolean {
    return this.#damage !== undefined;
  }

  /** Why it cannot be opened; undefined where it is open or absent. What was found damaged is looked over anew. */
  readRefusal(): Refusal | undefined {
    try {
      const wasDamaged = this.isDamaged;
      if (wasDamaged) this.#forget();
      const journal = this.find();
      if (wasDamaged && journal) this.#assertWhole(journal);
      return undefined;
    } catch (error) {
      return this.#errorToRefusal(error);
    }
  }

  /** Reads all of it where that is due: after a stop that was not clean, and weekly. Damage shows at the next request. */
  lookOver(): void {
    const { knownJournals, clock } = this.#options;
    try {
      const journal = this.find();
      if (!journal || (!this.#isCutOff && !isDue(knownJournals, this.path, clock.now()))) return;
      this.#assertWhole(journal);
      rememberLook(knownJournals, this.path, clock.now());
    } catch (error) {
      // It is told to whoever asks for the journal next.
      if (!(error instanceof RungError)) throw error;
    }
  }

  /** Closes it; the next request opens it again. */
  close(): void {
    this.#file?.close();
    this.#file = undefined;
    this.#journal = undefined;
  }

  #open(): Journal {
    const { readType, viewsOnly, looksAtOnce } = this.#options;
    if (isSalvageCutOff(followLinks(this.path)))
      throw new DamageError(this.path, 'saving what can be read from it was cut off');
    const file = viewsOnly ? viewJournalFile(this.path, readType) : openJournalFile(this.path, readType);
    const journal = this.#keep(file);
    this.#isCutOff ||= file.wasCutOff;
    if (this.#isCutOff && (looksAtOnce || this.#wasFault)) this.#assertWhole(journal);
    return journal;
  }

  #keep(file: JournalFile): Journal {
    const { knownJournals, clock } = this.#options;
    const { db, readOnly, place } = file;
    this.#file = file;
    this.#journal = readByRubric({ db, path: this.path, clock, readOnly, place });
    rememberJournal(knownJournals, this.path);
    return this.#journal;
  }

  /**
   * After one write that did not reach the disk SQLite would take the next, and the system forgets that it did not: so the
   * journal is closed, opened anew and read whole before anything more is written (Rebello et al., ATC 2020).
   */
  #startAnewAfterFault(thrown: unknown): unknown {
    const error = diskErrorToWords(thrown);
    if (!(error instanceof DiskError) || !error.isFault || this.isReadOnly) return error;
    this.#forget();
    this.#isCutOff = true;
    this.#wasFault = true;
    try {
      this.find();
      return new RungError(error.code, `${error.message} ${WHOLE_AFTER_FAULT}`);
    } catch (second) {
      return second instanceof DamageError ? second : error;
    }
  }

  #readDrafts(journal: Journal): ReturnType<typeof carryDrafts> | undefined {
    try {
      return carryDrafts(journal);
    } catch {
      // So damaged that not even these can be read: they are in the file that is kept.
      return undefined;
    }
  }

  #forget(): void {
    this.close();
    this.#damage = undefined;
  }

  #assertWhole({ db }: Journal): void {
    const found = findDamage(db);
    if (found !== undefined) throw this.note(new DamageError(this.path, found));
    this.#isCutOff = false;
    this.#wasFault = false;
  }

  /** A file that begins like no journal is a damaged one all the same where one was before. */
  #refine(error: unknown): unknown {
    const isOurs = () => this.wasHere() || listBackups(this.backups).length > 0;
    if (!(error instanceof NoJournalError) || !isOurs()) return error;
    return new DamageError(this.path, 'it no longer begins as a journal does');
  }

  #errorToRefusal(error: unknown): Refusal {
    if (!(error instanceof RungError)) throw error;
    const { path } = this;
    const what = errorToDamage(error);
    if (what !== undefined) return { state: 'damaged', path, reason: what, backup: findSoundBackup(this.backups) };
    const isNewer = error instanceof NewerJournalError;
    return { state: 'refused', path, reason: error.message, canView: isNewer && canView(path) };
  }
}

/** The rubric is looked up at each request: the command may have chosen another one meanwhile. */
function readByRubric(journal: Omit<Journal, 'rubric'>): Journal {
  return {
    ...journal,
    get rubric() {
      return findRubricInUse(journal.db);
    },
  };
}
