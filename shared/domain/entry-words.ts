/** The words that the fields of an entry choose from. Free of zod, so that the page can have them. */

export const entryKinds = ['win', 'help', 'design'] as const;
export const entryStatuses = ['doing', 'done'] as const;
export const visibilities = ['private', 'shareable', 'sealed'] as const;
export const peopleParts = ['helped', 'worked-with', 'witness'] as const;
export const winRoles = ['drove', 'contributed'] as const;
export const helpModes = [
  'pairing',
  'review',
  'mentoring',
  'unblocking',
  'teaching',
  'onboarding',
  'on-call',
  'interviewing',
  'asked-for-help',
] as const;
export const initiatives = ['they-asked', 'i-offered'] as const;
export const designForms = [
  'design',
  'decomposition',
  'plan-change',
  'recommendation',
  'technique',
  'decision-against',
] as const;
export const designRoles = ['author', 'reviewer', 'decider'] as const;
export const designOutcomes = ['open', 'accepted', 'partly', 'declined', 'no-answer'] as const;

export type EntryKind = (typeof entryKinds)[number];
export type EntryStatus = (typeof entryStatuses)[number];
export type Visibility = (typeof visibilities)[number];
