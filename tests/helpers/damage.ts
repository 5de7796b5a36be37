import Database from 'better-sqlite3';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTestJournal, stoppedClock, temporaryFolder, win } from './core.ts';

export const PAGE = 8_192;
export const ENTRIES = 300;

interface MakeOptions {
  entries?: number;
  backups?: number;
  /** How many entries are deleted for good after the last backup. */
  deletesAfter?: number;
}

/** A closed journal of numbered entries over many pages. */
export async function makeJournal({ entries = ENTRIES, backups = 0, deletesAfter = 0 }: MakeOptions = {}) {
  const clock = stoppedClock();
  const { core, folder, path, request } = await openTestJournal({ folder: temporaryFolder(), clock });
  const titles = Array.from({ length: entries }, (_, index) => `Entry ${index}`);
  const created = await request(
    'entries.createMany',
    titles.map((title, index) => win({ title, body: `${index} `.repeat(300), tags: [`tag-${index % 9}`] })),
  );
  const names: string[] = [];
  for (let count = 0; count < backups; count += 1) {
    clock.set(`2026-11-24T1${count}:00:00.000Z`);
    names.push((await request('backups.make', {})).name);
  }
  core.close();
  if (deletesAfter > 0) {
    const db = new Database(path);
    db.pragma('foreign_keys = ON');
    for (const { id } of created.slice(0, deletesAfter)) db.prepare('DELETE FROM entries WHERE id = ?').run(id);
    db.close();
  }
  return { folder, path, titles, backups: names };
}

/** The pages of a table, as SQLite numbers them. */
export function pagesOf(path: string, table: string): number[] {
  const db = new Database(path);
  const root = db.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table)!;
  db.close();
  const bytes = readFileSync(path);
  const pages: number[] = [];
  const walk = (page: number) => {
    const start = (page - 1) * PAGE;
    pages.push(page);
    if (bytes[start] !== 0x05) return;
    const cells = bytes.readUInt16BE(start + 3);
    for (let cell = 0; cell < cells; cell += 1)
      walk(bytes.readUInt32BE(start + bytes.readUInt16BE(start + 12 + 2 * cell)));
    walk(bytes.readUInt32BE(start + 8));
  };
  walk(root);
  return pages;
}

/** Puts each of two pages in the other's place. */
export function swapPages(path: string, one: number, other: number): void {
  const bytes = readFileSync(path);
  const [a, b] = [(one - 1) * PAGE, (other - 1) * PAGE];
  const first = Buffer.from(bytes.subarray(a, a + PAGE));
  bytes.copy(bytes, a, b, b + PAGE);
  first.copy(bytes, b);
  writeFileSync(path, bytes);
}

/** Fills pages with one byte. */
export function breakPages(path: string, pages: readonly number[], byte = 0): void {
  const bytes = readFileSync(path);
  for (const page of pages) bytes.fill(byte, (page - 1) * PAGE, page * PAGE);
  writeFileSync(path, bytes);
}

/** As a cut leaves it: the last write is only in the log. */
export function leaveLog(path: string): void {
  const db = new Database(path);
  db.exec(`INSERT OR REPLACE INTO settings VALUES ('profile', '{"name":"Only in the log"}')`);
  mkdirSync(`${path}.cut`);
  for (const end of ['', '-wal', '-shm']) copyFileSync(path + end, join(`${path}.cut`, `j${end}`));
  db.close();
  for (const end of ['', '-wal', '-shm']) renameSync(join(`${path}.cut`, `j${end}`), path + end);
  rmSync(`${path}.cut`, { recursive: true });
}
