import type Database from 'better-sqlite3';
import type { EntryContent } from '../../../shared/domain/entry.ts';
import { textToIndex } from '../../../shared/find/words.ts';
import { prepare } from './prepare.ts';
import { storedToContent } from './stored-content.ts';

/** Words of fewer letters are not looked for inside others, and longer ones are no words. */
const SHORTEST_WORD = 3;
const LONGEST_WORD = 40;

/** Puts an entry's words into the index, in the stead of what was there at this position. */
export function indexEntry(db: Database.Database, position: number, content: EntryContent): void {
  const columns = contentToColumns(db, position, content);
  prepare<object, never>(
    db,
    'INSERT OR REPLACE INTO entry_text (rowid, title, story, names, marks) VALUES (:position, :title, :story, :names, :marks)',
  ).run({ position, ...columns });
  const addWord = prepare<[string], never>(db, 'INSERT OR IGNORE INTO words (word) VALUES (?)');
  const words = new Set(`${columns.title} ${columns.story} ${columns.names}`.split(' '));
  for (const word of words) {
    if (word.length >= SHORTEST_WORD && word.length <= LONGEST_WORD) addWord.run(word);
  }
}

/** Takes what stands at a position out of the index. */
export function unindexEntry(db: Database.Database, position: number): void {
  prepare<[number], never>(db, 'DELETE FROM entry_text WHERE rowid = ?').run(position);
}

/**
 * Drops what was taken out of the index from its file too, and the words that no entry holds any more. Taking a row out only
 * marks it as gone (an index without content cannot do more, `secure-delete` or not); merging all of it leaves the rest.
 */
export function forgetUnindexed(db: Database.Database): void {
  db.exec("INSERT INTO entry_text (entry_text) VALUES ('optimize')");
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.indexed USING fts5vocab ('main', 'entry_text', 'row')");
  db.exec('DELETE FROM words WHERE word NOT IN (SELECT term FROM temp.indexed)');
}

/** Makes the whole index again from the tables. */
export function rebuildIndex(db: Database.Database): void {
  db.exec("INSERT INTO entry_text (entry_text) VALUES ('delete-all'); DELETE FROM words");
  const sentence =
    'SELECT e.position, r.content FROM entries e JOIN revisions r ON r.entry_id = e.id AND r.number = e.revision';
  // Read first, then written: one connection cannot write while it reads on.
  const rows = db.prepare<[], { position: number; content: string }>(sentence).all();
  for (const { position, content } of rows) indexEntry(db, position, storedToContent(content));
}

/** The positions that the index and the tables do not agree on. */
export function selectUnindexed(db: Database.Database): number[] {
  const sentence = `SELECT position FROM entries WHERE position NOT IN (SELECT rowid FROM entry_text)
    UNION SELECT rowid FROM entry_text WHERE rowid NOT IN (SELECT position FROM entries)`;
  return db.prepare<[], number>(sentence).pluck().all();
}

/** Up to `limit` words of the journal that hold the letters, but not at their beginning. */
export function selectWordsHolding(db: Database.Database, letters: string, limit: number): string[] {
  return prepare<[string, number], string>(db, 'SELECT word FROM words WHERE instr(word, ?) > 1 LIMIT ?')
    .pluck()
    .all(letters, limit);
}

function contentToColumns(db: Database.Database, position: number, content: EntryContent) {
  return {
    title: textToIndex(content.title),
    story: storyOf(content).map(textToIndex).filter(Boolean).join(' '),
    names: [...content.people.map(({ name }) => name), ...content.projects, ...content.tags].map(textToIndex).join(' '),
    marks: ['any', `k${content.kind}`, ...linkMarks(db, position)].join(' '),
  };
}

/** Marks stand for what an entry is linked to, so that a filter beside a word is one more word. */
function linkMarks(db: Database.Database, position: number): string[] {
  return prepare<object, string>(
    db,
    `SELECT 't' || tag_id FROM entry_tags WHERE position = :position
     UNION ALL SELECT 'j' || project_id FROM entry_projects WHERE position = :position
     UNION ALL SELECT 'p' || person_id FROM entry_people WHERE position = :position`,
  )
    .pluck()
    .all({ position });
}

function storyOf(content: EntryContent): string[] {
  const { body, result, metrics, links } = content;
  return [
    body,
    result,
    ...metrics.flatMap(({ label, before, after, unit, source }) => [label, before, after, unit, source]),
    ...links.flatMap(({ title, url }) => [title, url]),
    ...kindToStory(content),
  ];
}

function kindToStory(content: EntryContent): string[] {
  switch (content.kind) {
    case 'win':
      return content.unblocked ? [content.unblocked.who, content.unblocked.howLong] : [];
    case 'help':
      return [content.canNow];
    case 'design':
      return [content.alternatives];
  }
}
