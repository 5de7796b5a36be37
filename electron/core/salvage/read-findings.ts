import { closeSync, copyFileSync, existsSync, openSync, readFileSync, readSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeEmptyJournal } from '../db/open-driver.ts';
import type { RevisionRow } from '../db/revisions-sql.ts';
import {
  hasSchema,
  isRevisionRow,
  listOtherTables,
  listTableColumns,
  openDamaged,
  walkIds,
  walkTable,
  type Row,
  type Walk,
} from '../db/salvage-sql.ts';
import { isIntact } from '../revisions.ts';
import { carveRows, PAGE_BYTES, valuesToRow } from './carve-rows.ts';

/** What could be read from one file. */
export interface Findings {
  /** Rows of `entries` by id. */
  entries: Map<string, Row>;
  /** Versions whose text is what was saved, by entry id and number. */
  revisions: Map<string, RevisionRow>;
  /** Versions that are not, by the same. */
  damaged: Set<string>;
  /** Every id that was seen anywhere. */
  ids: Set<string>;
  /** Whether every entry there was is among the ids. */
  knowsAllIds: boolean;
  /** Whether every row of `entries` could be read, and nothing else names another: then what is not there was deleted. */
  knowsAllEntries: boolean;
  /** Whether every row of `revisions` could be read. */
  knowsAllVersions: boolean;
  others: Map<string, Walk>;
}

/** The name of a version, within one journal. */
export function versionKey({ entry_id, number }: Pick<RevisionRow, 'entry_id' | 'number'>): string {
  return `${entry_id} ${number}`;
}

/**
 * Reads what can be read of a damaged journal, from a private copy in a folder of its own: with its log, without it (a
 * log may be damaged too, or another file's), and with a new first page where the list of tables is gone.
 */
export function readDamaged(copy: string): Findings {
  const bare = join(dirname(copy), 'bare.sqlite');
  copyFileSync(copy, bare);
  const hasLog = existsSync(`${copy}-wal`) || existsSync(`${copy}-journal`);
  const files = [...(hasLog ? [copy] : []), bare].map(mendStart);
  const found = files.map(readFindings).reduce(addFindings);
  return found.knowsAllEntries && found.knowsAllVersions ? found : addFindings(found, readCarved(bare));
}

/** What stands on the pages themselves, whether or not anything leads there. */
function readCarved(file: string): Findings {
  const columns = listColumns();
  const none: Findings = {
    entries: new Map(),
    revisions: new Map(),
    damaged: new Set(),
    ids: new Set(),
    knowsAllIds: false,
    knowsAllEntries: false,
    knowsAllVersions: false,
    others: new Map(),
  };
  for (const carved of carveRows(readFileSync(file))) {
    const version = valuesToRow(columns.revisions, carved);
    if (carved.values.length === columns.revisions.length && isRevisionRow(version) && isIntact(version)) {
      none.revisions.set(versionKey(version), version);
      none.ids.add(version.entry_id);
    }
    const entry = valuesToRow(columns.entries, carved);
    if (carved.values.length === columns.entries.length && isId(entry['id'])) none.entries.set(entry['id'], entry);
  }
  // A row without a version that is whole may be rubbish, and names no entry.
  return { ...none, entries: new Map([...none.entries].filter(([id]) => none.ids.has(id))) };
}

function listColumns(): { entries: string[]; revisions: string[] } {
  const db = makeEmptyJournal(':memory:');
  const columns = { entries: listTableColumns(db, 'entries'), revisions: listTableColumns(db, 'revisions') };
  db.close();
  return columns;
}

/** Reads one file. */
export function readFindings(file: string): Findings {
  const db = openDamaged(file);
  try {
    const entries = walkTable(db, 'entries');
    const revisions = walkTable(db, 'revisions');
    const ids = walkIdsSafely(db);
    const versions = revisions.rows.filter(isRevisionRow);
    const rows = new Map(entries.rows.filter(({ id }) => isId(id)).map((row) => [row['id'] as string, row]));
    const seen = new Set([...rows.keys(), ...ids.rows, ...versions.map((row) => row.entry_id)].filter(isId));
    // A page in another's place can read as a table that is whole and lacks most of its rows, or all of them.
    const knowsAllEntries = entries.isComplete && rows.size > 0 && rows.size === seen.size;
    return {
      entries: rows,
      revisions: new Map(versions.filter(isIntact).map((row) => [versionKey(row), row])),
      damaged: new Set(versions.filter((row) => !isIntact(row)).map(versionKey)),
      ids: seen,
      knowsAllIds: knowsAllEntries || ids.isComplete,
      knowsAllEntries,
      knowsAllVersions: revisions.isComplete,
      others: walkOthers(db),
    };
  } finally {
    db.close();
  }
}

/** What the second file knows and the first does not. */
function addFindings(first: Findings, second: Findings): Findings {
  return {
    ...first,
    entries: first.knowsAllEntries ? first.entries : new Map([...second.entries, ...first.entries]),
    revisions: new Map([...second.revisions, ...first.revisions]),
    ids: first.knowsAllEntries ? first.ids : new Set([...first.ids, ...second.ids]),
    others: new Map(
      [...second.others, ...first.others].map(([table, walk]) => [table, fuller(walk, second.others.get(table))]),
    ),
  };
}

function fuller(walk: Walk, other: Walk | undefined): Walk {
  return other && !walk.isComplete && (other.isComplete || other.rows.length > walk.rows.length) ? other : walk;
}

function walkIdsSafely(db: ReturnType<typeof openDamaged>): Walk<string> {
  try {
    return walkIds(db);
  } catch {
    return { rows: [], isComplete: false };
  }
}

function walkOthers(db: ReturnType<typeof openDamaged>): Map<string, Walk> {
  try {
    return new Map(listOtherTables(db).map((table) => [table, walkTable(db, table)]));
  } catch {
    return new Map();
  }
}

function isId(id: unknown): id is string {
  return typeof id === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}

/**
 * A file whose first page is lost has lost the list of its tables. Every journal of a schema keeps them at the same
 * pages unless it grew up under an older one, so the first page of a new journal may find them; the SHA-256 of each
 * version tells whether it did.
 */
function mendStart(file: string): string {
  if (safelyHasSchema(file)) return file;
  const mended = `${file}.mended`;
  copyFileSync(file, mended);
  const pages = Math.ceil(statSync(mended).size / PAGE_BYTES);
  const page = readNewFirstPage(`${file}.new`);
  page.writeUInt32BE(pages, 28);
  page.fill(0, 32, 40);
  const handle = openSync(mended, 'r+');
  writeSync(handle, page, 0, PAGE_BYTES, 0);
  closeSync(handle);
  return mended;
}

function safelyHasSchema(file: string): boolean {
  try {
    return hasSchema(file);
  } catch {
    return false;
  }
}

function readNewFirstPage(path: string): Buffer {
  makeEmptyJournal(path).close();
  const page = Buffer.alloc(PAGE_BYTES);
  const handle = openSync(path, 'r');
  readSync(handle, page, 0, PAGE_BYTES, 0);
  closeSync(handle);
  return page;
}
