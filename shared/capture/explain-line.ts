import type { Day } from '../domain/day.ts';
import type { CapturedLine, Meaning } from './captured-line.ts';

/** One thing that was recognised, in words. */
export interface Explanation {
  /** Which token of the line it is. */
  tokenIndex: number;
  as: Meaning['as'];
  /** The sign it was written with; empty for words and dates. */
  sign: string;
  text: string;
  /** The same as it is read out. */
  spoken: string;
}

/** How days and criteria are called. */
export interface Wording {
  dayToText: (day: Day) => string;
  criterionToName: (criterionId: string) => string;
}

const KINDS = { win: 'Win', help: 'Help', design: 'Design' };

/** Everything that was recognised in the line, from left to right. */
export function explainLine({ tokens }: CapturedLine, wording: Wording): Explanation[] {
  return tokens.flatMap(({ meaning }, tokenIndex) =>
    meaning ? [{ tokenIndex, as: meaning.as, ...explain(meaning, wording) }] : [],
  );
}

/** 90 → `1 h 30 min`. */
export function minutesToWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

function explain(meaning: Meaning, wording: Wording): Pick<Explanation, 'sign' | 'text' | 'spoken'> {
  switch (meaning.as) {
    case 'kind':
      return plain(KINDS[meaning.kind]);
    case 'person':
      return { sign: '@', text: meaning.name, spoken: `person ${meaning.name}` };
    case 'tag':
      return { sign: '#', text: meaning.name, spoken: `tag ${meaning.name}` };
    case 'project':
      return { sign: '+', text: meaning.name, spoken: `project ${meaning.name}` };
    case 'criterion': {
      const name = wording.criterionToName(meaning.criterionId);
      return { sign: '^', text: name, spoken: `criterion ${name}` };
    }
    case 'minutes':
      return plain(minutesToWords(meaning.minutes));
    case 'date':
      return plain(wording.dayToText(meaning.day));
    case 'raise':
      return plain('raise at the next 1:1');
  }
}

function plain(text: string): Pick<Explanation, 'sign' | 'text' | 'spoken'> {
  return { sign: '', text, spoken: text };
}
