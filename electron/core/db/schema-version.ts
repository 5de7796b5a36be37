/** `application_id` of every journal: the bytes of `Rung`. */
export const APPLICATION_ID = 0x52756e67;

/** The newest schema this Rung knows: the number of its newest migration. */
export const SCHEMA = 4;

/** The oldest schema whose Rung may still write to a journal of ours. Raised only by a migration that would mislead it. */
export const FLOOR = 2;

const FLOOR_UNIT = 10_000;

/** A schema with its compatibility floor, as it stands in the header's `user_version`. */
export interface SchemaVersion {
  schema: number;
  floor: number;
}

/** Both numbers in one, so that an older Rung can read them from the file header without SQLite: 1 with floor 1 is 10001. */
export function schemaToUserVersion({ schema, floor }: SchemaVersion): number {
  return floor * FLOOR_UNIT + schema;
}

/** The reverse of {@link schemaToUserVersion}. */
export function userVersionToSchema(userVersion: number): SchemaVersion {
  return { schema: userVersion % FLOOR_UNIT, floor: Math.floor(userVersion / FLOOR_UNIT) };
}
