/**
 * Names that are also ordinary words. They count as a name only with a capital letter or after an `@`,
 * so that "this will ship in May" can be said by somebody who works with Will and May.
 */
const ORDINARY = new Set(
  (
    'abbey ace al alma amber an and angel april art as ash aspen august autumn baker ball banks baron basil bay bell best ' +
    'bill bishop black blaze bo bob bond book branch brandy brook brooks brown buck bud bush can carol carter case cash ' +
    'chance chase cherry chip church clay cliff cole colt cook cooper cross crystal daisy dale dash dawn day dean dell ' +
    'design do dolly don drew duke dusty earl eve evidence faith fern field fisher flora ford forest fox frank gale gene ' +
    'ginger glen go gold good grace grant gray green guy hall hand hardy harmony harry hazel heath help hill holly hope ' +
    'house hunt hunter in iris ivy jack jade jasmine jay jean jet jewel joy june junior just justice king kit knight la ' +
    'lake lance lane lark laurel law lead lee lily long lord love low major man mar mark marsh mason max may me mercy merry ' +
    'miles mike miller moon moss my nick no noble north nova oak ocean olive on opal page park parker pat pearl peg penny ' +
    'pepper pierce pike piper pitt pool poppy porter post power price prince python queen rain raven ray read red reed ' +
    'rich ring river rob robin rock rocky rod rose rowan ruby rule rush rust rusty sage sandy scout see shepherd short ' +
    'sierra silver sky skip small smart so song sonny spring star sterling stew stone storm strong sue summer sun sunny ' +
    'sweet swift tad taylor team temple than the theme to trip tucker van vale victor violet wade walker ward way web west ' +
    'white will win wing winter wise wood woods woody worth wren young'
  ).split(' '),
);

/** Parts of names that say nothing on their own. */
const PARTICLES = new Set('and bin dal das del della den der des die dos ibn los the van von zum zur'.split(' '));

/** Words that make a "person" a group: its single words are left alone. */
const GROUP = new Set('board committee crew everyone folks group guild org squad staff support team teams'.split(' '));

/** Text folded for comparing names: case, accents, width and invisible characters do not count (ß is ss, İ and ı are i). */
export function foldName(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '');
}

/** The folded words of a name. */
export function nameToWords(name: string): string[] {
  return (name.match(/[\p{L}\p{M}\p{N}\p{Cf}]+/gu) ?? []).map(foldName).filter((word) => word !== '');
}

/** Whether the folded word is also an ordinary English word, or too short to be taken for a name in any case. */
export function isOrdinaryWord(word: string): boolean {
  return word.length < 3 || ORDINARY.has(word);
}

/** The parts of a name of several words that give the person away alone: first name, surname, `Jean-Luc`. */
export function nameToParts(name: string): string[][] {
  const words = nameToWords(name);
  if (words.length < 2 || words.some((word) => GROUP.has(word))) return [];
  const hyphenated = name.split(/\s+/).map(nameToWords);
  const single = words.filter((word) => word.length >= 3 && !PARTICLES.has(word)).map((word) => [word]);
  return [...hyphenated.filter((part) => part.length > 1 && part.length < words.length), ...single];
}
