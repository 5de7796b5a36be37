import type { CapturedLine } from '../../../shared/capture/captured-line.ts';
import { keepLiteral } from '../../../shared/capture/print-line.ts';
import { KIND_WORDS, KindIcon } from '../../ui/KindIcon.tsx';
import type { Capture } from './capture-store.ts';
import styles from './QuickCapture.module.css';

const NEXT = { win: 'help', help: 'design', design: 'win' } as const;

interface CaptureKindProps {
  captured: CapturedLine;
  onChange: (part: Partial<Capture>) => void;
}

/** The kind that the entry will have; pressing it takes the next one. */
export function CaptureKind({ captured, onChange }: CaptureKindProps) {
  const { kind, tokens } = captured;
  const change = () => {
    const at = tokens.findIndex(({ meaning }) => meaning?.as === 'kind');
    // A kind chosen by hand makes a leading "help" a word like any other.
    onChange({ kind: NEXT[kind], ...(at < 0 ? {} : { line: keepLiteral(captured, at) }) });
  };
  const next = KIND_WORDS[NEXT[kind]].toLowerCase();
  return (
    <button
      type="button"
      className={styles.kind}
      title={`Make it a ${next}`}
      aria-label={`${KIND_WORDS[kind]}. Make it a ${next}`}
      onClick={change}
    >
      <KindIcon kind={kind} />
      {KIND_WORDS[kind]}
    </button>
  );
}
