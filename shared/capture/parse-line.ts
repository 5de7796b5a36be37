import type { EntryKind } from '../domain/entry-words.ts';
import type { CapturedLine, CaptureContext, Meaning, Token } from './captured-line.ts';
import { findDatePhrases } from './date-phrases.ts';
import { readSign } from './signs.ts';

const KIND_WORDS: Readonly<Record<string, EntryKind>> = {
  win: 'win',
  help: 'help',
  helped: 'help',
  design: 'design',
  designed: 'design',
};

/** A recognised stretch, or one whose backslash keeps it literal (`meaning` null). */
interface Span {
  from: number;
  to: number;
  signAt: number;
  meaning: Meaning | null;
}

/** Reads a line by the one-line grammar. What is recognised plus what is left is always the whole line. */
export function parseLine(line: string, context: CaptureContext): CapturedLine {
  const kindSpan = findKind(line);
  const kind = kindSpan?.meaning?.as === 'kind' ? kindSpan.meaning.kind : context.kind;
  const taken = [...(kindSpan ? [kindSpan] : []), ...findDate(line, context)];
  const signs = findSigns(line, context, kind).filter((sign) => !taken.some((span) => overlap(span, sign)));
  const raise = findRaise(line);
  const spans = [...taken, ...signs, ...(raise ? [raise] : [])].sort((a, b) => a.from - b.from);
  return tokensToLine(spansToTokens(line, spans), kind);
}

function findKind(line: string): Span | null {
  const [source, space = '', escapes = '', word = ''] =
    /^(\s*)(\\*)(win|help(?:ed)?|design(?:ed)?)(?=[\s:])/i.exec(line) ?? [];
  if (source === undefined) return null;
  const signAt = space.length;
  if (escapes) return { from: signAt, to: source.length, signAt, meaning: null };
  const colon = line[source.length] === ':' ? 1 : 0;
  return {
    from: signAt,
    to: source.length + colon,
    signAt,
    meaning: { as: 'kind', kind: KIND_WORDS[word.toLowerCase()]! },
  };
}

/** The last date of the line is when it happened; earlier ones are part of the story. */
function findDate(line: string, { readDate, today }: CaptureContext): Span[] {
  if (!readDate) return [];
  const dates = findDatePhrases(line).flatMap(({ phrase, ...place }) => {
    const day = readDate(phrase, today);
    return day ? [{ ...place, day }] : [];
  });
  const last = dates.findLast(({ escapes }) => escapes === 0);
  return dates.flatMap(({ from, to, signAt, escapes, day }): Span[] => {
    if (escapes > 0) return [{ from: signAt, to, signAt, meaning: null }];
    return from === last?.from ? [{ from, to, signAt, meaning: { as: 'date', day } }] : [];
  });
}

function findSigns(line: string, { criterionIds }: CaptureContext, kind: EntryKind): Span[] {
  const spans: Span[] = [];
  for (const { index: from, 0: source, groups = {} } of line.matchAll(/(?<=^|\s)(?<escape>\\*)[@#+^~]\S/gu)) {
    const escapes = groups['escape']?.length ?? 0;
    const sign = readSign(line.slice(from + escapes), criterionIds);
    if (!sign || source === '' || (sign.meaning.as === 'minutes' && kind !== 'help')) continue;
    const to = from + escapes + sign.length;
    if (escapes > 0) spans.push({ from, to, signAt: from, meaning: null });
    else
      spans.push({
        from: from - leadLength(line.slice(0, from), sign.meaning),
        to,
        signAt: from,
        meaning: sign.meaning,
      });
  }
  return withoutOverlaps(spans);
}

/** "with @ana" goes as a whole, so that no preposition is left hanging in the title. */
function leadLength(before: string, meaning: Meaning): number {
  if (meaning.as !== 'person') return 0;
  const [lead = ''] = /(?<=^|\s)(?:with|and|to|for|from|by) +$/i.exec(before) ?? [];
  return lead.length;
}

/** `!` at the very end, on its own. */
function findRaise(line: string): Span | null {
  const [source, space = '', escapes = ''] = /(?:^|(\s+))(\\*)!\s*$/.exec(line) ?? [];
  if (source === undefined) return null;
  const from = line.length - source.length + space.length;
  const to = from + escapes.length + 1;
  return { from, to, signAt: from, meaning: escapes ? null : { as: 'raise' } };
}

function withoutOverlaps(spans: Span[]): Span[] {
  return spans.filter((span, index) => !spans.slice(0, index).some((before) => overlap(before, span)));
}

function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

function spansToTokens(line: string, spans: readonly Span[]): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { from, to, signAt, meaning } of spans) {
    if (from > end) tokens.push(textToken(line.slice(end, from)));
    const source = line.slice(from, to);
    tokens.push({ source, meaning, text: meaning ? '' : source.slice(1), signAt: signAt - from });
    end = to;
  }
  if (end < line.length) tokens.push(textToken(line.slice(end)));
  return tokens;
}

function textToken(source: string): Token {
  return { source, meaning: null, text: source, signAt: 0 };
}

function tokensToLine(tokens: Token[], kind: EntryKind): CapturedLine {
  const meanings = tokens.flatMap(({ meaning }) => (meaning ? [meaning] : []));
  const all = <As extends Meaning['as']>(as: As) =>
    meanings.filter((meaning): meaning is Extract<Meaning, { as: As }> => meaning.as === as);
  return {
    tokens,
    kind,
    title: tokensToTitle(tokens),
    occurredOn: all('date')[0]?.day ?? null,
    people: withoutRepeats(all('person').map(({ name }) => name)),
    tags: withoutRepeats(all('tag').map(({ name }) => name)),
    projects: withoutRepeats(all('project').map(({ name }) => name)),
    criterionIds: withoutRepeats(all('criterion').map(({ criterionId }) => criterionId)),
    minutes: all('minutes').at(-1)?.minutes ?? null,
    raiseAtNextMeeting: all('raise').length > 0,
  };
}

/** What is left over, with the gaps closed where something was taken out. */
function tokensToTitle(tokens: readonly Token[]): string {
  const text = tokens.map((token) => token.text).join('');
  // A comma that led over to what was taken out at the end leads nowhere now.
  const isEndTaken = tokens.findLast(({ source }) => source.trim() !== '')?.meaning;
  return closeGaps(isEndTaken ? text.replace(/[\s,;:]+$/, '') : text);
}

function closeGaps(text: string): string {
  const closed = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ +(?=[,;:.](?:\s|$))/g, '')
    .replace(/^[\s,;:]+/, '')
    .trim();
  return closed === text ? closed : closeGaps(closed);
}

function withoutRepeats(list: string[]): string[] {
  return [...new Set(list)];
}
