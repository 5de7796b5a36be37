import type { Row } from '../db/salvage-sql.ts';

/** The size of every journal's pages. */
export const PAGE_BYTES = 8_192;

const TABLE_LEAF = 0x0d;
const FILE_HEADER_BYTES = 100;
/** A record longer than this keeps the rest of itself on pages of its own. */
const MOST_LOCAL = PAGE_BYTES - 35;
const LEAST_LOCAL = Math.floor(((PAGE_BYTES - 12) * 32) / 255) - 23;
/** No entry is longer. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A row as its bytes say it, with the number it stands under. */
export interface CarvedRow {
  rowid: number;
  values: unknown[];
}

/**
 * Every row on every page that looks like one of a table, whatever leads there: for a file whose way to its pages is
 * broken. What it yields may be rubbish or long deleted; whoever uses it has to know a good row by itself.
 * Format: https://sqlite.org/fileformat2.html#b_tree_pages
 */
export function* carveRows(file: Buffer): Generator<CarvedRow> {
  for (let start = 0; start + PAGE_BYTES <= file.length; start += PAGE_BYTES) {
    const header = start === 0 ? FILE_HEADER_BYTES : start;
    if (file[header] !== TABLE_LEAF) continue;
    const cells = file.readUInt16BE(header + 3);
    for (let cell = 0; cell < cells && header + 10 + cell * 2 <= start + PAGE_BYTES; cell += 1) {
      const row = tryReadCell(file, start + file.readUInt16BE(header + 8 + cell * 2));
      if (row) yield row;
    }
  }
}

/** Values by the names of their columns, for a table whose first columns those are. */
export function valuesToRow(columns: readonly string[], { rowid, values }: CarvedRow): Row {
  // The column that is the rowid is stored as nothing.
  return Object.fromEntries(columns.map((column, index) => [column, column === 'position' ? rowid : values[index]]));
}

function tryReadCell(file: Buffer, at: number): CarvedRow | undefined {
  try {
    const [bytes, afterBytes] = readVarint(file, at);
    const [rowid, afterRowid] = readVarint(file, afterBytes);
    return bytes > MOST_BYTES ? undefined : { rowid, values: readRecord(readPayload(file, afterRowid, bytes)) };
  } catch {
    // It leads outside of the file, or says what no record says.
    return undefined;
  }
}

/** The bytes of a record, also where they go on over other pages. */
function readPayload(file: Buffer, at: number, bytes: number): Buffer {
  if (bytes <= MOST_LOCAL) return file.subarray(at, at + bytes);
  const fitting = LEAST_LOCAL + ((bytes - LEAST_LOCAL) % (PAGE_BYTES - 4));
  const local = fitting <= MOST_LOCAL ? fitting : LEAST_LOCAL;
  const parts = [file.subarray(at, at + local)];
  let next = file.readUInt32BE(at + local);
  for (let missing = bytes - local; missing > 0; missing -= PAGE_BYTES - 4) {
    const start = (next - 1) * PAGE_BYTES;
    next = file.readUInt32BE(start);
    parts.push(file.subarray(start + 4, start + 4 + Math.min(missing, PAGE_BYTES - 4)));
  }
  return Buffer.concat(parts);
}

function readRecord(record: Buffer): unknown[] {
  const [headerBytes, first] = readVarint(record, 0);
  const types: number[] = [];
  for (let at = first; at < headerBytes;) {
    const [type, next] = readVarint(record, at);
    types.push(type);
    at = next;
  }
  let at = headerBytes;
  return types.map((type) => {
    const bytes = typeToBytes(type);
    if (at + bytes > record.length) throw new RangeError('the record ends too soon');
    at += bytes;
    return readValue(record, at - bytes, bytes, type);
  });
}

/** Whole numbers and text are all that a journal's entries and versions hold. */
function readValue(record: Buffer, at: number, bytes: number, type: number): unknown {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type <= 6) return Number(BigInt.asIntN(bytes * 8, BigInt(`0x${record.toString('hex', at, at + bytes)}`)));
  if (type >= 13 && type % 2 === 1) return record.toString('utf8', at, at + bytes);
  return undefined;
}

function typeToBytes(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type]!;
}

/** A number of one to nine bytes, and where the next begins. */
function readVarint(bytes: Buffer, at: number): [number, number] {
  let value = 0;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes.readUInt8(at + index);
    value = index === 8 ? value * 256 + byte : value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + index + 1];
  }
  return [value, at + 9];
}
