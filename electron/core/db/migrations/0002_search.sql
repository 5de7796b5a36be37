-- Full text beside the tables. It holds words only (shared/find/words.ts makes them), no text, and can be made again from the
-- tables at any time. Its rowid is the entry's position, so newest first needs no sort.
CREATE VIRTUAL TABLE entry_text USING fts5 (
  title,
  story,
  names,
  marks,
  content = '',
  contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 0',
  prefix = '1 2 3'
);

-- Every word that ever stood in an entry: a query for a part of a word finds the whole ones here.
CREATE TABLE words (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
