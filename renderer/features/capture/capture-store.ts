import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CapturedLine } from '../../../shared/capture/captured-line.ts';
import { lineToDraft } from '../../../shared/capture/line-to-draft.ts';
import type { Request } from '../../../shared/contract/client.ts';
import type { Input } from '../../../shared/contract/contract.ts';
import { RungError } from '../../../shared/contract/errors.ts';
import type { EntryKind } from '../../../shared/domain/entry-words.ts';
import { errorToText } from '../../api/error-text.ts';
import { bareGround, readLine, readLineGround, type LineGround } from '../../api/line-ground.ts';
import { createSaveSoon } from '../../api/save-soon.ts';

/** What is being captured: kept as a draft until it is saved. */
export interface Capture {
  line: string;
  /** The kind where the line does not begin with one. */
  kind: EntryKind;
  links: readonly { title: string; url: string }[];
  /** Lines that were pasted after the first. */
  body: string;
}

export interface CaptureState extends Capture {
  /** What the line is read against. */
  ground: LineGround;
  isSaving: boolean;
  /** Whether the last thing that happened is that an entry was saved. */
  isLogged: boolean;
  problem: string | null;
  /** Why what is typed is not kept as a draft at the moment. */
  draftProblem: string | null;
  write: (part: Partial<Capture>) => void;
  /** The window was shown: names and today may have changed. */
  begin: () => Promise<void>;
  /** Brings back what was typed before. */
  restore: () => Promise<void>;
  /** Whether the entry was saved; if not, everything typed stays. */
  save: () => Promise<boolean>;
  flush: () => Promise<void>;
}

export type CaptureStore = StoreApi<CaptureState>;

const EMPTY: Capture = { line: '', kind: 'win', links: [], body: '' };

/** The state of the quick-capture window. */
export function createCaptureStore({ request }: { request: Request }): CaptureStore {
  return createStore<CaptureState>((set, get) => {
    const draft = createSaveSoon<Capture>(
      (capture) => keepDraft(request, capture),
      (problem) => set({ draftProblem: problem === null ? null : errorToText(problem) }),
    );
    const begin = async () => set({ ground: await readLineGround(request) });
    return {
      ...EMPTY,
      ground: bareGround(),
      isSaving: false,
      isLogged: false,
      problem: null,
      draftProblem: null,
      begin: () => begin().catch(() => {}),
      flush: () => draft.flush(),
      write(part) {
        set({ ...part, problem: null, isLogged: false });
        draft.schedule(toCapture(get()));
      },
      async restore() {
        const kept = await request('drafts.get', { place: 'capture' }).catch(() => null);
        if (kept && isEmpty(get())) set({ ...EMPTY, ...(kept.content as Partial<Capture>) });
      },
      async save() {
        if (get().isSaving) return false;
        set({ isSaving: true, problem: null });
        try {
          if (!get().ground.isRead) await begin();
          await request('entries.create', captureToEntry(get(), get().ground));
          set({ ...EMPTY, kind: get().kind, isLogged: true });
          draft.schedule(toCapture(get()));
          void draft.flush();
          return true;
        } catch (error) {
          set({ problem: `Not saved. ${errorToText(error)}` });
          return false;
        } finally {
          set({ isSaving: false });
        }
      },
    };
  });
}

/** The line as it is understood. */
export function readCapture({ line, kind, ground }: CaptureState): CapturedLine {
  return readLine(line, kind, ground);
}

function captureToEntry(capture: Capture, ground: LineGround): Input<'entries.create'> {
  const captured = readLine(capture.line, capture.kind, ground);
  if (!captured.title) throw new RungError('invalid', 'Say what happened beside the signs: that is the title.');
  return { ...lineToDraft(captured), links: [...capture.links], body: capture.body };
}

async function keepDraft(request: Request, capture: Capture): Promise<void> {
  await (isEmpty(capture)
    ? request('drafts.discard', { place: 'capture' })
    : request('drafts.save', { place: 'capture', content: { ...capture, links: [...capture.links] } }));
}

/** Whether nothing is typed; the kind alone does not count. */
export function isEmpty({ line, links, body }: Capture): boolean {
  return !line.trim() && links.length === 0 && !body.trim();
}

function toCapture({ line, kind, links, body }: CaptureState): Capture {
  return { line, kind, links, body };
}
