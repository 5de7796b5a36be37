import type { JournalPlace } from './journal.ts';

/** Where a journal needs care, and what to do about it, in two sentences; for page and command alike. */
export function placeToAdvice({ kind, name }: Pick<JournalPlace, 'kind' | 'name'>): string {
  return kind === 'network'
    ? `This journal lies on a network drive (${name}). Only one program can have it open at a time; a local disk, with backups to the network, is safer.`
    : `This journal lies in a folder that ${name} copies. Only one program can have it open at a time; keep it open on one machine at a time, or move it out and let ${name} copy the backups.`;
}

/** What conflicting copies beside a journal mean; empty where there are none. */
export function conflictsToAdvice({ conflicts }: Pick<JournalPlace, 'conflicts'>): string {
  if (conflicts.length === 0) return '';
  return `Two machines wrote this journal at once, and the other version is kept beside it: ${conflicts.join(', ')}. Rung does not open or delete it; look into it with "rung --read-only --journal FILE list".`;
}
