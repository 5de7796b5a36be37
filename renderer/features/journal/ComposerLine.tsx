import { useMemo } from 'react';
import type { CapturedLine } from '../../../shared/capture/captured-line.ts';
import { completeFrom, type LineGround } from '../../api/line-ground.ts';
import { lineToChips, lineToStretches, withHints } from '../../api/line-words.ts';
import { CaptureLine } from '../../ui/CaptureLine.tsx';
import type { LineExtra } from '../../ui/line-parts.ts';
import type { ComposerSlice } from './composer.ts';
import type { EntryForm } from './entry-form.ts';
import { useJournal } from './journal-context.ts';
import { PROMPTS } from './words.ts';

/** The line an entry begins with, read by the one-line grammar while it is typed. */
export function ComposerLine({ id, captured }: { id: string; captured: CapturedLine }) {
  const { form, ground, errors, isUnfolded } = useJournal((state) => state.composer);
  const amend = useJournal((state) => state.amend);
  const unfold = useJournal((state) => state.unfold);
  const readGround = useJournal((state) => state.readGround);
  const chips = useMemo(() => lineToChips(captured, ground), [captured, ground]);
  return (
    <CaptureLine
      id={id}
      label="What happened"
      placeholder={PROMPTS[captured.kind].title}
      value={form.title}
      error={errors['title'] && `The title ${errors['title']}.`}
      stretches={lineToStretches(captured)}
      chips={chips}
      extras={isUnfolded ? [] : formToExtras(form, amend)}
      findChoices={(line, caret) => findChoices(line, caret, ground)}
      // What was written elsewhere meanwhile has names, too; before the journal is open there are none to ask for.
      onFocus={() => ground.isRead && void readGround().catch(() => {})}
      onChange={(title) => amend(() => ({ title }))}
      onPasteLink={(url, title) => amend(({ links }) => ({ links: [...links, { title, url }] }))}
      onUndoLink={(url) => amend(({ links }) => ({ links: links.filter((link) => link.url !== url) }))}
      onPasteRest={(title, rest) => {
        amend(({ body }) => ({ title, body: body ? `${body}\n${rest}` : rest }));
        unfold(true);
      }}
    />
  );
}

function findChoices(line: string, caret: number, ground: LineGround) {
  const completion = completeFrom(line, caret, ground);
  return completion && withHints(completion, ground);
}

/** The links of the entry, for as long as their rows are folded away. */
function formToExtras({ links }: EntryForm, amend: ComposerSlice['amend']): LineExtra[] {
  return links.flatMap(({ url }, index) => {
    const onRemove = () => amend((form) => ({ links: form.links.toSpliced(index, 1) }));
    return url ? [{ key: `${index} ${url}`, text: url, verb: 'Remove link', onRemove }] : [];
  });
}
