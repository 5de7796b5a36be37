import type { HandlersOf } from '../../shared/contract/contract.ts';
import { profileSchema, type Profile } from '../../shared/domain/profile.ts';
import { selectSetting, upsertSetting } from './db/settings-sql.ts';
import { write, type Journal } from './journal.ts';

/** Who writes the journal, as the head of a packet says it. */
export function profileHandlers(journal: Journal): HandlersOf<'profile'> {
  return {
    'profile.get': () => getProfile(journal),
    'profile.save': (profile) => {
      write(journal, () => upsertSetting(journal.db, 'profile', profile));
      return profile;
    },
  };
}

/** The profile; every field empty before it is first saved. */
export function getProfile({ db }: Journal): Profile {
  return profileSchema.parse(selectSetting(db, 'profile') ?? {});
}
