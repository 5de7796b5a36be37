/** What a passphrase must be. Free of zod, so that the page can have it. */

/** The fewest characters of a passphrase. */
export const PASSPHRASE_LEAST = 10;
/** The most; more is a file taken for a passphrase. */
export const PASSPHRASE_MOST = 1_000;

/** What helps to find one, and what a lost one means. */
export const PASSPHRASE_HINT =
  'At least 10 characters; four or five words that do not belong together are easy to keep. Nobody can open the file without it, and there is no way to get it back.';

/** Why this cannot be a new passphrase, in words; null when it can. */
export function passphraseProblem(passphrase: string): string | null {
  const { length } = Array.from(passphrase.normalize('NFC'));
  if (length < PASSPHRASE_LEAST) return `A passphrase has at least ${PASSPHRASE_LEAST} characters.`;
  if (length > PASSPHRASE_MOST) return `A passphrase has at most ${PASSPHRASE_MOST} characters.`;
  return null;
}
