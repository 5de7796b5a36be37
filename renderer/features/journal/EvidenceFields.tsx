import { ChevronDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Entry } from '../../../shared/domain/entry.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { isTyping } from '../../ui/is-typing.ts';
import panel from './EntryPanel.module.css';
import { EvidenceChecklist } from './EvidenceChecklist.tsx';
import styles from './EvidenceFields.module.css';
import { EvidenceLine, findEvidence } from './EvidenceLine.tsx';
import { useJournal } from './journal-context.ts';

/** Which criteria the entry is evidence for: those that are set, and a checklist of all by pillar. `c` opens it. */
export function EvidenceFields({ entry }: { entry: Entry }) {
  const rubric = useJournal((state) => state.rubric);
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  useOpenKey(() => setOpen(true));
  if (!rubric) return null;
  const confirmed = [...rubric.pillars, rubric.ground]
    .flatMap((group) => group.criteria)
    .filter((criterion) => findEvidence(entry, criterion.id));
  const close = () => {
    setOpen(false);
    toggle.current?.focus();
  };
  return (
    <section className={panel.section} aria-label="Evidence">
      <h3>Evidence for</h3>
      {confirmed.length > 0 && !isOpen && (
        <ul>
          {confirmed.map((criterion) => (
            <EvidenceLine key={criterion.id} entry={entry} criterion={criterion} />
          ))}
        </ul>
      )}
      {isOpen && <EvidenceChecklist rubric={rubric} entry={entry} onClose={close} />}
      <Button
        ref={toggle}
        look={confirmed.length === 0 && !isOpen ? 'plain' : 'quiet'}
        className={classes((confirmed.length > 0 || isOpen) && styles.toggle)}
        aria-expanded={isOpen}
        aria-keyshortcuts="c"
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronDown size={14} aria-hidden className={classes(isOpen && styles.up)} />
        {isOpen ? 'Done' : confirmed.length === 0 ? 'Choose criteria' : 'Change'}
      </Button>
    </section>
  );
}

function useOpenKey(onOpen: () => void): void {
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isPlain = event.key === 'c' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isPlain || event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      open.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
