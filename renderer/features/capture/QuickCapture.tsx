import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createApi } from '../../api/api.ts';
import { completeFrom } from '../../api/line-ground.ts';
import { lineToChips, lineToStretches, withHints } from '../../api/line-words.ts';
import { CaptureLine } from '../../ui/CaptureLine.tsx';
import type { LineExtra } from '../../ui/line-parts.ts';
import { Problem } from '../../ui/Problem.tsx';
import { SaveForm } from '../../ui/SaveForm.tsx';
import { createCaptureStore, isEmpty, readCapture, type CaptureState, type CaptureStore } from './capture-store.ts';
import { CaptureHint } from './CaptureHint.tsx';
import { CaptureKind } from './CaptureKind.tsx';
import styles from './QuickCapture.module.css';

interface QuickCaptureProps {
  /** The entry is in the journal. */
  onSaved: () => void;
  /** Escape was pressed; what is typed is kept as a draft. */
  onClose: () => void;
}

/** The page of the quick-capture window: one line, Enter saves, Escape keeps it for later. */
export function QuickCapture({ onSaved, onClose }: QuickCaptureProps) {
  const [store] = useState(() => createCaptureStore(createApi()));
  const state = useStore(store);
  const form = useRef<HTMLFormElement>(null);
  useShown(store, form);
  const save = async () => {
    if (isEmpty(state)) return;
    if (await store.getState().save()) onSaved();
  };
  const close = () => {
    void store.getState().flush();
    onClose();
  };
  return (
    <SaveForm ref={form} label="Quick capture" className={styles.capture} onSave={() => void save()} onEscape={close}>
      <QuickLine state={state} />
      {state.problem && (
        <div className={styles.problem}>
          <Problem text={state.problem} />
        </div>
      )}
    </SaveForm>
  );
}

const PLACEHOLDERS = {
  win: 'What did you ship, fix or decide?',
  help: 'Whom did you help, with what?',
  design: 'What did you choose, and why?',
};

function QuickLine({ state }: { state: CaptureState }) {
  const { line, ground, write } = state;
  const captured = readCapture(state);
  return (
    <div className={styles.row}>
      <CaptureKind captured={captured} onChange={write} />
      <CaptureLine
        label="What happened"
        isFlat
        placeholder={PLACEHOLDERS[captured.kind]}
        value={line}
        stretches={lineToStretches(captured)}
        chips={lineToChips(captured, ground)}
        extras={stateToExtras(state)}
        hint={<CaptureHint state={state} />}
        findChoices={(text, caret) => {
          const completion = completeFrom(text, caret, ground);
          return completion && withHints(completion, ground);
        }}
        onChange={(text) => write({ line: text })}
        onPasteLink={(url, title) => write({ links: [...state.links, { title, url }] })}
        onUndoLink={(url) => write({ links: state.links.filter((link) => link.url !== url) })}
        onPasteRest={(text, rest) => write({ line: text, body: state.body ? `${state.body}\n${rest}` : rest })}
      />
    </div>
  );
}

/** What the entry gets besides the line. */
function stateToExtras({ links, body, write }: CaptureState): LineExtra[] {
  const lines = body.split('\n').length;
  const notes = { key: 'notes', text: lines === 1 ? '1 line of notes' : `${lines} lines of notes`, verb: 'Remove' };
  return [
    ...links.map(({ url }, index) => ({
      key: `${index} ${url}`,
      text: url,
      verb: 'Remove link',
      onRemove: () => write({ links: links.toSpliced(index, 1) }),
    })),
    ...(body ? [{ ...notes, onRemove: () => write({ body: '' }) }] : []),
  ];
}

/** Whenever the window is shown the line has the focus; whenever it goes, what is typed is kept. */
function useShown(store: CaptureStore, form: React.RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const focus = () => form.current?.querySelector('textarea')?.focus();
    const show = () => {
      focus();
      void store.getState().begin();
    };
    const leave = () => void store.getState().flush();
    show();
    void store.getState().restore();
    window.addEventListener('focus', show);
    window.addEventListener('blur', leave);
    const hold = (event: BeforeUnloadEvent) => {
      const state = store.getState();
      if (state.draftProblem !== null && !isEmpty(state)) event.preventDefault();
    };
    window.addEventListener('beforeunload', hold);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('focus', show);
      window.removeEventListener('blur', leave);
      window.removeEventListener('beforeunload', hold);
      window.removeEventListener('pagehide', leave);
    };
  }, [store, form]);
}
