import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Entry, Revision } from '../../../shared/domain/entry.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { classes } from '../../ui/classes.ts';
import { instantToAge, instantToTimeText } from '../../ui/instant-text.ts';
import { Keys } from '../../ui/Keys.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import styles from './EntryHistory.module.css';
import { useJournal } from './journal-context.ts';
import { useHistoryKeys } from './use-history-keys.ts';
import { VersionChanges, VersionText } from './VersionChanges.tsx';
import { versionLine } from './version-line.ts';

type Against = 'base' | 'current';

interface EntryHistoryProps {
  entry: Entry;
  versions: readonly Revision[];
  at: number;
}

/** Every saved version of the open entry, newest first, with what each one changed. */
export function EntryHistory({ entry, versions, at }: EntryHistoryProps) {
  const closeHistory = useJournal((state) => state.closeHistory);
  const [against, setAgainst] = useState<Against>('base');
  const root = useRef<HTMLElement>(null);
  const line = useMemo(() => versionLine(versions), [versions]);
  useHistoryKeys(root, versions);
  return (
    <section ref={root} aria-label={`History of “${entry.title}”`}>
      <header className={styles.head}>
        <IconButton label="Back to the entry" onClick={closeHistory}>
          <ArrowLeft size={16} aria-hidden />
        </IconButton>
        <h2 className={styles.name}>History</h2>
        <span>{versions.length === 1 ? '1 version' : `${versions.length} versions`}</span>
      </header>
      <p className={styles.title}>{entry.title}</p>
      {versions.length > 2 && (
        <Segmented<Against>
          label="Differences from"
          className={styles.against}
          choices={[
            { value: 'base', label: 'the version before' },
            { value: 'current', label: 'the current one' },
          ]}
          value={against}
          onChange={setAgainst}
        />
      )}
      <ol className={styles.versions}>
        {versions.map((version) => (
          <VersionItem
            key={version.number}
            version={version}
            isOpen={version.number === at}
            isSetAside={!line.has(version.number)}
            compared={findCompared(versions, version, against)}
            isTrashed={entry.trashedAt !== null}
          />
        ))}
      </ol>
      <p className={styles.keys}>
        <Keys keys="↑" /> <Keys keys="↓" /> versions · <Keys keys="b" /> bring back · <Keys keys="Esc" /> back
      </p>
    </section>
  );
}

function findCompared(versions: readonly Revision[], version: Revision, against: Against): Revision | null {
  const isOther = (one: Revision) =>
    against === 'current' && !version.isCurrent ? one.isCurrent : one.number === version.base;
  return versions.find(isOther) ?? null;
}

interface VersionItemProps {
  version: Revision;
  isOpen: boolean;
  isSetAside: boolean;
  /** The version whose differences to this one are shown; null for the first. */
  compared: Revision | null;
  isTrashed: boolean;
}

function VersionItem({ version, isOpen, isSetAside, compared, isTrashed }: VersionItemProps) {
  const lookAt = useJournal((state) => state.lookAt);
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.focus();
  }, [isOpen]);
  return (
    <li className={classes(styles.version, isOpen && styles.open)}>
      <button
        ref={row}
        type="button"
        data-version={version.number}
        className={styles.row}
        aria-expanded={isOpen}
        tabIndex={isOpen ? 0 : -1}
        onClick={() => lookAt(version.number)}
      >
        <span className={styles.first}>
          <span className={styles.number}>Version {version.number}</span>
          {version.isCurrent && <Chip>current</Chip>}
          {isSetAside && (
            <Chip title="Saved while the entry was changed elsewhere; the other one stands.">set aside</Chip>
          )}
        </span>
        <time dateTime={version.savedAt} className={styles.time}>
          {instantToAge(version.savedAt)} · {instantToTimeText(version.savedAt)}
        </time>
      </button>
      {isOpen && <VersionDetails version={version} compared={compared} isTrashed={isTrashed} />}
    </li>
  );
}

function VersionDetails({ version, compared, isTrashed }: Omit<VersionItemProps, 'isOpen' | 'isSetAside'>) {
  const bringBack = useJournal((state) => state.bringBack);
  return (
    <div className={styles.details}>
      {compared && (
        <>
          <h3 className={styles.heading}>{describeComparison(version, compared)}</h3>
          <VersionDifferences version={version} compared={compared} />
        </>
      )}
      <details className={styles.whole} open={compared === null}>
        <summary>{compared ? 'The whole version' : 'The first version'}</summary>
        <VersionText content={version.content} />
      </details>
      {!version.isCurrent && !isTrashed && (
        <Button onClick={() => void bringBack(version)}>Bring version {version.number} back</Button>
      )}
      {!version.isCurrent && isTrashed && <p className={styles.quiet}>Restore the entry to bring a version back.</p>}
    </div>
  );
}

/** Always from the older to the newer one, so that what was added is what came later. */
function VersionDifferences({ version, compared }: { version: Revision; compared: Revision }) {
  const [older, newer] = compared.number < version.number ? [compared, version] : [version, compared];
  return <VersionChanges before={older.content} after={newer.content} />;
}

function describeComparison(version: Revision, compared: Revision): string {
  if (!compared.isCurrent || compared.number === version.base) return `Changed from version ${compared.number}`;
  return compared.number > version.number ? 'Changed since, up to the current one' : 'Differs from the current one';
}
