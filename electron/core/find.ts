import type { CheckedInput, HandlersOf, Output } from '../../shared/contract/contract.ts';
import { nameToKey } from '../../shared/domain/text.ts';
import { INFIX_LENGTH } from '../../shared/find/find-matches.ts';
import { parseQuery, type Missing, type Phrase, type Query } from '../../shared/find/query.ts';
import { isWholeWord } from '../../shared/find/words.ts';
import { selectEntries, type EntryFilter } from './db/entry-list-sql.ts';
import { selectWordsHolding } from './db/text-index.ts';
import { rowsToPage } from './entry-rows.ts';
import type { Journal } from './journal.ts';

/** How many words a part of a word may stand for. */
const INFIX_WORDS = 200;

/** Full-text search with filters, newest first. */
export function findHandlers(journal: Journal): HandlersOf<'find'> {
  return { 'find.entries': (request) => findEntries(journal, request) };
}

function findEntries(journal: Journal, { query, before, limit }: CheckedInput<'find.entries'>): Output<'find.entries'> {
  const filter = queryToFilter(journal, parseQuery(query));
  return rowsToPage(journal, selectEntries(journal.db, { ...filter, before }, limit + 1), limit);
}

function queryToFilter({ db, rubric }: Journal, query: Query): EntryFilter {
  const { kind, status, visibility, isRaised, tag, project, person, criterionId, from, to } = query;
  return {
    kind,
    status,
    visibility,
    isRaised,
    from,
    to,
    hidesSealed: visibility !== 'sealed',
    result: toFlag(query, 'result'),
    link: toFlag(query, 'link'),
    witness: toFlag(query, 'witness'),
    mapped: toFlag(query, 'criterion'),
    tag: tag && nameToKey(tag),
    project: project && nameToKey(project),
    person: person && nameToKey(person),
    criterion: criterionId,
    rubricId: rubric.id,
    match: queryToMatch(query, (letters) => selectWordsHolding(db, letters, INFIX_WORDS)),
  };
}

function toFlag({ missing, having }: Query, field: Missing): boolean | undefined {
  if (missing.includes(field)) return false;
  return having.includes(field) ? true : undefined;
}

/** The query's words as a full-text expression; undefined where it has none. `wordsHolding` finds whole words for a part of one. */
function queryToMatch({ phrases, without }: Query, wordsHolding: (letters: string) => string[]): string | undefined {
  if (phrases.length === 0 && without.length === 0) return undefined;
  const wanted = phrases.map((phrase) => phraseToMatch(phrase, wordsHolding));
  const unwanted = without.map((phrase) => ` NOT ${phraseToMatch(phrase, wordsHolding)}`);
  return `(${wanted.length > 0 ? wanted.join(' AND ') : 'marks : any'})${unwanted.join('')}`;
}

function phraseToMatch({ words, isPart }: Phrase, wordsHolding: (letters: string) => string[]): string {
  const [word = ''] = words;
  const isOpen = isPart && !isWholeWord(words.at(-1) ?? '');
  const whole = `"${words.join(' ')}"${isOpen ? ' *' : ''}`;
  const longer = isOpen && words.length === 1 && word.length >= INFIX_LENGTH ? wordsHolding(word) : [];
  return `({title story names} : (${[whole, ...longer.map((one) => `"${one}"`)].join(' OR ')}))`;
}
