import { Diamond, LifeBuoy, Star } from 'lucide-react';
import { classes } from './classes.ts';
import styles from './KindIcon.module.css';

export type KindName = 'win' | 'help' | 'design';

const ICONS = { win: Star, help: LifeBuoy, design: Diamond };

/** The word of each kind, as a heading would write it. */
export const KIND_WORDS: Record<KindName, string> = { win: 'Win', help: 'Help', design: 'Design' };

/** A kind's icon in its hue. With `hasWord` the word is read out; else it stands beside the icon anyway. */
export function KindIcon({ kind, hasWord = false }: { kind: KindName; hasWord?: boolean }) {
  const Icon = ICONS[kind];
  return (
    <span className={classes(styles.icon, styles[kind])} title={hasWord ? KIND_WORDS[kind] : undefined}>
      <Icon size={16} strokeWidth={2} aria-hidden />
      {hasWord && <span className="sr-only">{KIND_WORDS[kind]}: </span>}
    </span>
  );
}
