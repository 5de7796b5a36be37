import { Pencil, Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { SavedFilter } from '../../../shared/domain/saved-filter.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import styles from './FindBar.module.css';
import { focusFind } from './focus-find.ts';
import { useJournal } from './journal-context.ts';

/** Searches kept under a name: run, renamed, removed; and the present one, to be kept. */
export function SavedFilters({ onRun }: { onRun: () => void }) {
  const filters = useJournal((state) => state.savedFilters);
  const query = useJournal((state) => state.query.trim());
  const saveFilter = useJournal((state) => state.saveFilter);
  const isKept = filters.some((one) => one.query === query);
  if (filters.length === 0 && !query) return null;
  return (
    <section className={styles.saved} aria-label="Saved filters">
      {filters.length > 0 && <h3 className={styles.menuTitle}>Saved</h3>}
      <ul>
        {filters.map((filter) => (
          <li key={filter.name}>
            <SavedLine filter={filter} onRun={onRun} />
          </li>
        ))}
      </ul>
      {query && !isKept && (
        <NameForm label="Save this search as" verb="Save" onName={(name) => void saveFilter(name)} />
      )}
    </section>
  );
}

function SavedLine({ filter, onRun }: { filter: SavedFilter; onRun: () => void }) {
  const setQuery = useJournal((state) => state.setQuery);
  const renameFilter = useJournal((state) => state.renameFilter);
  const removeFilter = useJournal((state) => state.removeFilter);
  const [isRenaming, setRenaming] = useState(false);
  if (isRenaming) {
    const rename = (name: string) => {
      setRenaming(false);
      void renameFilter(filter.name, name);
    };
    return <NameForm label={`New name for ${filter.name}`} verb="Rename" name={filter.name} onName={rename} />;
  }
  const run = () => {
    void setQuery(filter.query);
    onRun();
    focusFind();
  };
  return (
    <div className={styles.savedLine}>
      <button type="button" className={styles.savedRun} onClick={run}>
        {filter.name}
        <span className={styles.savedQuery}>{filter.query}</span>
      </button>
      <IconButton label={`Rename ${filter.name}`} onClick={() => setRenaming(true)}>
        <Pencil size={14} aria-hidden />
      </IconButton>
      <IconButton
        label={`Remove ${filter.name}`}
        onClick={({ currentTarget }) => {
          keepFocus(currentTarget);
          void removeFilter(filter.name);
        }}
      >
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </div>
  );
}

/** What had the focus goes: the menu itself has it then, so that its keys are still heard. */
function keepFocus(part: Element): void {
  part.closest<HTMLElement>('[role="dialog"]')?.focus();
}

interface NameFormProps {
  label: string;
  verb: string;
  name?: string;
  onName: (name: string) => void;
}

function NameForm({ label, verb, name = '', onName }: NameFormProps) {
  const [typed, setTyped] = useState(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!typed.trim()) return;
    keepFocus(event.currentTarget);
    onName(typed);
  };
  return (
    <form className={styles.nameLine} onSubmit={submit}>
      <TextField label={label} value={typed} onChange={setTyped} />
      <Button type="submit" disabled={!typed.trim()}>
        {verb}
      </Button>
    </form>
  );
}
