import type { CapturedLine } from '../../shared/capture/captured-line.ts';
import type { Completion } from '../../shared/capture/complete.ts';
import { explainLine } from '../../shared/capture/explain-line.ts';
import { addDays, type Day } from '../../shared/domain/day.ts';
import type { LineGround } from './line-ground.ts';

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** What was recognised, each with the stretch it comes from. */
export function lineToChips(captured: CapturedLine, ground: LineGround) {
  const names = new Map(ground.criteria.map(({ id, name }) => [id, name]));
  const wording = {
    dayToText: (day: Day) => dayToWords(day, ground.today),
    criterionToName: (id: string) => names.get(id) ?? id,
  };
  return explainLine(captured, wording).map(({ tokenIndex, ...words }) => ({ stretch: tokenIndex, ...words }));
}

/** The line in its stretches, as the field that shows it wants them. */
export function lineToStretches({ tokens }: CapturedLine) {
  return tokens.map(({ source, meaning, signAt }) => ({ source, isRecognised: meaning !== null, signAt }));
}

/** The choices for the line, a criterion with its name. */
export function withHints({ from, to, choices }: Completion, { criteria }: LineGround) {
  const names = new Map(criteria.map(({ id, name }) => [`^${id}`, name]));
  return {
    from,
    to,
    choices: choices.map((text) => {
      const hint = names.get(text);
      const label = text.replaceAll('"', '');
      return hint === undefined ? { text, label } : { text, label, hint };
    }),
  };
}

/** A day as one thinks of it: `yesterday, Mon 23 Nov 2026`. */
function dayToWords(day: Day, today: Day): string {
  const date = new Date(`${day}T00:00:00Z`);
  const full = `${WEEKDAY.format(date)} ${DAY.format(date)}`;
  if (day === today) return `today, ${full}`;
  return day === addDays(today, -1) ? `yesterday, ${full}` : full;
}
