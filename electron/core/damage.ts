import { RungError } from '../../shared/contract/errors.ts';

/** A journal that is there but broken. `what` is said after "is damaged:". */
export class DamageError extends RungError {
  readonly what: string;

  constructor(path: string, what: string) {
    super(
      'storage',
      `${path} is damaged: ${what}. Nothing was changed. Restore a backup ("rung backup list"), or save what can be read ("rung doctor --salvage").`,
    );
    this.what = what;
  }
}

/** A saved version whose text is not the text that was saved. */
export class VersionDamageError extends RungError {
  readonly what: string;

  constructor(entryId: string, number: number) {
    super(
      'storage',
      `Version ${number} of entry ${entryId} is damaged on the disk, so it is not shown. Run "rung doctor", then restore a backup ("rung backup list"), or save what can be read ("rung doctor --salvage").`,
    );
    this.what = `version ${number} of entry ${entryId} is not as it was saved`;
  }
}

/** What is broken in the journal, if that is what this error says; undefined for any other. */
export function errorToDamage(error: unknown): string | undefined {
  if (error instanceof DamageError || error instanceof VersionDamageError) return error.what;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isDamage = code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB');
  return isDamage ? `SQLite cannot read it (${(error as Error).message})` : undefined;
}
