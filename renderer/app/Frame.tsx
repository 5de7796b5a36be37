import { BookOpen, FileText, Keyboard, Layers3, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../ui/classes.ts';
import { addressToHash, type Place } from './address.ts';
import styles from './Frame.module.css';

interface NamedPlace {
  place: Place;
  name: string;
  Icon: typeof BookOpen;
}

const PLACES: NamedPlace[] = [
  { place: 'journal', name: 'Journal', Icon: BookOpen },
  { place: 'criteria', name: 'Criteria', Icon: Layers3 },
  { place: 'packet', name: 'Packet', Icon: FileText },
  { place: 'settings', name: 'Settings', Icon: Settings },
];

interface FrameProps {
  place: Place;
  /** Words across the top while the journal does not answer. */
  banner: ReactNode;
  onShowShortcuts: () => void;
  children: ReactNode;
}

/** The window's frame: the rail, and the page beside it. */
export function Frame({ place, banner, onShowShortcuts, children }: FrameProps) {
  return (
    <div className={styles.frame}>
      <nav className={styles.rail} aria-label="Pages">
        <p className={styles.name}>
          <RungMark />
          <span className={styles.word}>Rung</span>
        </p>
        <ul className={styles.places}>
          {PLACES.map((one) => (
            <li key={one.place} className={one.place === 'settings' ? styles.apart : undefined}>
              <PlaceLink {...one} isHere={one.place === (place === 'review' ? 'criteria' : place)} />
            </li>
          ))}
        </ul>
        <button type="button" className={styles.link} title="Shortcuts" onClick={onShowShortcuts}>
          <Keyboard size={16} aria-hidden />
          <span className={styles.word}>Shortcuts</span>
        </button>
      </nav>
      <div className={styles.body}>
        {banner}
        <main className={styles.page}>{children}</main>
      </div>
    </div>
  );
}

function PlaceLink({ place, name, Icon, isHere }: NamedPlace & { isHere: boolean }) {
  return (
    <a
      className={classes(styles.link, isHere && styles.here)}
      href={addressToHash({ place, id: null })}
      aria-current={isHere ? 'page' : undefined}
      title={name}
    >
      <Icon size={16} aria-hidden />
      <span className={styles.word}>{name}</span>
    </a>
  );
}

/** A rung of a ladder, in two strokes. */
function RungMark() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden className={styles.mark}>
      <path d="M4 1.5v13M12 1.5v13M4 8h8" />
    </svg>
  );
}
