import { conflictsToAdvice, placeToAdvice } from '../../shared/domain/journal-advice.ts';
import type { JournalCheck } from '../../shared/domain/journal.ts';
import { checkFiles, closeFiles } from './check-files.ts';
import { checkSqliteVersion, isDurable } from './db/open-driver.ts';
import { eachRevision } from './db/revisions-sql.ts';
import { rebuildIndex, selectUnindexed } from './db/text-index.ts';
import { write, type Journal } from './journal.ts';
import { isIntact } from './revisions.ts';
import { checkSecondPlace } from './second-place.ts';

/** Looks at everything that can be wrong with a journal file. It reads the whole file and changes nothing. */
export function checkJournal(journal: Journal): JournalCheck[] {
  const { db } = journal;
  return [
    checkSqlite(journal),
    checkDurability(journal),
    checkPlace(journal),
    checkPages(db),
    checkForeignKeys(db),
    checkVersions(db),
    checkPointers(db),
    checkIndex(db),
    ...checkFiles(journal),
    ...checkSecondPlace(journal.path),
  ];
}

function checkSqlite({ db }: Journal): JournalCheck {
  const { version, isOk } = checkSqliteVersion(db);
  return {
    id: 'sqlite',
    isOk,
    message: `SQLite ${version} ${isOk ? 'is new enough' : 'is too old'} to keep a journal safe.`,
  };
}

function checkDurability({ db, readOnly }: Journal): JournalCheck {
  if (readOnly) return { id: 'durable', isOk: true, message: readOnly };
  const isOk = isDurable(db);
  const [mode, synchronous] = ['journal_mode', 'synchronous'].map((name) => String(db.pragma(name, { simple: true })));
  return {
    id: 'durable',
    isOk,
    message: isOk ? 'Every save waits for the disk.' : `journal_mode is ${mode}, synchronous is ${synchronous}`,
  };
}

/** A place that needs care is no fault; another machine's version of the journal beside it is one to look into. */
function checkPlace({ place }: Journal): JournalCheck {
  if (!place) return { id: 'place', isOk: true, message: 'The journal lies on a local disk.' };
  const message = `${placeToAdvice(place)} ${conflictsToAdvice(place)}`.trim();
  return { id: 'place', isOk: place.conflicts.length === 0, message };
}

function checkPages(db: Journal['db']): JournalCheck {
  const findings = readFindings(db);
  const isOk = findings.length === 1 && findings[0] === 'ok';
  return { id: 'pages', isOk, message: isOk ? 'The file is whole (integrity_check).' : findings.join('; ') };
}

function readFindings(db: Journal['db']): string[] {
  try {
    return db.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all();
  } catch (error) {
    // The check itself breaks off at some kinds of damage.
    return [(error as Error).message];
  }
}

function checkForeignKeys(db: Journal['db']): JournalCheck {
  const broken = db.pragma('foreign_key_check') as unknown[];
  const isOk = broken.length === 0;
  return {
    id: 'links',
    isOk,
    message: isOk ? 'Every link inside the journal leads somewhere.' : `${broken.length} links lead nowhere.`,
  };
}

function checkVersions(db: Journal['db']): JournalCheck {
  let seen = 0;
  const damaged: string[] = [];
  for (const row of eachRevision(db)) {
    seen += 1;
    if (!isIntact(row)) damaged.push(`${row.entry_id} version ${row.number}`);
  }
  const isOk = damaged.length === 0;
  return {
    id: 'versions',
    isOk,
    message: isOk
      ? `All ${seen} saved versions are as they were saved (SHA-256).`
      : `${damaged.length} of ${seen} saved versions are damaged: ${damaged.slice(0, 5).join(', ')}`,
  };
}

function checkPointers(db: Journal['db']): JournalCheck {
  const sentence = `SELECT count(*) FROM entries e WHERE NOT EXISTS
    (SELECT 1 FROM revisions r WHERE r.entry_id = e.id AND r.number = e.revision)`;
  const lost = db.prepare<[], number>(sentence).pluck().get() ?? 0;
  return {
    id: 'entries',
    isOk: lost === 0,
    message: lost === 0 ? 'Every entry has its text.' : `${lost} entries have lost their text.`,
  };
}

/** Makes again what can be made from the rest, the full-text index, and closes the files to others. Nothing that was written is touched. */
export function repairJournal(journal: Journal): JournalCheck[] {
  closeFiles(journal);
  write(journal, () => rebuildIndex(journal.db));
  return checkJournal(journal);
}

function checkIndex(db: Journal['db']): JournalCheck {
  const isOk = isIndexSound(db);
  const message = isOk
    ? 'Search knows every entry.'
    : 'Search does not know every entry. "rung doctor --repair" makes its index again.';
  return { id: 'index', isOk, message };
}

function isIndexSound(db: Journal['db']): boolean {
  try {
    if (selectUnindexed(db).length > 0) return false;
    // FTS5 asks for this check by an insert, which a copy that is only read would refuse.
    const isForReading = db.pragma('query_only', { simple: true }) === 1;
    db.pragma('query_only = OFF');
    db.exec("INSERT INTO entry_text (entry_text) VALUES ('integrity-check')");
    if (isForReading) db.pragma('query_only = ON');
    return true;
  } catch {
    // The check answers by failing.
    return false;
  }
}
