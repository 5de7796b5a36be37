import type {
  designForms,
  designOutcomes,
  designRoles,
  EntryKind,
  EntryStatus,
  helpModes,
  initiatives,
  peopleParts,
  Visibility,
  winRoles,
} from '../../../shared/domain/entry-words.ts';

type Words<Values extends readonly string[]> = Record<Values[number], string>;

/** The two questions a kind asks: the first is the title's, the second the result's. */
export const PROMPTS: Record<EntryKind, { title: string; result: string; example: string }> = {
  win: {
    title: 'What did you ship, fix or decide?',
    result: 'What is better now, by how much?',
    example: 'Cut checkout p99 from 420 ms to 180 ms',
  },
  help: {
    title: 'Whom did you help, with what?',
    result: 'What came of it?',
    example: 'Paired with Maria on the flaky auth tests',
  },
  design: {
    title: 'What was the problem, and what did you choose?',
    result: 'How did it hold up?',
    example: 'Chose an outbox over dual writes for order events',
  },
};

export const PART_WORDS: Words<typeof peopleParts> = {
  helped: 'helped',
  'worked-with': 'worked with',
  witness: 'witness',
};
export const WIN_ROLE_WORDS: Words<typeof winRoles> = { drove: 'I drove it', contributed: 'I contributed' };
export const MODE_WORDS: Words<typeof helpModes> = {
  pairing: 'pairing',
  review: 'review',
  mentoring: 'mentoring',
  unblocking: 'unblocking',
  teaching: 'teaching',
  onboarding: 'onboarding',
  'on-call': 'on call',
  interviewing: 'interviewing',
  'asked-for-help': 'I asked for help',
};
export const INITIATIVE_WORDS: Words<typeof initiatives> = { 'they-asked': 'They asked', 'i-offered': 'I offered' };
export const FORM_WORDS: Words<typeof designForms> = {
  design: 'design',
  decomposition: 'decomposition',
  'plan-change': 'plan change',
  recommendation: 'recommendation',
  technique: 'technique',
  'decision-against': 'decision against',
};
export const DESIGN_ROLE_WORDS: Words<typeof designRoles> = {
  author: 'Author',
  reviewer: 'Reviewer',
  decider: 'Decider',
};
export const OUTCOME_WORDS: Words<typeof designOutcomes> = {
  open: 'open',
  accepted: 'accepted',
  partly: 'partly accepted',
  declined: 'declined',
  'no-answer': 'no answer',
};
export const STATUS_WORDS: Record<EntryStatus, string> = { doing: 'Doing', done: 'Done' };
export const VISIBILITY_WORDS: Record<Visibility, { label: string; meaning: string }> = {
  private: { label: 'Private', meaning: 'Only in a packet for yourself.' },
  shareable: { label: 'Shareable', meaning: 'May be in a packet for your manager or a committee.' },
  sealed: { label: 'Sealed', meaning: 'Never in any packet.' },
};

/** The words as choices, in their order. */
export function wordsToChoices<Value extends string>(words: Record<Value, string>): { value: Value; label: string }[] {
  return (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));
}
