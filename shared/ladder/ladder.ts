/** A company's ladder as it was read from whatever it came in: levels, and themes with what each asks at each level. */
export interface Ladder {
  /** As the file says it; empty where it does not. */
  name: string;
  /** Lowest first, as the file has them; empty where it has none. */
  levels: string[];
  themes: LadderTheme[];
}

/** A group of criteria: a pillar of the rubric to be. */
export interface LadderTheme {
  name: string;
  criteria: LadderCriterion[];
}

export interface LadderCriterion {
  name: string;
  /** What it asks whatever the level; empty where that differs by level. */
  description: string;
  /** What it asks at each level that says something. */
  texts: { level: string; text: string }[];
}

/** A file that is no ladder Rung can read: where, and what was expected there. */
export class LadderError extends Error {
  override readonly name = 'LadderError';
  /** Counted from 1; null where the whole file is meant. */
  readonly line: number | null;

  constructor(line: number | null, expected: string) {
    super(line === null ? expected : `Line ${line}: ${expected}`);
    this.line = line;
  }
}

/** The longest name of a criterion, in characters. */
const NAME_LENGTH = 80;

/** A text as the name of a criterion: one line without Markdown's stars, cut between words where it is long. */
export function textToName(text: string): string {
  const line = text.replaceAll('**', '').replaceAll(/\s+/g, ' ').trim().replace(/:$/, '');
  return line.length <= NAME_LENGTH ? line : `${cutText(line, NAME_LENGTH - 1).replace(/\s+\S*$/, '')}…`;
}

/** At most so many characters (UTF-16 units) of a text, and no character in two. */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

/** Collects criteria under themes, both in the order in which they are met. */
export class LadderBuilder {
  readonly #themes = new Map<string, Map<string, LadderCriterion>>();
  readonly #levels: string[] = [];

  /** Adds a level where it is new. */
  addLevel(level: string): void {
    if (level !== '' && !this.#levels.includes(level)) this.#levels.push(level);
  }

  /** Adds a text to a criterion, under its level where there is one. The same criterion may be met again. */
  add(at: { theme: string; criterion: string; level?: string }, text: string): void {
    const theme = at.theme || 'Criteria';
    const criteria = this.#themes.get(theme) ?? new Map<string, LadderCriterion>();
    this.#themes.set(theme, criteria);
    const criterion = criteria.get(at.criterion) ?? { name: at.criterion, description: '', texts: [] };
    criteria.set(at.criterion, criterion);
    if (!at.level) criterion.description = joinTexts(criterion.description, text);
    else addText(criterion, at.level, text);
    if (at.level) this.addLevel(at.level);
  }

  /** The ladder; throws where nothing was added. */
  build(name: string): Ladder {
    if (this.#themes.size === 0) throw new LadderError(null, 'There is no criterion in it.');
    const themes = [...this.#themes].map(([theme, criteria]) => ({ name: theme, criteria: [...criteria.values()] }));
    return { name, levels: this.#levels, themes };
  }
}

function addText(criterion: LadderCriterion, level: string, text: string): void {
  const there = criterion.texts.find((one) => one.level === level);
  if (there) there.text = joinTexts(there.text, text);
  else if (text !== '') criterion.texts.push({ level, text });
}

function joinTexts(before: string, text: string): string {
  return [before, text].filter((part) => part !== '').join('\n');
}
