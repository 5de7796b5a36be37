import type { CapturedLine, CaptureContext, Token } from './captured-line.ts';
import { parseLine } from './parse-line.ts';
import { nameToSource } from './signs.ts';

/** Writes what was understood as a line again: reading it gives the same. */
export function printLine(captured: CapturedLine, context: CaptureContext): string {
  const signs = [
    captured.kind,
    ...captured.people.map((name) => nameToSource('@', name)),
    ...captured.tags.map((name) => nameToSource('#', name)),
    ...captured.projects.map((name) => nameToSource('+', name)),
    ...captured.criterionIds.map((id) => `^${id}`),
    ...(captured.minutes === null ? [] : [`~${captured.minutes}m`]),
    ...(captured.occurredOn === null ? [] : [captured.occurredOn]),
  ];
  // The title comes last, so that no preposition at its end is taken along with a person.
  return keepTitleLiteral(`${signs.join(' ')} `, captured.title, captured.raiseAtNextMeeting ? ' !' : '', context);
}

/** Undoes one recognition: the line with a backslash before the sign of that token. */
export function keepLiteral(captured: CapturedLine, tokenIndex: number): string {
  return captured.tokens
    .map(({ source, signAt }, index) =>
      index === tokenIndex ? `${source.slice(0, signAt)}\\${source.slice(signAt)}` : source,
    )
    .join('');
}

/** The whole line, with a backslash in the title wherever a sign would be read in it. */
function keepTitleLiteral(before: string, title: string, after: string, context: CaptureContext): string {
  let kept = doubleEscapes(before, title, after, context);
  for (;;) {
    const at = tokenPlaces(before + kept + after, context).find(
      ({ token, signAt }) => token.meaning !== null && signAt >= before.length && signAt < before.length + kept.length,
    );
    if (!at) return before + kept + after;
    const place = at.signAt - before.length;
    kept = `${kept.slice(0, place)}\\${kept.slice(place)}`;
  }
}

/** A backslash that is part of the title itself would be dropped; a second one keeps it. */
function doubleEscapes(before: string, title: string, after: string, context: CaptureContext): string {
  let kept = title;
  const escaped = tokenPlaces(before + title + after, context).filter(
    ({ token }) => token.source !== token.text && token.meaning === null,
  );
  for (const { signAt } of escaped.toReversed()) {
    const place = signAt - before.length;
    kept = `${kept.slice(0, place)}\\${kept.slice(place)}`;
  }
  return kept;
}

function tokenPlaces(line: string, context: CaptureContext): { token: Token; signAt: number }[] {
  let end = 0;
  return parseLine(line, context).tokens.map((token) => {
    const signAt = end + token.signAt;
    end += token.source.length;
    return { token, signAt };
  });
}
