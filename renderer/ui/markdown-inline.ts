/** A piece of a line of Markdown. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'break' }
  | { type: 'strong' | 'emphasis'; inside: Inline[] }
  | { type: 'link'; url: string; inside: Inline[] };

const TOKEN =
  /\\([!-/:-@[-`{-~])|(`+)([^`]|[^`][\s\S]*?[^`])\2(?!`)|\[((?:\\.|[^\]\\])*)\]\(<?((?:\\.|[^\s()<>\\]|\([^\s()]*\))*)>?\)|<((?:https?|mailto):[^\s<>]+)>|(\*\*|__)(?=\S)([\s\S]*?\S)\7|(\*|_)(?=\S)((?:\\.|[^\\])*?[^\s\\])\9(?![\p{L}\p{N}])|( {2,}|\\)\n|&(#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|nbsp);|(?<![\p{L}\p{N}/])(https?:\/\/[^\s<>()]*[^\s<>().,;:!?'"])/giu;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
/** Characters of one block that are read for marks; a longer block stays text, so that reading takes no time to notice. */
const LONGEST = 10_000;
const DEEPEST = 8;

const SAFE_URL = /^(https?|mailto):/i;

/** Code, emphasis, links and escapes of a line. Only http, https and mailto become links; all else stays text. */
export function parseInline(text: string, depth = 0): Inline[] {
  if (text.length > LONGEST || depth > DEEPEST) return [{ type: 'text', text }];
  const pieces: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const piece = matchToInline(match, text, depth + 1);
    if (!piece) continue;
    addText(pieces, text.slice(end, match.index));
    if (piece.type === 'text') addText(pieces, piece.text);
    else pieces.push(piece);
    end = match.index + match[0].length;
  }
  addText(pieces, text.slice(end));
  return pieces;
}

function matchToInline(match: RegExpMatchArray, text: string, depth: number): Inline | null {
  const [, escaped, , code, label, url, address, , strong, mark, emphasis, hardBreak, entity, bareUrl] = match;
  if (escaped) return { type: 'text', text: escaped };
  if (code !== undefined) return { type: 'code', text: code.trim() };
  if (label !== undefined) return linkTo(unescape(url ?? ''), parseInline(label, depth), match[0]);
  const plainUrl = address ?? bareUrl;
  if (plainUrl) return linkTo(plainUrl, [{ type: 'text', text: plainUrl }], match[0]);
  if (strong !== undefined) return { type: 'strong', inside: parseInline(strong, depth) };
  if (emphasis !== undefined) {
    // An underscore inside a word, as in `snake_case`, is an underscore.
    const isInWord = mark === '_' && /[\p{L}\p{N}]/u.test(text[match.index! - 1] ?? '');
    return isInWord ? null : { type: 'emphasis', inside: parseInline(emphasis, depth) };
  }
  if (hardBreak !== undefined) return { type: 'break' };
  return { type: 'text', text: entityToText(entity ?? '') };
}

function linkTo(url: string, inside: Inline[], asWritten: string): Inline {
  return SAFE_URL.test(url) ? { type: 'link', url, inside } : { type: 'text', text: asWritten };
}

function entityToText(entity: string): string {
  if (!entity.startsWith('#')) return ENTITIES[entity.toLowerCase()] ?? `&${entity};`;
  const code = entity[1]?.toLowerCase() === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\ufffd';
}

function unescape(text: string): string {
  return text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}

function addText(pieces: Inline[], text: string): void {
  const last = pieces.at(-1);
  if (last?.type === 'text') last.text += text;
  else if (text) pieces.push({ type: 'text', text });
}
