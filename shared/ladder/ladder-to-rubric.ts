import type { Criterion, Rubric } from '../domain/rubric.ts';
import { cutText, type Ladder, type LadderCriterion } from './ladder.ts';

/** What the user chose about a ladder before it becomes a rubric. */
export interface LadderChoice {
  name: string;
  /** Where it comes from, in the user's words. */
  source: string;
  /** The level one is at and the one aimed at; null where the ladder has no levels. */
  mine: string | null;
  target: string | null;
  /** Keeps the wording out of exports unless it is asked for. */
  isConfidential: boolean;
  /** Criteria to leave out, by theme and name as {@link criterionKey} joins them. */
  leftOut: readonly string[];
}

/** How a criterion of a ladder is named before it has an id. */
export function criterionKey(theme: string, criterion: string): string {
  return `${theme} / ${criterion}`;
}

/**
 * A rubric from a ladder: themes become pillars, the text of the level aimed at becomes what a criterion asks. Ids are made
 * of the names, so that the next version of the same ladder finds the evidence of this one. `rules` are taken over; a rule
 * of thumb about pillars means nothing on a company's ladder.
 */
export function ladderToRubric(ladder: Ladder, choice: LadderChoice, rules: Rubric['rules']): Rubric {
  const taken = new Set<string>();
  const toId = (name: string) => uniqueId(nameToId(name), taken);
  const pillars = ladder.themes
    .map((theme) => ({
      ...theme,
      criteria: theme.criteria.filter(({ name }) => !choice.leftOut.includes(criterionKey(theme.name, name))),
    }))
    .filter(({ criteria }) => criteria.length > 0)
    .map(({ name, criteria }) => ({
      id: toId(name),
      name: cutText(name, 80),
      definition: '',
      lead: null,
      criteria: criteria.map((criterion) => toCriterion(criterion, choice, toId(criterion.name))),
    }));
  return {
    id: nameToId(choice.name),
    name: choice.name,
    version: 1,
    source: choice.source,
    isConfidential: choice.isConfidential,
    levels: { all: ladder.levels, mine: choice.mine, target: choice.target },
    pillars,
    ground: { id: uniqueId('ground', taken), name: 'Ground', definition: '', criteria: [] },
    rules: { ...rules, readiness: null },
    signals: [],
  };
}

const LONGEST_DEFINITION = 2_000;

function toCriterion({ name, description, texts }: LadderCriterion, { target }: LadderChoice, id: string): Criterion {
  const atTarget = texts.find(({ level }) => level === target)?.text ?? '';
  const said = [atTarget, description].find((text) => text.trim() !== '') ?? name;
  return {
    id,
    name,
    definition: cutText(said.replaceAll(/\s*\n\s*/g, ' ').trim(), LONGEST_DEFINITION),
    counts: [],
    questions: [],
    feeds: ['win', 'help', 'design'],
    why: null,
    suggests: [],
    levels: texts,
  };
}

/** Lower-case words joined by hyphens; letters with marks lose them, what has no Latin letter keeps its number. */
function nameToId(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  return (
    plain
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 60)
      .replace(/-+$/, '') || 'criterion'
  );
}

function uniqueId(id: string, taken: Set<string>): string {
  let unique = id;
  for (let n = 2; taken.has(unique); n += 1) unique = `${id}-${n}`;
  taken.add(unique);
  return unique;
}
