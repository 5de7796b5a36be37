import { instantToText } from './day-text.ts';

const STEPS: readonly [seconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [31_557_600, 'year'],
  [2_629_800, 'month'],
  [604_800, 'week'],
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
];

const WORDS = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** How long ago an instant was, as one would say it: `3 hours ago`, `yesterday`. */
export function instantToAge(instant: string, now: Date = new Date()): string {
  const seconds = Math.max(0, (now.getTime() - Date.parse(instant)) / 1_000);
  const step = STEPS.find(([length]) => seconds >= length);
  return step ? WORDS.format(-Math.floor(seconds / step[0]), step[1]) : 'just now';
}

/** An instant on this machine's calendar and clock, `14 Sep 2026, 09:05`. */
export function instantToTimeText(instant: string): string {
  const date = new Date(instant);
  return `${instantToText(instant)}, ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
