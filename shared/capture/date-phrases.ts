const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const ORDINAL = '\\d{1,2}(?:st|nd|rd|th)?';
const COUNT = '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)';

/** The forms in which a date may stand in a line. Anything else that a reader of dates could make one of stays text. */
const PHRASES = [
  '\\d{4}-\\d{2}-\\d{2}',
  '\\d{1,2}\\.\\d{1,2}\\.\\d{4}',
  `${ORDINAL} (?:of )?${MONTH}(?:,? \\d{4})?`,
  `${MONTH} ${ORDINAL}(?:,? \\d{4})?`,
  '(?:the )?day before yesterday',
  'yesterday',
  'today',
  'tonight',
  'this morning',
  'last night',
  `(?:last|on|this) ${WEEKDAY}`,
  `${COUNT} (?:days?|weeks?|months?) ago`,
];

// Between spaces or the ends of the line; a mark that ends a sentence may follow. So not in v2026-11-20, 1.2026-11-20.3, today's.
const DATE_PHRASE = new RegExp(
  `(?<=^|\\s)(?<lead>on (?=\\\\*\\d|\\\\*${MONTH} ))?(?<escape>\\\\*)(?<phrase>${PHRASES.join('|')})(?=[.,;:!?…]*(?:\\s|$))`,
  'giu',
);

/** A stretch of a line that may be a date. */
export interface DatePhrase {
  from: number;
  to: number;
  phrase: string;
  /** Where the date itself, or the backslashes before it, begins: behind an "on". */
  signAt: number;
  /** How many backslashes stand before it. */
  escapes: number;
}

/** Every stretch of the line that has the form of a date, from left to right. */
export function findDatePhrases(line: string): DatePhrase[] {
  return [...line.matchAll(DATE_PHRASE)].map(({ index, 0: source, groups = {} }) => ({
    from: index,
    to: index + source.length,
    phrase: groups['phrase'] ?? '',
    signAt: index + (groups['lead']?.length ?? 0),
    escapes: groups['escape']?.length ?? 0,
  }));
}
