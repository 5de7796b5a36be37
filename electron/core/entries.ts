import { v7 as newId } from 'uuid';
import type { CheckedInput, HandlersOf, Output } from '../../shared/contract/contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { Entry, EntryContent } from '../../shared/domain/entry.ts';
import { hasResult, hasWitness } from '../../shared/domain/entry-content.ts';
import { nameToKey } from '../../shared/domain/text.ts';
import {
  insertEntry,
  selectEntry,
  selectIdsLike,
  selectTrash,
  updateEntry,
  updateTrashedAt,
  type EntryColumns,
  type EntryRow,
} from './db/entries-sql.ts';
import { selectEntries, type EntryFilter } from './db/entry-list-sql.ts';
import { upsertEvidence } from './db/evidence-sql.ts';
import { replaceNames } from './db/names-sql.ts';
import { indexEntry, unindexEntry } from './db/text-index.ts';
import { rowsToEntries, rowsToPage } from './entry-rows.ts';
import { write, type Journal } from './journal.ts';
import { addRevision, listRevisions } from './revisions.ts';
import { assertCriterion } from './rubric.ts';

/** What can be asked about entries. */
export function entryHandlers(journal: Journal): Omit<HandlersOf<'entries'>, 'entries.purge'> {
  return {
    'entries.create': (draft) => write(journal, () => createEntry(journal, draft)),
    'entries.createMany': (drafts) => write(journal, () => createEntries(journal, drafts)),
    'entries.resolve': ({ idPart }) => resolveId(journal, idPart),
    'entries.get': ({ id }) => getEntry(journal, id),
    'entries.list': (query) => listEntries(journal, query),
    'entries.update': (save) => saveEntry(journal, save),
    'entries.updateMany': (saves) => write(journal, () => saveEntries(journal, saves)),
    'entries.trash': ({ id }) => write(journal, () => setTrashedAt(journal, id, journal.clock.now())),
    'entries.restore': ({ id }) => write(journal, () => setTrashedAt(journal, id, null)),
    'entries.trashMany': ({ ids }) => write(journal, () => moveMany(journal, ids, journal.clock.now())),
    'entries.restoreMany': ({ ids }) => write(journal, () => moveMany(journal, ids, null)),
    'entries.history': ({ id }) => listRevisions(journal, id, findEntry(journal, id).revision),
  };
}

/** The entry as it stands now, in the journal or in the trash. Throws `not-found`, or `storage` where its text is damaged. */
export function getEntry(journal: Journal, id: string): Entry {
  return rowsToEntries(journal, [findEntry(journal, id)])[0]!;
}

function resolveId({ db }: Journal, idPart: string): { id: string } {
  const [id, second] = selectIdsLike(db, idPart);
  if (id === undefined) throw new RungError('not-found', `There is no entry ${idPart}. "rung list" shows the ids.`);
  if (second !== undefined)
    throw new RungError('invalid', `Several entries have ${idPart} in their id. Give more of it.`);
  return { id };
}

/** Every entry of a period outside the trash, newest first. */
export function listPeriod(journal: Journal, period: { from?: Day | undefined; to?: Day | undefined }): Entry[] {
  return rowsToEntries(
    journal,
    selectEntries(journal.db, { ...period, rubricId: journal.rubric.id }, Number.MAX_SAFE_INTEGER),
  );
}

/** The stored row of an entry. Throws `not-found`. */
export function findEntry({ db }: Journal, id: string): EntryRow {
  const row = selectEntry(db, id);
  if (!row) throw new RungError('not-found', `There is no entry ${id}. "rung list --json" shows the ids.`);
  return row;
}

function createEntries(journal: Journal, drafts: CheckedInput<'entries.createMany'>): Entry[] {
  return drafts.map((draft, index) => {
    try {
      return createEntry(journal, draft);
    } catch (error) {
      throw inListAt(index, error);
    }
  });
}

function createEntry(journal: Journal, draft: CheckedInput<'entries.create'>): Entry {
  const { evidence, ...rest } = draft;
  const content: EntryContent = { ...rest, occurredOn: draft.occurredOn ?? journal.clock.today() };
  const id = newId();
  const now = journal.clock.now();
  const position = insertEntry(journal.db, contentToColumns(content, id, 1, now));
  addRevision(journal, id, null, content);
  writeNamesAndWords(journal, position, content);
  for (const [index, { criterionId, strong }] of evidence.entries()) {
    assertCriterion(journal, criterionId, `evidence.${index}.criterionId`);
    const link = { criterionId, strong, state: 'confirmed' as const };
    upsertEvidence(journal.db, { ...link, rubricId: journal.rubric.id, position, now });
  }
  return getEntry(journal, id);
}

