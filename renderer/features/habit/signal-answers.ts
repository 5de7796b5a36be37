import type { CheckIn } from '../../../shared/domain/check-in.ts';

/** What can be answered, in the order in which it is offered. */
export const SIGNAL_ANSWERS: { value: CheckIn['answer']; label: string }[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'sometimes', label: 'Sometimes' },
  { value: 'not-yet', label: 'Not yet' },
];
