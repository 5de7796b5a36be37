import type { HandlersOf } from '../../shared/contract/contract.ts';
import type { Person } from '../../shared/domain/person.ts';
import { selectPeople, upsertPerson, type PersonRow } from './db/people-sql.ts';
import { write, type Journal } from './journal.ts';

/** The people of the journal, and how each appears in exports. */
export function peopleHandlers(journal: Journal): HandlersOf<'people'> {
  return {
    'people.list': () => listPeople(journal),
    'people.save': (person) => {
      write(journal, () => upsertPerson(journal.db, person));
      return person;
    },
  };
}

/** Everybody the journal knows, by name. */
export function listPeople({ db }: Journal): Person[] {
  return selectPeople(db).map(rowToPerson);
}

function rowToPerson({ name, role, is_named_in_exports }: PersonRow): Person {
  return { name, role, isNamedInExports: is_named_in_exports === 1 };
}
