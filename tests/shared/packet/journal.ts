import { readFileSync } from 'node:fs';
import { entrySchema, type Entry, type EntryContentInput } from '../../../shared/domain/entry.ts';
import { rubricSchema } from '../../../shared/domain/rubric.ts';
import type { PacketSource } from '../../../shared/packet/export-packet.ts';

const rubricFile = new URL('../../../resources/rubrics/senior-engineer.json', import.meta.url);
export const rubric = rubricSchema.parse(JSON.parse(readFileSync(rubricFile, 'utf8')));

type Extra = {
  evidence?: readonly { criterionId: string; state?: 'suggested' | 'confirmed'; strong?: boolean }[];
  trashedAt?: string;
};
let lastId = 0;

/** A stored entry: shareable and of 14 September 2026 unless told otherwise; ids grow from call to call. */
export function entry(content: Partial<EntryContentInput> & Extra & { kind?: Entry['kind'] }): Entry {
  lastId += 1;
  const { evidence = [], trashedAt = null, ...rest } = content;
  return entrySchema.parse({
    kind: 'win',
    title: 'Shipped it',
    occurredOn: '2026-09-14',
    visibility: 'shareable',
    ...rest,
    id: `019aa000-0000-7000-8000-${String(lastId).padStart(12, '0')}`,
    revision: 1,
    createdAt: '2026-09-14T10:00:00.000Z',
    updatedAt: '2026-09-14T10:00:00.000Z',
    trashedAt,
    evidence: evidence.map((one) => ({ state: 'confirmed', strong: false, ...one })),
  });
}

/** A source with nothing in it but what is given. */
export function source(
  given: Partial<PacketSource> & { audience?: 'manager' | 'committee' | 'self' } = {},
): PacketSource {
  const { audience = 'manager', ...rest } = given;
  return {
    options: { audience, period: {}, theCase: '' },
    profile: { name: '', currentTitle: '', targetTitle: '', employer: '' },
    rubric,
    entries: [],
    people: [],
    ...rest,
  };
}
