import { createCipheriv, createDecipheriv } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { RungError } from '../../shared/contract/errors.ts';
import { syncFolder } from './durable-file.ts';
import {
  beginsEncrypted,
  createHeader,
  HEADER_LENGTH,
  openHeader,
  type ChunkKeys,
  type KeyCost,
} from './encrypted-header.ts';

const TAG_LENGTH = 16;

/** The ending of the names of encrypted files. */
export const ENCRYPTED_ENDING = '.rung';

/** Whether this file is an encrypted one, by its first bytes. */
export async function isEncryptedFile(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    return beginsEncrypted(await readAt(file, 0, HEADER_LENGTH));
  } finally {
    await file.close();
  }
}

/** Encrypts a file into another one, which is whole or not there. `cost` is for tests. */
export async function encryptFile(source: string, target: string, passphrase: string, cost?: KeyCost): Promise<void> {
  const file = await open(source, 'r');
  try {
    const { size } = await file.stat();
    const read = (from: number, length: number) => readAt(file, from, length);
    await writeWhole(target, encryptChunks(read, size, await createHeader(passphrase, cost)));
  } finally {
    await file.close();
  }
}

/** The same for a text or bytes at hand. */
export async function writeEncrypted(target: string, content: string | Uint8Array, passphrase: string): Promise<void> {
  const bytes = Buffer.from(content as string);
  const read = async (from: number, length: number) => bytes.subarray(from, from + length);
  await writeWhole(target, encryptChunks(read, bytes.length, await createHeader(passphrase)));
}

/**
 * Decrypts a file into another one, which is there only when every byte of it was vouched for.
 * Throws `invalid` for another passphrase or no such file, `storage` for one that is damaged or cut short.
 */
export async function decryptFile(source: string, target: string, passphrase: string): Promise<void> {
  const file = await open(source, 'r');
  try {
    const keys = await openHeader(await readAt(file, 0, HEADER_LENGTH), passphrase);
    const { size } = await file.stat();
    await writeWhole(target, decryptChunks(file, size, keys));
  } finally {
    await file.close();
  }
}

type Read = (from: number, length: number) => Promise<Buffer>;

async function* encryptChunks(read: Read, size: number, keys: ChunkKeys): AsyncGenerator<Buffer> {
  yield keys.header;
  const { chunkSize } = keys;
  const chunks = Math.max(1, Math.ceil(size / chunkSize));
  for (let number = 0; number < chunks; number += 1) {
    const length = Math.min(chunkSize, size - number * chunkSize);
    const plain = await read(number * chunkSize, length);
    if (plain.length !== length) throw new RungError('storage', 'The file changed while it was read. Try again.');
    const cipher = createCipheriv('aes-256-gcm', keys.key, nonceOf(keys, number, number === chunks - 1));
    cipher.setAAD(keys.header);
    yield Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }
}

async function* decryptChunks(file: FileHandle, size: number, keys: ChunkKeys): AsyncGenerator<Buffer> {
  const stride = keys.chunkSize + TAG_LENGTH;
  const chunks = Math.max(1, Math.ceil((size - HEADER_LENGTH) / stride));
  for (let number = 0; number < chunks; number += 1) {
    const sealed = await readAt(file, HEADER_LENGTH + number * stride, stride);
    const isLast = number === chunks - 1;
    const plain = openChunk(sealed, keys, number, isLast);
    if (plain) yield plain;
    else throw chunkToError(sealed, keys, number, isLast);
  }
}

/** The chunk's text; undefined when it is not the one that belongs here. */
function openChunk(sealed: Buffer, keys: ChunkKeys, number: number, isLast: boolean): Buffer | undefined {
  if (sealed.length < TAG_LENGTH) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', keys.key, nonceOf(keys, number, isLast), {
    authTagLength: TAG_LENGTH,
  });
  decipher.setAAD(keys.header);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_LENGTH));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_LENGTH)), decipher.final()]);
  } catch {
    return undefined;
  }
}

function chunkToError(sealed: Buffer, keys: ChunkKeys, number: number, isLast: boolean): RungError {
  const isCut = isLast && (sealed.length < TAG_LENGTH || openChunk(sealed, keys, number, false) !== undefined);
  const isFollowed = !isLast && openChunk(sealed, keys, number, true) !== undefined;
  if (isCut) return new RungError('storage', 'The file is cut short: its end is missing. Nothing was taken from it.');
  if (isFollowed)
    return new RungError('storage', 'Something was added to the end of the file. Nothing was taken from it.');
  return new RungError(
    'storage',
    `The file was changed or is damaged after byte ${HEADER_LENGTH + number * (keys.chunkSize + TAG_LENGTH)}. Nothing was taken from it.`,
  );
}

/** Every chunk has its place, and the last one knows that it is: none can be moved, left out or added. */
function nonceOf({ noncePrefix }: ChunkKeys, number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  noncePrefix.copy(nonce);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

async function readAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let got = 0;
  while (got < length) {
    const { bytesRead } = await file.read(buffer, got, length - got, from + got);
    if (bytesRead === 0) break;
    got += bytesRead;
  }
  return buffer.subarray(0, got);
}

/** As `writeFileDurable` does, for what is too large to hold: temporary file, fsync, rename, fsync of the folder. */
async function writeWhole(target: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    await rm(temporary, { force: true });
    const file = await open(temporary, 'wx', 0o600);
    try {
      for await (const chunk of chunks) await file.writeFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(target));
}
