/** The requests that carry what somebody typed. */
export const rescuedMethods = [
  'drafts.save',
  'entries.create',
  'entries.createMany',
  'entries.update',
  'entries.updateMany',
  'packet.save',
] as const;
export type RescuedMethod = (typeof rescuedMethods)[number];

/** What an error says to its end where the text is kept in a file of its own. */
export function rescueToText(path: string | null): string {
  return path === null
    ? 'No other place took your text either: copy it before you close this.'
    : `${TEXT_IS_KEPT} ${path}.`;
}

/** Whether an error already says where the text is kept. */
export function isRescueTold(message: string): boolean {
  return message.includes(TEXT_IS_KEPT) || message.includes(rescueToText(null));
}

const TEXT_IS_KEPT = 'Your text is kept in';
