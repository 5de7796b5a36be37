/** Checks of the doctor that tell of the place a test plays in, or of what it left on purpose; not of the journal. */
export const SETTING: readonly string[] = ['durable', 'private', 'rescued'];
