import type { Output } from '../../shared/contract/contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import type { Entry } from '../../shared/domain/entry.ts';

const PAGE = 500;

/** Entries of a list up to a limit, page by page: each page begins where the one before ended. */
export async function listPages(
  readPage: (page: { limit: number; before?: number }) => Promise<Output<'entries.list'>>,
  limit: number,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  let before: number | null | undefined;
  while (entries.length < limit && before !== null) {
    const size = Math.min(PAGE, limit - entries.length);
    const page = await readPage({ limit: size, ...(before === undefined ? {} : { before }) });
    entries.push(...page.entries);
    before = page.nextBefore;
  }
  return entries;
}

/** The limit that the options set; throws `invalid` where it is no number. */
export function readLimit({ limit, all }: { limit: string; all?: boolean }): number {
  if (all) return Infinity;
  if (/^[1-9]\d{0,6}$/.test(limit)) return Number(limit);
  throw new RungError('invalid', `--limit "${limit}" is not a whole number from 1 on; --all lists everything`);
}
