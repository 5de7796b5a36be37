import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { RungError } from '../../shared/contract/errors.ts';

/** The first bytes of every encrypted file. The last of them are mangled by whatever takes it for text. */
const MAGIC = Buffer.from('\u0089RUNG\r\n\u001a', 'latin1');
const VERSION = 1;
const SCRYPT = 1;

/** Bytes that the passphrase's check is about, and of the whole header. */
const DESCRIBED = 64;
export const HEADER_LENGTH = 96;
const PREFIX_LENGTH = 7;
const SALT_LENGTH = 32;
const KEY_LENGTH = 32;

/** What a file may ask of the machine that reads it: scrypt takes 128 × N × r bytes, p times over. */
const MOST_MEMORY = 256 * 1024 * 1024;
const MOST_PASSES = 4;
const CHUNK_SIZES = { least: 4 * 1024, most: 16 * 1024 * 1024 } as const;

/** How the key is made from the passphrase: N is 2 to the power of `logN`. */
export interface KeyCost {
  logN: number;
  r: number;
  p: number;
}
/** What new files are made with: about a second, and 128 MiB. */
const KEY_COST: KeyCost = { logN: 17, r: 8, p: 1 };
const CHUNK_SIZE = 1024 * 1024;

/** What the chunks of one file are made or read with. */
export interface ChunkKeys {
  /** The whole header, which every chunk vouches for. */
  header: Buffer;
  key: Buffer;
  noncePrefix: Buffer;
  chunkSize: number;
}

/** A new header, with salt and nonce of its own, for a file under this passphrase. */
export async function createHeader(passphrase: string, cost: KeyCost = KEY_COST): Promise<ChunkKeys> {
  const described = Buffer.alloc(DESCRIBED);
  MAGIC.copy(described, 0);
  described.set([VERSION, SCRYPT, cost.logN, cost.r, cost.p], 8);
  randomBytes(SALT_LENGTH).copy(described, 16);
  described.writeUInt32BE(CHUNK_SIZE, 48);
  randomBytes(PREFIX_LENGTH).copy(described, 52);
  const { key, check } = await deriveKeys(described, passphrase);
  return { header: Buffer.concat([described, check]), key, ...readChunking(described) };
}

/** Reads a header back; throws `invalid` for what is no such file or another passphrase, before much work is done. */
export async function openHeader(header: Buffer, passphrase: string): Promise<ChunkKeys> {
  assertReadable(header);
  const { key, check } = await deriveKeys(header.subarray(0, DESCRIBED), passphrase);
  if (!timingSafeEqual(check, header.subarray(DESCRIBED))) {
    throw new RungError('invalid', 'The passphrase does not open this file, or its first bytes were changed.');
  }
  return { header, key, ...readChunking(header) };
}

/** Whether a file begins as an encrypted one does. */
export function beginsEncrypted(start: Buffer): boolean {
  return start.subarray(0, MAGIC.length).equals(MAGIC);
}

function assertReadable(header: Buffer): void {
  if (!beginsEncrypted(header)) throw new RungError('invalid', 'This is not a file that Rung encrypted.');
  if (header.length < HEADER_LENGTH) throw new RungError('storage', 'The file is cut short: its beginning is missing.');
  if (header[8] !== VERSION || header[9] !== SCRYPT) {
    throw new RungError('invalid', 'The file was encrypted by a newer Rung. Install that one to open it.');
  }
  const { logN, r, p } = readCost(header);
  const { chunkSize } = readChunking(header);
  const isBearable = logN >= 1 && logN < 16 * r && p >= 1 && p <= MOST_PASSES && 128 * 2 ** logN * r <= MOST_MEMORY;
  if (!isBearable || chunkSize < CHUNK_SIZES.least || chunkSize > CHUNK_SIZES.most) {
    throw new RungError(
      'invalid',
      'The file asks for more memory or time than any that Rung makes. It was not opened.',
    );
  }
}

function readCost(header: Buffer): KeyCost {
  return { logN: header[10]!, r: header[11]!, p: header[12]! };
}

function readChunking(header: Buffer): Pick<ChunkKeys, 'noncePrefix' | 'chunkSize'> {
  return { chunkSize: header.readUInt32BE(48), noncePrefix: header.subarray(52, 52 + PREFIX_LENGTH) };
}

/** The key of the chunks, and what tells another passphrase from a damaged file. */
async function deriveKeys(described: Buffer, passphrase: string): Promise<{ key: Buffer; check: Buffer }> {
  const { logN, r, p } = readCost(described);
  const salt = described.subarray(16, 16 + SALT_LENGTH);
  const both = await new Promise<Buffer>((resolve, reject) => {
    // The same letters typed on another system may be other code points: NFC makes them one.
    const password = Buffer.from(passphrase.normalize('NFC'), 'utf8');
    const options = { N: 2 ** logN, r, p, maxmem: MOST_MEMORY + 64 * 1024 * 1024 };
    scrypt(password, salt, 2 * KEY_LENGTH, options, (error, derived) => (error ? reject(error) : resolve(derived)));
  });
  const check = createHmac('sha256', both.subarray(KEY_LENGTH)).update(described).digest();
  return { key: both.subarray(0, KEY_LENGTH), check };
}
