-- The journal. Three decisions here cannot be taken back later:
--
-- 1. `entries.position` orders the journal: days since 1970-01-01, times 2^20, plus the order within the day.
--    Newest first is therefore the primary key read backwards, for the list, for each kind, tag, project, person and
--    criterion, and (as its rowid) for a full-text index; none of them sorts. Moving an entry to another day moves its
--    position, and ON UPDATE CASCADE moves what points at it.
-- 2. The text of an entry lives once, in `revisions`: append-only, each with a SHA-256. An entry row holds the number of
--    its newest revision and what lists and counts ask for.
-- 3. The calendar day is stored as text and never derived from an instant again.

CREATE TABLE entries (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('win', 'help', 'design')),
  occurred_on TEXT NOT NULL,
  title TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('doing', 'done')),
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shareable', 'sealed')),
  raise_at_next_meeting INTEGER NOT NULL CHECK (raise_at_next_meeting IN (0, 1)),
  has_result INTEGER NOT NULL CHECK (has_result IN (0, 1)),
  has_link INTEGER NOT NULL CHECK (has_link IN (0, 1)),
  has_witness INTEGER NOT NULL CHECK (has_witness IN (0, 1)),
  revision INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  trashed_at TEXT
) STRICT;

CREATE INDEX entries_by_kind ON entries (kind) WHERE trashed_at IS NULL;
CREATE INDEX entries_to_raise ON entries (position) WHERE raise_at_next_meeting = 1 AND trashed_at IS NULL;
CREATE INDEX entries_in_trash ON entries (trashed_at) WHERE trashed_at IS NOT NULL;

CREATE TABLE revisions (
  entry_id TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  -- The revision that the writer had before it; an older one than the newest means that both sides of a conflict were kept.
  base INTEGER,
  saved_at TEXT NOT NULL,
  content TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (entry_id, number)
) STRICT;

CREATE TRIGGER revisions_are_never_changed BEFORE UPDATE ON revisions
BEGIN
  SELECT RAISE(ABORT, 'a saved version is never changed');
END;

CREATE TRIGGER revisions_go_only_with_their_entry BEFORE DELETE ON revisions
WHEN EXISTS (SELECT 1 FROM entries WHERE id = OLD.entry_id)
BEGIN
  SELECT RAISE(ABORT, 'a saved version goes only with its entry');
END;

-- Names are written as first typed; `key` is the spelling under which two are the same.
CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  is_named_in_exports INTEGER NOT NULL DEFAULT 0 CHECK (is_named_in_exports IN (0, 1))
) STRICT;

CREATE TABLE projects (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;
CREATE TABLE tags (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;

CREATE TABLE entry_people (
  person_id INTEGER NOT NULL REFERENCES people (id),
  position INTEGER NOT NULL REFERENCES entries (position) ON UPDATE CASCADE ON DELETE CASCADE,
  PRIMARY KEY (person_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_people_by_entry ON entry_people (position);

CREATE TABLE entry_projects (
  project_id INTEGER NOT NULL REFERENCES projects (id),
  position INTEGER NOT NULL REFERENCES entries (position) ON UPDATE CASCADE ON DELETE CASCADE,
  PRIMARY KEY (project_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_projects_by_entry ON entry_projects (position);

CREATE TABLE entry_tags (
  tag_id INTEGER NOT NULL REFERENCES tags (id),
  position INTEGER NOT NULL REFERENCES entries (position) ON UPDATE CASCADE ON DELETE CASCADE,
  PRIMARY KEY (tag_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_tags_by_entry ON entry_tags (position);

CREATE TABLE evidence (
  rubric_id TEXT NOT NULL,
  criterion_id TEXT NOT NULL,
  position INTEGER NOT NULL REFERENCES entries (position) ON UPDATE CASCADE ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('suggested', 'confirmed', 'dismissed')),
  strong INTEGER NOT NULL CHECK (strong IN (0, 1)),
  updated_at TEXT NOT NULL,
  PRIMARY KEY (rubric_id, criterion_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_by_entry ON evidence (position);

CREATE TABLE drafts (place TEXT PRIMARY KEY, content TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The profile, the packet being worked on, preferences: one JSON value a key.
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
