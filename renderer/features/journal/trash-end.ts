import { instantToText } from '../../ui/day-text.ts';

/** How long the trash keeps an entry, in milliseconds: 30 days, as `trash.purge` counts them. */
const KEPT_FOR = 30 * 86_400_000;

/** The day on which an entry that was thrown away at this instant goes for good, `24 Dec 2026`. */
export function trashEndToText(trashedAt: string): string {
  return instantToText(new Date(Date.parse(trashedAt) + KEPT_FOR).toISOString());
}
