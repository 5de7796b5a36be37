import { copyFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { RungError } from '../../shared/contract/errors.ts';
import { newArrival } from './backup-place.ts';
import { decryptFile, isEncryptedFile } from './encrypted-file.ts';

/**
 * Lays a copy of a journal, encrypted or not, among the backups and hands `check` the name it waits under there.
 * What is in the file's log comes along. Throws `storage` in words when the file cannot be read.
 */
export async function bringFile<Value>(
  journal: string,
  source: string,
  passphrase: string,
  check: (arrival: string) => Promise<Value>,
): Promise<Value> {
  const { arrival, path } = newArrival(journal);
  try {
    await inWords(async () => {
      if (await isEncryptedFile(source)) return decryptFile(source, path, passphrase);
      await copyFile(source, path);
      if (existsSync(`${source}-wal`)) await copyFile(`${source}-wal`, `${path}-wal`);
    });
    return await check(arrival);
  } finally {
    for (const end of ['', '-wal']) await rm(path + end, { force: true });
  }
}

/** Runs `act` on a file of the user's choice; what the system says of it comes back as `storage`, in words. */
export async function inWords<Value>(act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof RungError) throw error;
    throw new RungError('storage', `The file cannot be used: ${(error as Error).message}. Nothing was changed.`);
  }
}
