import { useState } from 'react';
import { PASSPHRASE_HINT, passphraseProblem } from '../../../shared/domain/passphrase.ts';
import type { PacketExport } from '../../../shared/domain/packet.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { PassphraseForm } from '../../ui/PassphraseForm.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { usePacket } from './packet-context.ts';
import styles from './PacketPage.module.css';

type View = 'page' | 'markdown';

const VIEWS: { value: View; label: string }[] = [
  { value: 'page', label: 'Page' },
  { value: 'markdown', label: 'Markdown' },
];

/** The packet as it will be exported, and the ways to take it along. */
export function PacketPreview({ onLink }: { onLink: (url: string) => void }) {
  const [view, setView] = useState<View>('page');
  const preview = usePacket((state) => state.preview);
  const problem = usePacket((state) => state.problem);
  return (
    <section className={styles.result} aria-label="Preview">
      <div className={styles.tools}>
        <p className={styles.counts}>{preview && countsToText(preview)}</p>
        <Segmented label="View" isLabelHidden choices={VIEWS} value={view} onChange={setView} />
        <ExportButtons isReady={preview !== null} />
      </div>
      <div className={styles.scroll} data-scroll>
        {problem && <Problem text={problem} />}
        {preview && preview.references.length === 0 && <NothingToShow leftOut={preview.leftOut} />}
        <div className={styles.sheet}>
          {preview && view === 'page' && <Markdown text={preview.markdown} headingLevel={2} onLink={onLink} />}
          {preview && view === 'markdown' && <pre className={styles.source}>{preview.markdown}</pre>}
        </div>
      </div>
    </section>
  );
}

function ExportButtons({ isReady }: { isReady: boolean }) {
  const copy = usePacket((state) => state.copy);
  const saveAsFile = usePacket((state) => state.saveAsFile);
  const canEncrypt = usePacket((state) => state.canEncrypt);
  return (
    <>
      <Button disabled={!isReady} onClick={() => void copy()}>
        Copy
      </Button>
      {canEncrypt && <EncryptButton isReady={isReady} />}
      <Button look="primary" disabled={!isReady} onClick={() => void saveAsFile()}>
        Save as Markdown…
      </Button>
    </>
  );
}

/** Saves it under a passphrase, for a way that others may read along. */
function EncryptButton({ isReady }: { isReady: boolean }) {
  const saveAsFile = usePacket((state) => state.saveAsFile);
  const [isAsked, setAsked] = useState(false);
  const close = () => setAsked(false);
  const submit = async (passphrase: string) => {
    if (await saveAsFile(passphrase)) close();
  };
  return (
    <>
      <Button disabled={!isReady} onClick={() => setAsked(true)}>
        Encrypt…
      </Button>
      <Dialog title="Save encrypted" isOpen={isAsked} onClose={close}>
        <PassphraseForm
          isNew
          hint={`${PASSPHRASE_HINT} "rung decrypt" opens it.`}
          action="Choose where…"
          isBusy={false}
          findProblem={passphraseProblem}
          onSubmit={(passphrase) => void submit(passphrase)}
        />
      </Dialog>
    </>
  );
}

/** Why the page is empty, and what would fill it. */
function NothingToShow({ leftOut }: Pick<PacketExport, 'leftOut'>) {
  const { private: kept } = leftOut;
  return (
    <p className={styles.note}>
      {kept > 0
        ? `${kept === 1 ? '1 entry of this period is' : `${kept} entries of this period are`} private and ${kept === 1 ? 'stays' : 'stay'} in the journal. Edit an entry and make it shareable to show it here.`
        : 'There is no entry in this period. Choose a longer one, or write an entry first.'}
    </p>
  );
}

/** `1,240 words · 31 entries · left out: 12 private, 1 sealed`. */
export function countsToText({ words, references, leftOut }: PacketExport): string {
  const entries = references.length === 1 ? '1 entry' : `${references.length} entries`;
  const out = [
    ...(leftOut.private > 0 ? [`${leftOut.private} private`] : []),
    ...(leftOut.sealed > 0 ? [`${leftOut.sealed} sealed`] : []),
  ];
  const outText = out.length > 0 ? ` · left out: ${out.join(', ')}` : '';
  return `${words.toLocaleString('en')} words · ${entries}${outText}`;
}
