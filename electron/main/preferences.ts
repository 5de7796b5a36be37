import { app } from 'electron';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { preferencesSchema, type Preferences } from '../../shared/contract/desktop-contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import { writeFileDurable } from '../files/durable-file.ts';

/** What is kept for this machine. A file that is missing or cannot be read means: everything off. */
export function readPreferences(): Preferences {
  try {
    return preferencesSchema.parse(JSON.parse(readFileSync(preferencesFile(), 'utf8')));
  } catch {
    return preferencesSchema.parse({});
  }
}

/** Keeps the preferences on disk; throws `storage` in words. */
export function writePreferences(preferences: Preferences): void {
  try {
    mkdirSync(dirname(preferencesFile()), { recursive: true, mode: 0o700 });
    writeFileDurable(preferencesFile(), `${JSON.stringify(preferences, null, 2)}\n`);
  } catch (error) {
    throw new RungError('storage', `This was not kept: ${(error as Error).message}. Nothing was changed.`);
  }
}

function preferencesFile(): string {
  return join(app.getPath('userData'), 'preferences.json');
}
