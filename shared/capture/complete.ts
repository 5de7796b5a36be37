import { nameToSource } from './signs.ts';

/** Names that can complete what is being typed, the most used first. */
export interface KnownNames {
  people: readonly string[];
  tags: readonly string[];
  projects: readonly string[];
  criterionIds: readonly string[];
}

/** What is being typed at the caret, and what it may become. */
export interface Completion {
  /** Where the sign begins and where the caret stands: what a choice replaces. */
  from: number;
  to: number;
  /** What each choice puts there, sign included. */
  choices: string[];
}

const MOST_CHOICES = 6;
const UNDER_CARET = /(?<=^|\s)([@#+^])(?:"([^"]*)|([^\s"]*))$/u;

/** The choices for the sign that ends at the caret; null where none is being typed or nothing fits. */
export function completeLine(line: string, caret: number, known: KnownNames): Completion | null {
  const [source, sign, quoted, bare] = UNDER_CARET.exec(line.slice(0, caret)) ?? [];
  if (source === undefined || !sign) return null;
  const typed = fold(quoted ?? bare ?? '');
  const choices = rank(namesOf(sign, known), typed)
    .slice(0, MOST_CHOICES)
    .map((name) => (sign === '^' ? sign + name : nameToSource(sign as '@' | '#' | '+', name)));
  return choices.length > 0 ? { from: caret - source.length, to: caret, choices } : null;
}

/** The line and the caret after a choice was taken; a space follows, so that typing goes on. */
export function applyChoice(line: string, { from, to }: Completion, choice: string): { line: string; caret: number } {
  const rest = line.slice(to);
  const gap = rest.startsWith(' ') ? '' : ' ';
  return { line: line.slice(0, from) + choice + gap + rest, caret: from + choice.length + 1 };
}

function namesOf(sign: string, { people, tags, projects, criterionIds }: KnownNames): readonly string[] {
  switch (sign) {
    case '@':
      return people;
    case '#':
      return tags;
    case '+':
      return projects;
    default:
      return criterionIds;
  }
}

/** Names that begin so come before names with a later word that does; one typed in full needs no choice. */
function rank(names: readonly string[], typed: string): string[] {
  const begins = names.filter((name) => fold(name).startsWith(typed) && fold(name) !== typed);
  const inside = names.filter(
    (name) =>
      !begins.includes(name) &&
      typed !== '' &&
      wordsOf(name).some((word) => word.startsWith(typed) && fold(name) !== typed),
  );
  return [...begins, ...inside];
}

function wordsOf(name: string): string[] {
  return fold(name).split(/[\s._-]+/);
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}
