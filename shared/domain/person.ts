import { z } from '../zod.ts';
import { filledLine, line } from './text.ts';

/** Somebody who appears in entries. In manager and committee exports `role` stands in for the name unless `isNamedInExports`. */
export const personSchema = z.strictObject({
  name: filledLine(120),
  role: line(120).default(''),
  isNamedInExports: z.boolean().default(false),
});
export type Person = z.output<typeof personSchema>;

/** Who stands in for a person whose role has not been written down. */
export const UNNAMED_ROLE = 'a colleague';

/** How a person appears outside the journal: by name where the user allows it, else by role. */
export function personToExportName(person: Person): string {
  return person.isNamedInExports ? person.name : person.role || UNNAMED_ROLE;
}
