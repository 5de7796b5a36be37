-- What is said about days rather than entries.
CREATE TABLE day_marks (
  day TEXT PRIMARY KEY,
  mark TEXT NOT NULL CHECK (mark IN ('own', 'even', 'others'))
) STRICT, WITHOUT ROWID;

CREATE TABLE period_marks (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('leave', 'freeze', 'reorg')),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL CHECK (to_day >= from_day),
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE check_ins (
  id INTEGER PRIMARY KEY,
  rubric_id TEXT NOT NULL,
  signal_id TEXT NOT NULL,
  answered_on TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'sometimes', 'not-yet')),
  entry_id TEXT REFERENCES entries (id) ON DELETE SET NULL
) STRICT;
