import type { EntryKind } from '../../../shared/domain/entry-words.ts';
import { KIND_WORDS, KindIcon } from '../../ui/KindIcon.tsx';
import { Segmented, type Choice } from '../../ui/Segmented.tsx';

const KINDS: Choice<EntryKind>[] = (['win', 'help', 'design'] as const).map((kind) => ({
  value: kind,
  label: KIND_WORDS[kind],
  icon: <KindIcon kind={kind} />,
}));

/** Which kind of entry is written. */
export function KindChoice({ kind, onChange }: { kind: EntryKind; onChange: (kind: EntryKind) => void }) {
  return <Segmented label="Kind" isLabelHidden choices={KINDS} value={kind} onChange={onChange} />;
}

const FILTER: Choice<EntryKind | 'all'>[] = [
  { value: 'all', label: 'All' },
  { value: 'win', label: 'Wins', icon: <KindIcon kind="win" /> },
  { value: 'help', label: 'Help', icon: <KindIcon kind="help" /> },
  { value: 'design', label: 'Designs', icon: <KindIcon kind="design" /> },
];

/** Which kinds the list shows. */
export function KindFilter(props: { kind: EntryKind | 'all'; onChange: (kind: EntryKind | 'all') => void }) {
  return <Segmented label="Show" isLabelHidden choices={FILTER} value={props.kind} onChange={props.onChange} />;
}
