-- Rubrics of the user's own: every version is kept, so that evidence can be read by the one it was given under.
CREATE TABLE rubrics (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

-- What is said about criteria beside evidence.
CREATE TABLE criterion_marks (
  rubric_id TEXT NOT NULL,
  criterion_id TEXT NOT NULL,
  is_off INTEGER NOT NULL CHECK (is_off IN (0, 1)),
  no_opportunity_since TEXT,
  note TEXT NOT NULL,
  PRIMARY KEY (rubric_id, criterion_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE focus (
  quarter TEXT NOT NULL,
  rubric_id TEXT NOT NULL,
  criterion_id TEXT NOT NULL,
  PRIMARY KEY (quarter, rubric_id, criterion_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE goals (
  id TEXT PRIMARY KEY,
  rubric_id TEXT NOT NULL,
  criterion_id TEXT NOT NULL,
  title TEXT NOT NULL,
  next_action TEXT NOT NULL,
  due_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'reached', 'changed', 'dropped')),
  set_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE goal_reviews (
  id INTEGER PRIMARY KEY,
  goal_id TEXT NOT NULL REFERENCES goals (id) ON DELETE CASCADE,
  reviewed_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'reached', 'changed', 'dropped')),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX goal_reviews_by_goal ON goal_reviews (goal_id);

CREATE TABLE goal_entries (
  goal_id TEXT NOT NULL REFERENCES goals (id) ON DELETE CASCADE,
  entry_id TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
  PRIMARY KEY (goal_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX goal_entries_by_entry ON goal_entries (entry_id);
