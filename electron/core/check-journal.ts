import type { JournalCheck } from '../../shared/domain/journal.ts';
import { eachRevision } from './db/revisions-sql.ts';
import { rebuildIndex, selectUnindexed } from './db/text-index.ts';
import { write, type Journal } from './journal.ts';
import { isIntact } from './revisions.ts';

/** Looks at everything that can be wrong with a journal file. It reads the whole file and changes nothing. */
export function checkJournal({ db }: Journal): JournalCheck[] {
  return [
    checkDurability(db),
    checkPages(db),
    checkForeignKeys(db),
    checkVersions(db),
    checkPointers(db),
    checkIndex(db),
  ];
}

function checkDurability(db: Journal['db']): JournalCheck {
  const synchronous = db.pragma('synchronous', { simple: true });
  const mode = String(db.pragma('journal_mode', { simple: true }));
  const isOk = synchronous === 2 && mode === 'wal';
  return {
    id: 'durable',
    isOk,
    message: isOk ? 'Every save waits for the disk.' : `journal_mode is ${mode}, synchronous is ${String(synchronous)}`,
  };
}

function checkPages(db: Journal['db']): JournalCheck {
  const findings = db.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all();
  const isOk = findings.length === 1 && findings[0] === 'ok';
  return { id: 'pages', isOk, message: isOk ? 'The file is whole (integrity_check).' : findings.join('; ') };
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

/** Makes again what can be made from the rest: the full-text index. Nothing that was written is touched. */
export function repairJournal(journal: Journal): JournalCheck[] {
  write(journal, () => rebuildIndex(journal.db));
  return checkJournal(journal);
}

function checkIndex(db: Journal['db']): JournalCheck {
  const strangers = selectUnindexed(db).length;
  const isOk = strangers === 0 && isIndexSound(db);
  const message = isOk
    ? 'Search knows every entry.'
    : 'Search does not know every entry. "rung doctor --repair" makes its index again.';
  return { id: 'index', isOk, message };
}

function isIndexSound(db: Journal['db']): boolean {
  try {
    db.exec("INSERT INTO entry_text (entry_text) VALUES ('integrity-check')");
    return true;
  } catch {
    // The check answers by failing.
    return false;
  }
}
