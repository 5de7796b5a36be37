/** Marks that an entity such as `&iacute;` or `&Scaron;` puts on its letter. */
const ACCENTS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  ring: '\u030a',
  cedil: '\u0327',
  caron: '\u030c',
  breve: '\u0306',
  ogon: '\u0328',
  macr: '\u0304',
  dot: '\u0307',
  dblac: '\u030b',
};

const ENTITIES = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    shy: '\u00ad',
    zwj: '\u200d',
    zwnj: '\u200c',
    copy: '©',
    reg: '®',
    trade: '™',
    hellip: '…',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    rarr: '→',
    larr: '←',
    times: '×',
    middot: '·',
    bull: '•',
    euro: '€',
    pound: '£',
    szlig: 'ß',
    aelig: 'æ',
    AElig: 'Æ',
    oelig: 'œ',
    OElig: 'Œ',
    oslash: 'ø',
    Oslash: 'Ø',
    eth: 'ð',
    ETH: 'Ð',
    thorn: 'þ',
    THORN: 'Þ',
    lstrok: 'ł',
    Lstrok: 'Ł',
    dstrok: 'đ',
    Dstrok: 'Đ',
    imath: 'ı',
    inodot: 'ı',
    num: '#',
    ast: '*',
    lowbar: '_',
    commat: '@',
    period: '.',
  }),
);

/** The character an entity such as `&amp;` or `&#233;` stands for; undefined for one Rung does not know. */
export function decodeEntity(entity: string): string | undefined {
  const body = entity.slice(1, -1);
  if (body.startsWith('#')) return decodeNumber(body);
  const [, letter, accent] = /^([A-Za-z])(\w+)$/.exec(body) ?? [];
  return ENTITIES.get(body) ?? (letter && ACCENTS[accent!] && (letter + ACCENTS[accent!]).normalize('NFC'));
}

function decodeNumber(body: string): string | undefined {
  const isHex = /^#[xX]/.test(body);
  const digits = body.slice(isHex ? 2 : 1);
  if (!(isHex ? /^[\da-fA-F]{1,6}$/ : /^\d{1,7}$/).test(digits)) return undefined;
  const code = Number.parseInt(digits, isHex ? 16 : 10);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return code < 32 ? ' ' : String.fromCodePoint(code);
}

// Not `<` and `>`: no tag is ever written, so a reader sees them, and a name beside one is a whole word.
const SYNTAX = /\]\([^)\n]*\)|[*_~`[\]]/g;
const CODED = /\\[!-/:-@[-`{-~]|&#?\w+;/;
const SYNTAX_OR_CODED = /\\([!-/:-@[-`{-~])|(&#?\w+;)|\]\([^)\n]*\)|[*_~`[\]]/g;

/** Markdown as its reader sees it: no emphasis, escapes, entities or link targets between the letters. */
export function markdownToReaderView(markdown: string): string {
  return markdown.split('\n').map(lineToReaderView).join('\n');
}

function lineToReaderView(line: string): string {
  if (!CODED.test(line)) return line.replace(SYNTAX, '');
  return line.replace(SYNTAX_OR_CODED, (all, escaped?: string, entity?: string) => {
    if (escaped) return escaped;
    return entity ? (decodeEntity(entity) ?? all) : '';
  });
}
