import { useId, useState } from 'react';
import { TextField } from '../../ui/Field.tsx';
import { useJournal } from './journal-context.ts';
import { filterValue } from './query-text.ts';

interface NameFilterProps {
  label: string;
  /** The filter's word. */
  name: string;
  names: readonly string[];
  onPut: (name: string, value: string) => void;
}

/** A filter by a name, completed from those in the journal. A known name counts at once, any other on leaving the field. */
export function NameFilter({ label, name, names, onPut }: NameFilterProps) {
  const listId = useId();
  const value = useJournal((state) => filterValue(state.query, name));
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // What the line says meanwhile counts.
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  return (
    <div>
      <TextField
        label={label}
        list={listId}
        value={typed}
        placeholder="any"
        onLeave={() => onPut(name, typed.trim())}
        onChange={(text) => {
          setTyped(text);
          if (text === '' || names.includes(text)) onPut(name, text);
        }}
      />
      <datalist id={listId}>
        {names.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
    </div>
  );
}
