import type Database from 'better-sqlite3';
import { dayToNumber, type Day } from '../../../shared/domain/day.ts';
import { ENTRY_COLUMNS, POSITIONS_A_DAY, type EntryRow } from './entries-sql.ts';
import { prepare } from './prepare.ts';

const LAST_POSITION = Number.MAX_SAFE_INTEGER;

/** Which entries a list holds. What is undefined does not filter. Names are keys (see `nameToKey`). */
export interface EntryFilter {
  kind?: string | undefined;
  status?: string | undefined;
  visibility?: string | undefined;
  /** Leaves sealed entries out. */
  hidesSealed?: boolean | undefined;
  isRaised?: boolean | undefined;
  result?: boolean | undefined;
  link?: boolean | undefined;
  witness?: boolean | undefined;
  /** Whether the entry is confirmed evidence for anything. */
  mapped?: boolean | undefined;
  tag?: string | undefined;
  project?: string | undefined;
  person?: string | undefined;
  criterion?: string | undefined;
  rubricId: string;
  from?: Day | undefined;
  to?: Day | undefined;
  before?: number | undefined;
  /** A full-text expression (see `queryToMatch`). */
  match?: string | undefined;
}

/** A table that leads from a filter to the entries it lets through, along a key whose last part is their position. */
const LINKS = [
  { field: 'tag', table: 'entry_tags', on: 'l.tag_id = (SELECT id FROM tags WHERE key = :tag)' },
  { field: 'project', table: 'entry_projects', on: 'l.project_id = (SELECT id FROM projects WHERE key = :project)' },
  { field: 'person', table: 'entry_people', on: 'l.person_id = (SELECT id FROM people WHERE key = :person)' },
  {
    field: 'criterion',
    table: 'evidence',
    on: "l.rubric_id = :rubricId AND l.criterion_id = :criterion AND l.state = 'confirmed'",
  },
] as const;

const MAPPED =
  "EXISTS (SELECT 1 FROM evidence v WHERE v.position = e.position AND v.rubric_id = :rubricId AND v.state = 'confirmed')";

/** Entries outside the trash, newest first. The narrowest filter drives, so that no page needs a sort. */
export function selectEntries(db: Database.Database, filter: EntryFilter, limit: number): EntryRow[] {
  return prepare<object, EntryRow>(db, listSentence(filter)).all({ ...listParameters(filter), limit });
}

/** The sentence of {@link selectEntries}; tests look at its query plan. */
export function listSentence(filter: EntryFilter): string {
  const links = LINKS.filter(({ field }) => filter[field] !== undefined);
  const { from, position, on, rest } = chooseDriver(filter, links);
  const conditions = [
    ...on,
    `${position} >= :first`,
    `${position} < :end`,
    'e.trashed_at IS NULL',
    ...columnConditions(filter),
  ];
  for (const { table, on: link } of rest) {
    conditions.push(`EXISTS (SELECT 1 FROM ${table} l WHERE l.position = e.position AND ${link})`);
  }
  return `
    SELECT ${ENTRY_COLUMNS}
    FROM ${from} CROSS JOIN revisions r ON r.entry_id = e.id AND r.number = e.revision
    WHERE ${conditions.join(' AND ')}
    ORDER BY ${position} DESC LIMIT :limit`;
}

type Link = (typeof LINKS)[number];

function chooseDriver({ match }: EntryFilter, links: readonly Link[]) {
  if (match !== undefined) {
    const from = 'entry_text CROSS JOIN entries e ON e.position = entry_text.rowid';
    return { from, position: 'entry_text.rowid', on: ['entry_text MATCH :match'], rest: links };
  }
  const [driver, ...rest] = links;
  if (!driver) return { from: 'entries e', position: 'e.position', on: [], rest };
  const from = `${driver.table} l CROSS JOIN entries e ON e.position = l.position`;
  return { from, position: 'l.position', on: [driver.on], rest };
}

function columnConditions(filter: EntryFilter): string[] {
  const { kind, status, visibility, hidesSealed, isRaised, result, link, witness, mapped } = filter;
  return [
    ...(kind === undefined ? [] : ['e.kind = :kind']),
    ...(status === undefined ? [] : ['e.status = :status']),
    ...(visibility === undefined ? [] : ['e.visibility = :visibility']),
    ...(hidesSealed ? ["e.visibility <> 'sealed'"] : []),
    ...(isRaised ? ['e.raise_at_next_meeting = 1'] : []),
    ...(result === undefined ? [] : [`e.has_result = ${Number(result)}`]),
    ...(link === undefined ? [] : [`e.has_link = ${Number(link)}`]),
    ...(witness === undefined ? [] : [`e.has_witness = ${Number(witness)}`]),
    ...(mapped === undefined ? [] : [mapped ? MAPPED : `NOT ${MAPPED}`]),
  ];
}

function listParameters(filter: EntryFilter): object {
  const { from, to, before, kind, status, visibility, tag, project, person, criterion, rubricId, match } = filter;
  const end = to ? (dayToNumber(to) + 1) * POSITIONS_A_DAY : LAST_POSITION;
  return {
    kind,
    status,
    visibility,
    tag,
    project,
    person,
    criterion,
    rubricId,
    match,
    first: from ? dayToNumber(from) * POSITIONS_A_DAY : -LAST_POSITION,
    end: Math.min(end, before ?? LAST_POSITION),
  };
}
