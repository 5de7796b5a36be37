import type { Entry } from '../domain/entry.ts';
import type { Audience, PacketExport, PacketOptions } from '../domain/packet.ts';
import { isInPeriod } from '../domain/period.ts';

/** The entries one audience may see, oldest first, and how many of the period stay in the journal. */
export interface Selection {
  entries: readonly Entry[];
  leftOut: PacketExport['leftOut'];
}

/** Who may see what. The order of the entries handed in does not matter. */
export function selectEntries(entries: readonly Entry[], { audience, period }: PacketOptions): Selection {
  const live = entries.filter((entry) => entry.trashedAt === null && isInPeriod(entry.occurredOn, period));
  const seen = live.filter((entry) => maySee(audience, entry));
  const countLeftOut = (visibility: 'private' | 'sealed') =>
    live.filter((entry) => entry.visibility === visibility && !maySee(audience, entry)).length;
  return {
    entries: seen.toSorted(oldestFirst),
    leftOut: { private: countLeftOut('private'), sealed: countLeftOut('sealed') },
  };
}

function maySee(audience: Audience, { visibility }: Entry): boolean {
  return visibility === 'shareable' || (visibility === 'private' && audience === 'self');
}

/** By day, then by id: ids are UUIDv7, so the one written first comes first. */
function oldestFirst(a: Entry, b: Entry): number {
  if (a.occurredOn !== b.occurredOn) return a.occurredOn < b.occurredOn ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
