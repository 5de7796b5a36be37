import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

const PIECE = 1024 * 1024;

/** The SHA-256 of a file, hex, however large it is. */
export function hashFile(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(PIECE);
  const handle = openSync(path, 'r');
  try {
    for (let got = readSync(handle, piece); got > 0; got = readSync(handle, piece)) hash.update(piece.subarray(0, got));
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}
