import { readFileSync } from 'node:fs';

/** One change to the disk, or a note between them, as shim.c recorded it. */
export type DiskOperation =
  | { kind: 'create' | 'unlink' | 'sync' | 'folder'; path: string }
  | { kind: 'write'; path: string; offset: number; data: Buffer }
  | { kind: 'truncate'; path: string; length: number }
  | { kind: 'rename' | 'link'; path: string; to: string }
  | { kind: 'note'; text: string };

const HEAD_BYTES = 17;

/** Reads a log of shim.c: see `record` there for its bytes. */
export function readDiskLog(file: string): DiskOperation[] {
  const bytes = readFileSync(file);
  const operations: DiskOperation[] = [];
  for (let at = 0; at < bytes.length;) {
    const pathLength = bytes.readUInt16LE(at + 1);
    const otherLength = bytes.readUInt16LE(at + 3);
    const length = bytes.readUInt32LE(at + 5);
    const offset = Number(bytes.readBigInt64LE(at + 9));
    const pathAt = at + HEAD_BYTES;
    const path = bytes.toString('utf8', pathAt, pathAt + pathLength);
    const to = bytes.toString('utf8', pathAt + pathLength, pathAt + pathLength + otherLength);
    const dataAt = pathAt + pathLength + otherLength;
    const data = bytes.subarray(dataAt, dataAt + length);
    operations.push(toOperation(bytes.toString('latin1', at, at + 1), path, to, offset, data));
    at = dataAt + length;
  }
  return operations;
}

function toOperation(letter: string, path: string, to: string, offset: number, data: Buffer): DiskOperation {
  switch (letter) {
    case 'C':
      return { kind: 'create', path };
    case 'D':
      return { kind: 'folder', path };
    case 'U':
      return { kind: 'unlink', path };
    case 'S':
      return { kind: 'sync', path };
    case 'W':
      return { kind: 'write', path, offset, data };
    case 'T':
      return { kind: 'truncate', path, length: offset };
    case 'R':
      return { kind: 'rename', path, to };
    case 'L':
      return { kind: 'link', path, to };
    case 'N':
      return { kind: 'note', text: data.toString('utf8') };
    default:
      throw new Error(`The log of the disk is broken: there is no operation '${letter}'.`);
  }
}
