import type { Entry, Revision } from '../../../shared/domain/entry.ts';
import { errorToText } from '../../api/error-text.ts';
import { draftToForm, type EntryForm } from './entry-form.ts';
import type { Slice } from './journal-store.ts';

/** The entry beside the list. */
export interface Opened {
  id: string;
  /** Null until it has been read, or where it cannot be. */
  entry: Entry | null;
  /** Every saved version, newest first; null until read. */
  versions: readonly Revision[] | null;
  /** Typing on this entry that was never saved. */
  draft: { form: EntryForm; baseRevision: number; savedAt: string } | null;
  problem: string | null;
}

export interface Inspector {
  opened: Opened | null;
  open: (id: string | null) => Promise<void>;
  /** Reads the opened entry again. */
  reopen: () => Promise<void>;
  setEvidence: (criterionId: string, state: { isConfirmed: boolean; strong: boolean }) => Promise<void>;
}

/** Reading one entry, and saying which criteria it is evidence for. */
export const createInspector: Slice<Inspector> = (set, get, { request, notify }) => {
  const changeOpened = (id: string, part: Partial<Opened>) => {
    const { opened } = get();
    if (opened?.id === id) set({ opened: { ...opened, ...part } });
  };

  const read = async (id: string) => {
    try {
      const [entry, versions, draft] = await Promise.all([
        request('entries.get', { id }),
        request('entries.history', { id }),
        request('drafts.get', { place: `entry:${id}` }),
      ]);
      changeOpened(id, {
        entry,
        versions,
        draft: draft && { ...readDraft(draft.content, entry), savedAt: draft.savedAt },
        problem: null,
      });
    } catch (error) {
      changeOpened(id, { problem: errorToText(error) });
    }
  };

  return {
    opened: null,
    async open(id) {
      if (id === (get().opened?.id ?? null)) return;
      await get().leaveEditor();
      if (id === null) {
        set({ opened: null, versionAt: null });
        return;
      }
      const entry = get().entries.find((one) => one.id === id) ?? null;
      set({ opened: { id, entry, versions: null, draft: null, problem: null }, cursorId: id, versionAt: null });
      await read(id);
    },
    async reopen() {
      const { opened } = get();
      if (opened) await read(opened.id);
    },
    async setEvidence(criterionId, { isConfirmed, strong }) {
      const entryId = get().opened?.id;
      if (!entryId) return;
      try {
        const entry = isConfirmed
          ? await request('evidence.set', { entryId, criterionId, strong })
          : await request('evidence.remove', { entryId, criterionId });
        changeOpened(entryId, { entry });
        await get().reload();
      } catch (error) {
        notify({ text: errorToText(error), tone: 'problem' });
      }
    },
  };
};

function readDraft(content: unknown, entry: Entry): { form: EntryForm; baseRevision: number } {
  const kept = content as { form?: unknown; baseRevision?: unknown } | null;
  const baseRevision = typeof kept?.baseRevision === 'number' ? kept.baseRevision : entry.revision;
  return { form: draftToForm(kept?.form), baseRevision };
}
