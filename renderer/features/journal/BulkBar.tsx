import { Trash2, X } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import { Button, IconButton } from '../../ui/Button.tsx';
import { countToText } from './bulk-acts.ts';
import styles from './BulkBar.module.css';
import { useJournal } from './journal-context.ts';

/** What can be done with every selected entry at once. */
export function BulkBar() {
  const count = useJournal((state) => state.selected.size);
  const isActing = useJournal((state) => state.isActing);
  const clearSelection = useJournal((state) => state.clearSelection);
  const setSelectedVisibility = useJournal((state) => state.setSelectedVisibility);
  const trashSelected = useJournal((state) => state.trashSelected);
  return (
    <div className={styles.bar} role="toolbar" aria-label="Selected entries" data-bulk>
      <output className={styles.count}>{countToText(count)} selected</output>
      <TagForm />
      <CriterionChoice />
      <Button
        look="quiet"
        disabled={isActing}
        aria-label="Make shareable"
        onClick={() => void setSelectedVisibility('shareable')}
      >
        Shareable
      </Button>
      <Button
        look="quiet"
        disabled={isActing}
        aria-label="Make private"
        onClick={() => void setSelectedVisibility('private')}
      >
        Private
      </Button>
      <Button look="quiet" disabled={isActing} aria-label="Move to trash" onClick={() => void trashSelected()}>
        <Trash2 size={14} aria-hidden />
        Trash
      </Button>
      <IconButton label="Clear the selection" onClick={clearSelection}>
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  );
}

function TagForm() {
  const tagSelected = useJournal((state) => state.tagSelected);
  const names = useJournal((state) => state.names);
  const readNames = useJournal((state) => state.readNames);
  const listId = useId();
  const [tag, setTag] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const name = tag.trim().replace(/^#/, '');
    if (!name) return;
    setTag('');
    void tagSelected(name);
  };
  return (
    <form onSubmit={submit}>
      <input
        type="text"
        aria-label="Add a tag"
        placeholder="Add a tag"
        className={styles.field}
        list={listId}
        value={tag}
        maxLength={80}
        autoComplete="off"
        onFocus={() => void readNames().catch(() => {})}
        onChange={(event) => setTag(event.target.value)}
      />
      <datalist id={listId}>
        {names?.tags.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </form>
  );
}

/** Chosen, it is done: Undo is the way back. A list that is moved through by keys waits for Enter. */
function CriterionChoice() {
  const rubric = useJournal((state) => state.rubric);
  const mapSelected = useJournal((state) => state.mapSelected);
  if (!rubric) return null;
  return (
    <select
      aria-label="Map to a criterion"
      className={styles.field}
      value=""
      onChange={(event) => event.target.value && void mapSelected(event.target.value)}
    >
      <option value="">Map to…</option>
      {[...rubric.pillars, rubric.ground].map((pillar) => (
        <optgroup key={pillar.id} label={pillar.name}>
          {pillar.criteria.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