function listEntries(journal: Journal, query: CheckedInput<'entries.list'>): Output<'entries.list'> {
  if (query.trashed) return { entries: rowsToEntries(journal, selectTrash(journal.db, query.limit)), nextBefore: null };
  return rowsToPage(journal, selectEntries(journal.db, queryToFilter(journal, query), query.limit + 1), query.limit);
}

function queryToFilter(journal: Journal, query: CheckedInput<'entries.list'>): EntryFilter {
  const { kind, from, to, before, tag, project, person, criterionId } = query;
  if (criterionId !== undefined) assertCriterion(journal, criterionId, 'criterionId');
  return {
    kind,
    from,
    to,
    before,
    tag: tag && nameToKey(tag),
    project: project && nameToKey(project),
    person: person && nameToKey(person),
    criterion: criterionId,
    rubricId: journal.rubric.id,
  };
}

/** A save on an old version keeps its text as a version too, but leaves the entry as it is, and says so. */
function saveEntry(journal: Journal, save: CheckedInput<'entries.update'>): Entry {
  const isSaved = write(journal, () => trySave(journal, save));
  if (isSaved) return getEntry(journal, save.id);
  throw new RungError(
    'conflict',
    'This entry was changed somewhere else since it was opened. Both versions are kept: yours is in its history. Open the entry again to choose.',
  );
}

/** All or nothing: one entry that was changed meanwhile stops the whole change. */
function saveEntries(journal: Journal, saves: CheckedInput<'entries.updateMany'>): Entry[] {
  for (const save of saves) {
    if (trySave(journal, save)) continue;
    throw new RungError(
      'conflict',
      'One of these entries was changed somewhere else meanwhile. Nothing was changed. Choose them again.',
    );
  }
  return saves.map(({ id }) => getEntry(journal, id));
}

/** Adds the version, and makes it the entry's own unless another one came between. */
function trySave(journal: Journal, { id, baseRevision, content }: CheckedInput<'entries.update'>): boolean {
  const row = findEntry(journal, id);
  const number = addRevision(journal, id, baseRevision, content);
  if (row.revision !== baseRevision) return false;
  const position = updateEntry(journal.db, contentToColumns(content, id, number, journal.clock.now()), row);
  if (position !== row.position) unindexEntry(journal.db, row.position);
  writeNamesAndWords(journal, position, content);
  return true;
}

function moveMany(journal: Journal, ids: readonly string[], trashedAt: string | null): Entry[] {
  return ids.map((id) => setTrashedAt(journal, id, trashedAt));
}

function setTrashedAt(journal: Journal, id: string, trashedAt: string | null): Entry {
  findEntry(journal, id);
  updateTrashedAt(journal.db, id, trashedAt);
  return getEntry(journal, id);
}

/** Writes beside an entry what is found by: its names, and the words of its text. */
export function writeNamesAndWords({ db }: Pick<Journal, 'db'>, position: number, content: EntryContent): void {
  replaceNames(
    db,
    'people',
    position,
    content.people.map((person) => person.name),
  );
  replaceNames(db, 'projects', position, content.projects);
  replaceNames(db, 'tags', position, content.tags);
  indexEntry(db, position, content);
}

/** What `entries` keeps of an entry's content. `now` is the time of the save, UTC. */
export function contentToColumns(content: EntryContent, id: string, revision: number, now: string): EntryColumns {
  const { kind, occurredOn, title, status, visibility } = content;
  return {
    id,
    kind,
    occurredOn,
    title,
    status,
    visibility,
    revision,
    now,
    raiseAtNextMeeting: Number(content.raiseAtNextMeeting),
    hasResult: Number(hasResult(content)),
    hasLink: Number(content.links.length > 0),
    hasWitness: Number(hasWitness(content)),
  };
}

function inListAt(index: number, error: unknown): unknown {
  if (!(error instanceof RungError)) return error;
  const fields = Object.entries(error.fields ?? {}).map(([path, message]) => [`${index}.${path}`, message]);
  return new RungError(error.code, `Entry ${index + 1}: ${error.message}`, Object.fromEntries(fields));
}
