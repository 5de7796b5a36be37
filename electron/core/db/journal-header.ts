import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { RungError } from '../../../shared/contract/errors.ts';
import { APPLICATION_ID, SCHEMA, userVersionToSchema } from './schema-version.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

/**
 * Refuses, in words, what is not a journal this Rung may touch: before SQLite opens the file, because opening may
 * already change it. File format: https://sqlite.org/fileformat2.html#the_database_header
 */
export function checkJournalFile(path: string): void {
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file) throw refuse(`There is no journal at ${path}.`);
  if (!file.isFile()) throw refuse(`${path} is not a file, so it cannot be a journal.`);
  if (file.nlink > 1)
    throw refuse(
      `${path} has a second name (a hard link). Remove the other name: SQLite could damage the journal through it.`,
    );
  if (file.size === 0)
    throw refuse(
      `${path} is empty (0 bytes). A journal is never empty: restore it from a backup. Nothing was changed.`,
    );
  checkHeader(path, readHeader(path), file.size);
}

function checkHeader(path: string, header: Buffer, fileBytes: number): void {
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, 16) !== MAGIC) {
    throw refuse(
      `${path} is not a Rung journal, or it is damaged at its very start. Nothing was changed. Restore it from a backup, or name another file.`,
    );
  }
  const applicationId = header.readUInt32BE(68);
  if (applicationId !== APPLICATION_ID) {
    throw refuse(
      `${path} is a SQLite file of another program, not a Rung journal. Nothing was changed. Name another file.`,
    );
  }
  checkVersion(path, header.readUInt32BE(60));
  if (fileBytes < headerToBytes(header)) {
    throw refuse(`${path} is damaged: its end is missing. Nothing was changed. Restore it from a backup.`);
  }
}

/** Refuses a journal of a newer Rung, unless that Rung said that this one may still write to it. */
export function checkVersion(path: string, userVersion: number): void {
  const { schema, floor } = userVersionToSchema(userVersion);
  if (floor <= SCHEMA) return;
  throw refuse(
    `${path} was written by a newer Rung (journal format ${schema}; this Rung knows ${SCHEMA}). Nothing was changed. Update Rung to open it.`,
  );
}

/** How long the file must be by its own header; 0 where the header does not vouch for its page count. */
function headerToBytes(header: Buffer): number {
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const isVouchedFor = header.readUInt32BE(24) === header.readUInt32BE(92);
  return isVouchedFor ? pageSize * header.readUInt32BE(28) : 0;
}

function readHeader(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    const header = Buffer.alloc(Math.min(HEADER_BYTES, fstatSync(handle).size));
    readSync(handle, header, 0, header.length, 0);
    return header;
  } finally {
    closeSync(handle);
  }
}

function refuse(message: string): RungError {
  return new RungError('storage', message);
}
