import type { Day } from '../domain/day.ts';
import type { Entry } from '../domain/entry.ts';
import type { Audience } from '../domain/packet.ts';
import { UNNAMED_ROLE } from '../domain/person.ts';

type Help = Extract<Entry, { kind: 'help' }>;
type Design = Extract<Entry, { kind: 'design' }>;
type Win = Extract<Entry, { kind: 'win' }>;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

export const audienceWords: Readonly<Record<Audience, string>> = {
  manager: 'Prepared for my manager',
  committee: 'Prepared for the committee',
  self: 'For my own eyes',
};

export const modeWords: Readonly<Record<NonNullable<Help['mode']>, string>> = {
  pairing: 'pairing',
  review: 'review',
  mentoring: 'mentoring',
  unblocking: 'unblocking',
  teaching: 'teaching',
  onboarding: 'onboarding',
  'on-call': 'on-call',
  interviewing: 'interviewing',
  'asked-for-help': 'asked for help',
};

export const initiativeWords: Readonly<Record<NonNullable<Help['initiative']>, string>> = {
  'they-asked': 'they asked',
  'i-offered': 'I offered',
};

export const formWords: Readonly<Record<Design['form'], string>> = {
  design: 'design',
  decomposition: 'decomposition',
  'plan-change': 'plan change',
  recommendation: 'recommendation',
  technique: 'technique',
  'decision-against': 'decision against',
};

export const designRoleWords: Readonly<Record<Design['role'], string>> = {
  author: 'author',
  reviewer: 'reviewer',
  decider: 'decider',
};

export const outcomeWords: Readonly<Record<Design['outcome'], string>> = {
  open: 'open',
  accepted: 'accepted',
  partly: 'partly accepted',
  declined: 'declined',
  'no-answer': 'no answer',
};

export const winRoleWords: Readonly<Record<Win['role'], string>> = { drove: 'drove it', contributed: 'contributed' };

export const kindWords: Readonly<Record<Entry['kind'], string>> = { win: 'win', help: 'help', design: 'design' };

/** A day as people write it, `14 Sep 2026`, the same on every machine. */
export function dayToText(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** `2026-Q3` as `Q3 2026`. */
export function quarterToText(quarter: string): string {
  return `${quarter.slice(5)} ${quarter.slice(0, 4)}`;
}

/** Minutes as `45 min`, `1 h` or `1 h 30 min`. */
export function minutesToText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

/** A small number in words, `three`; from eleven on in digits. */
export function numberToText(number: number): string {
  return NUMBERS[number] ?? String(number);
}

/** People as a list of roles: `a junior engineer, two colleagues and the tech lead`. */
export function rolesToText(roles: readonly string[]): string {
  const counted = [...Map.groupBy(roles, (role) => role)].map(([role, all]) => repeatRole(role, all.length));
  return joinWords(counted);
}

function repeatRole(role: string, count: number): string {
  if (count === 1) return role;
  if (role === UNNAMED_ROLE) return `${numberToText(count)} colleagues`;
  return `${role} (${numberToText(count)} of them)`;
}

/** `a, b and c`. */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The text with a capital letter in front. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
