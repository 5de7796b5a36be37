/** The start of a span the user marked as private, also when an editor escaped or emphasised parts of it. */
const OPENER = /\\?\[\\?\[[\s*_~\\]*private[\s*_~\\]*[:：]/i;
const BRACKETS = /[[\]]/g;

/** The text without its `[[private: …]]` spans. One that is never closed reaches to the end of the text. */
export function dropPrivateSpans(text: string): string {
  return replaceSpans(text, () => '');
}

/** The text with its `[[private: …]]` spans as plain words, for the user's own eyes. */
export function openPrivateSpans(text: string): string {
  return replaceSpans(text, (inside) => openPrivateSpans(inside).trim());
}

function replaceSpans(text: string, replace: (inside: string) => string): string {
  const opener = text.includes('[') ? OPENER.exec(text) : null;
  if (!opener) return text;
  const before = text.slice(0, opener.index);
  const rest = text.slice(opener.index + opener[0].length);
  const end = findClosing(rest);
  return joinWithoutGap(before + replace(rest.slice(0, end)), replaceSpans(rest.slice(end + 2), replace));
}

/**
 * Where the `]]` stands that closes the span. Brackets that open inside it have to close first,
 * so `a[b[0]]` does not end a span early; in doubt the span is longer, never shorter.
 */
function findClosing(text: string): number {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(BRACKETS)) {
    if (bracket === '[') depth += 1;
    else if (depth > 0) depth -= 1;
    else if (text[index + 1] === ']') return index;
  }
  return text.length;
}

function joinWithoutGap(before: string, after: string): string {
  return /(^|[ \t])$/.test(before) && /^[ \t.,;:!?)]/.test(after) ? before.trimEnd() + after : before + after;
}
