import type { Request } from '../../../shared/contract/client.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import { entryToContent } from '../../../shared/domain/entry-content.ts';

/** A change of many entries and its way back. */
export interface BulkAct {
  text: string;
  /** The entries leave the list with it. */
  endsSelection: boolean;
  /** Does it: all or nothing. Returns the entries as they stand now. */
  run: (request: Request) => Promise<Entry[]>;
  /** Brings back exactly what was, given what `run` returned. */
  undo: (request: Request, done: readonly Entry[]) => Promise<Entry[]>;
}

/** Adds a tag to those that do not carry it; words instead where there is nothing to do. */
export function addTag(entries: readonly Entry[], tag: string): BulkAct | string {
  const name = tag.trim();
  const without = entries.filter(({ tags }) => !tags.some((one) => one.toLowerCase() === name.toLowerCase()));
  if (without.length === 0) return `Every one carries #${name} already.`;
  return change(without, `${countToText(without.length)} tagged #${name}.`, (entry) => ({
    ...entry,
    tags: [...entry.tags, name],
  }));
}

/** Makes entries shareable or private. Sealed ones stay sealed: that is only undone one by one. */
export function changeVisibility(entries: readonly Entry[], visibility: 'shareable' | 'private'): BulkAct | string {
  const sealed = entries.filter((entry) => entry.visibility === 'sealed').length;
  const others = entries.filter((entry) => entry.visibility !== 'sealed' && entry.visibility !== visibility);
  const aside = sealed === 0 ? '' : ` ${countToText(sealed)} sealed, left so.`;
  if (others.length === 0) return sealed ? aside.trim() : `Every one is ${visibility} already.`;
  const text = `${countToText(others.length)} made ${visibility}.${aside}`;
  return change(others, text, (entry) => ({ ...entry, visibility }));
}

/** Makes entries evidence for a criterion; those that are confirmed already stay as they are. */
export function mapTo(entries: readonly Entry[], criterionId: string, name: string): BulkAct | string {
  const evidenceOf = (entry: Entry) => entry.evidence.find((one) => one.criterionId === criterionId);
  const others = entries.filter((entry) => evidenceOf(entry)?.state !== 'confirmed');
  if (others.length === 0) return `Every one is evidence for ${name} already.`;
  return {
    text: `${countToText(others.length)} mapped to ${name}.`,
    endsSelection: false,
    run: (request) =>
      request(
        'evidence.setMany',
        others.map(({ id }) => ({ entryId: id, criterionId })),
      ),
    async undo(request) {
      const before = others.flatMap((entry) => {
        const evidence = evidenceOf(entry);
        return evidence ? [{ entryId: entry.id, ...evidence }] : [];
      });
      const bare = others.filter((entry) => !evidenceOf(entry)).map(({ id }) => ({ entryId: id, criterionId }));
      const back = before.length > 0 ? await request('evidence.setMany', before) : [];
      return bare.length > 0 ? [...back, ...(await request('evidence.removeMany', bare))] : back;
    },
  };
}

/** Moves entries to the trash. */
export function moveToTrash(entries: readonly Entry[]): BulkAct {
  const ids = entries.map(({ id }) => id);
  return {
    text: `${countToText(ids.length)} moved to the trash.`,
    endsSelection: true,
    run: (request) => request('entries.trashMany', { ids }),
    undo: (request) => request('entries.restoreMany', { ids }),
  };
}

/** `1 entry`, `3 entries`. */
export function countToText(count: number): string {
  return count === 1 ? '1 entry' : `${count.toLocaleString('en')} entries`;
}

function change(entries: readonly Entry[], text: string, edit: (entry: Entry) => Entry): BulkAct {
  return {
    text,
    endsSelection: false,
    run: (request) =>
      request(
        'entries.updateMany',
        entries.map((entry) => ({
          id: entry.id,
          baseRevision: entry.revision,
          content: entryToContent(edit(entry)),
        })),
      ),
    undo(request, done) {
      const revisions = new Map(done.map(({ id, revision }) => [id, revision]));
      return request(
        'entries.updateMany',
        entries.map((entry) => ({
          id: entry.id,
          baseRevision: revisions.get(entry.id) ?? entry.revision,
          content: entryToContent(entry),
        })),
      );
    },
  };
}
