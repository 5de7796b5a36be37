import { decodeEntity } from './reader-view.ts';

// The only place that escapes Markdown. Whatever is not recognised here as a safe construct leaves as plain text.

const CONTROL = /(?![\t\n])\p{Cc}/gu;
const LINE_BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
/** `_` between letters or digits is never emphasis, so `snake_case` stays readable. */
const SIGNS = /[\\`*[\]<~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=#?\w+;)|:(?=\/\/)|(?<=\bmailto):|(?<=\bwww)\./gi;
const LINE_START =
  /^(?:#{1,6}(?=\s|$)|>|[-+=](?=\s|$|[-=|:])|\*(?=\s|$|[ \t]*\*[ \t]*\*[*\s]*$)|\d{1,9}(?=[.)](?:\s|$))|:(?=-)|~{3}|_(?=[ \t]*_[ \t]*_)|\|)/;

/** Plain text as one line of Markdown that shows exactly these characters. */
export function escapeText(text: string): string {
  const line = text.replace(LINE_BREAKS, ' ').trim();
  return guardLineStart(line.replace(SIGNS, (sign) => `\\${sign}`));
}

/** Plain text as the content of a table cell. */
export function escapeCell(text: string): string {
  return escapeText(text).replaceAll('|', '\\|');
}

/** A web or mail address as the target of a link; empty for any other kind of address. */
export function escapeUrl(url: string): string {
  if (!/^(?:https?:\/\/|mailto:)/i.test(url)) return '';
  return url.replace(LINE_BREAKS, '').replace(/[\s<>()[\]\\`|"]|&(?=#?\w+;)/g, encodeSign);
}

/** A link, or only its title where there is no address that may be followed. */
export function escapeLink({ title, url }: { title: string; url: string }): string {
  const target = escapeUrl(url);
  const text = escapeText(title || url);
  return target ? `[${text}](${target})` : text;
}

/** One line of text that stays text wherever it stands: a sign that would begin a block gets a backslash. */
export function guardLineStart(line: string): string {
  return line.replace(LINE_START, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** The user's text without control characters, one `\n` a line. */
export function normaliseLines(text: string): string {
  return text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replace(CONTROL, '');
}

/** A fence that the code inside cannot close. */
export function fenceFor(code: readonly string[]): string {
  const longest = code.reduce((most, line) => Math.max(most, /^\s*(`*)/.exec(line)![1]!.length), 2);
  return '`'.repeat(longest + 1);
}

function encodeSign(sign: string): string {
  if (sign === '&') return '&amp;';
  return sign === '(' ? '%28' : sign === ')' ? '%29' : encodeURIComponent(sign);
}

const CODE = /(?<code>(?<ticks>`+)(?!`)(?:[^`]|[^`].*?[^`])\k<ticks>(?!`))/;
const LINK =
  /!?\[(?<text>(?:[^[\]\\`]|\\.|`[^`]{0,300}`){0,500})\]\([ \t]*<?(?<target>[^\s()<>]{0,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500})?)>?(?:[ \t]+(?:"[^"]{0,300}"|'[^']{0,300}'))?[ \t]*\)/;
const REST =
  /(?<escape>\\[!-/:-@[-`{-~])|(?<entity>&#?\w+;)|<(?<auto>(?:https?:\/\/|mailto:)[^\s<>`\\]+)>|(?<url>https?:\/\/[^\s<>()`\\[\]|*&]+(?:&(?!#?\w+;)[^\s<>()`\\[\]|*&]+)*(?<![.,;:!?'"]))|(?<reference>\[E\d{1,6}\](?![[(:]))|(?<sign>`+|[[\]]|<(?=[A-Za-z/!?&])|:(?=\/\/)|(?<=\bwww)\.|\\$)/;
const INLINE = new RegExp(`${CODE.source}|${LINK.source}|${REST.source}`, 'gi');
const INLINE_WITHOUT_CODE = new RegExp(`${LINK.source}|${REST.source}`, 'gi');
const NEEDS_LOOK = /[\\`[\]<&]|:\/\/|www\./i;
/** Longer lines than this are no prose; looking for code in them could take long. */
const LONG_LINE = 20_000;

/** One line of the user's own Markdown: emphasis, code and links stay; HTML, images and definitions become text. */
export function escapeInline(line: string, { hasCode = true } = {}): string {
  if (!NEEDS_LOOK.test(line)) return line;
  const pattern = hasCode && line.length < LONG_LINE ? INLINE : INLINE_WITHOUT_CODE;
  return line.replace(pattern, (...found) => escapeFound(found[0], found.at(-1) as Found));
}

interface Found {
  code?: string;
  text?: string;
  target?: string;
  entity?: string;
  auto?: string;
  url?: string;
  sign?: string;
}

function escapeFound(all: string, { text, target, entity, auto, url, sign }: Found): string {
  if (text !== undefined) return escapeUserLink(text, target ?? '', all.startsWith('!'));
  if (entity) return escapeEntity(entity);
  // GFM reads a bare address up to the next space, over any backslash or code in its way, so it gets its own end.
  if (auto ?? url) return `<${escapeUrl((auto ?? url)!)}>`;
  if (sign) return sign.startsWith('`') ? '\\`'.repeat(sign.length) : `\\${sign}`;
  return all;
}

function escapeUserLink(text: string, target: string, isImage: boolean): string {
  const url = escapeUrl(target);
  const words = escapeInline(text.replaceAll(/https?:\/\//gi, ''), { hasCode: false }) || (isImage ? 'image' : url);
  return url ? `[${words}](${url})` : words;
}

function escapeEntity(entity: string): string {
  const character = decodeEntity(entity);
  if (character === undefined) return `\\${entity}`;
  return /^[!-/:-@[-`{-~]$/.test(character) ? `\\${character}` : character;
}
