import { addDays, dayToWeekStart, type Day } from '../../shared/domain/day.ts';
import { entryDraftSchema, type EntryDraft } from '../../shared/domain/entry.ts';
import type { SavedPacket } from '../../shared/domain/packet.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Profile } from '../../shared/domain/profile.ts';
import { z } from '../../shared/zod.ts';
import weeks51To39 from '../../resources/demo/weeks-51-to-39.json' with { type: 'json' };
import weeks38To26 from '../../resources/demo/weeks-38-to-26.json' with { type: 'json' };
import weeks25To13 from '../../resources/demo/weeks-25-to-13.json' with { type: 'json' };
import weeks12To0 from '../../resources/demo/weeks-12-to-0.json' with { type: 'json' };

/** An entry of the demo files: a draft whose days are counted back from the week the demo is opened in. */
const writtenEntrySchema = z.looseObject({
  weeksAgo: z.int().min(0).max(51),
  /** 0 is Monday. */
  weekday: z.int().min(0).max(6),
  /** Negative for a week still to come. */
  lookBackOnWeeksAgo: z.int().optional(),
});

/** A year of one engineer's work up to `today`, oldest first. The same day gives the same drafts. */
export function demoDrafts(today: Day): EntryDraft[] {
  return [...weeks51To39, ...weeks38To26, ...weeks25To13, ...weeks12To0].map((entry) => placeInYear(entry, today));
}

function placeInYear(written: unknown, today: Day): EntryDraft {
  const { weeksAgo, weekday, lookBackOnWeeksAgo, ...content } = writtenEntrySchema.parse(written);
  const mondayOf = (weeks: number) => addDays(dayToWeekStart(today), -7 * weeks);
  return entryDraftSchema.parse({
    ...content,
    occurredOn: notAfter(today, addDays(mondayOf(weeksAgo), weekday)),
    ...(lookBackOnWeeksAgo === undefined ? {} : { lookBackOn: mondayOf(lookBackOnWeeksAgo) }),
  });
}

/** Where the week is not over yet, its later days all become today. */
function notAfter(today: Day, day: Day): Day {
  return day > today ? today : day;
}

/** Who wrote the demo journal. */
export const demoProfile: Profile = {
  name: 'Noa Lindström',
  currentTitle: 'Software Engineer',
  targetTitle: 'Senior Software Engineer',
  employer: 'Halden Freight Software',
};

/** Everybody who appears in the demo journal. Only the manager is named in exports. */
export const demoPeople: Person[] = [
  { name: 'Katarzyna Wójcik', role: 'my engineering manager', isNamedInExports: true },
  { name: 'Ada Nwosu', role: 'a junior engineer', isNamedInExports: false },
  { name: 'Bilal Chaudhry', role: 'a backend engineer', isNamedInExports: false },
  { name: 'Diego Fuentes', role: 'the product manager', isNamedInExports: false },
  { name: 'Hannah Brückner', role: 'the test engineer', isNamedInExports: false },
  { name: 'Jürgen Hoffmann', role: 'the database administrator', isNamedInExports: false },
  { name: 'Léa Moreau', role: 'the carrier integrations lead', isNamedInExports: false },
  { name: 'Priya Raman', role: 'the payments tech lead', isNamedInExports: false },
  { name: 'Søren Kjær', role: 'a staff engineer', isNamedInExports: false },
  { name: '佐藤 健', role: 'an engineer on the warehouse team', isNamedInExports: false },
];

/** The packet of the demo journal. Its references count the shareable entries of the year, oldest first. */
export const demoPacket: SavedPacket = {
  citations: {},
  includesWording: false,
  audience: 'manager',
  preset: 'last-12-months',
  dates: {},
  theCase:
    'I ask to be considered for senior engineer. I designed the event outbox [E3] and carried it through all twelve ' +
    'event types; no booking event was lost afterwards [E23]. I cut slow checkout into four parts [E32] and led three ' +
    'teams from a p95 of 1,840 ms to 610 ms [E43]. I found the cause of the double labels after two others had ' +
    'looked [E42]. My mentoring is steady but seen by few; I would like to discuss that.',
};
