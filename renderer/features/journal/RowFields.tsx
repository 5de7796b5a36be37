import { Plus, X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import type { PersonInEntry } from '../../../shared/domain/entry.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { EMPTY_METRIC, type EntryForm, type MetricForm } from './entry-form.ts';
import { findError, type FieldsProps } from './fields-props.ts';
import styles from './EntryFields.module.css';
import { useJournal } from './journal-context.ts';
import { PART_WORDS, wordsToChoices } from './words.ts';

/** Numbers, people and links: as many rows as there are, and a way to add one of each. */
export function RowFields({ form, errors, onChange }: FieldsProps) {
  const box = useRef<HTMLDivElement>(null);
  const add = (part: Partial<EntryForm>, section: string) => {
    onChange({ ...form, ...part });
    // The row is there after the next drawing.
    requestAnimationFrame(() => {
      box.current?.querySelector<HTMLElement>(`[data-rows="${section}"] li:last-child input`)?.focus();
    });
  };
  return (
    <div ref={box} className={styles.rows}>
      <MetricRows form={form} errors={errors} onChange={onChange} />
      <PeopleRows form={form} errors={errors} onChange={onChange} />
      <LinkRows form={form} errors={errors} onChange={onChange} />
      <div className={styles.adds}>
        <AddButton
          name="Number"
          verb="Add a number"
          onAdd={() => add({ metrics: [...form.metrics, { ...EMPTY_METRIC }] }, 'metrics')}
        />
        <AddButton
          name="Person"
          verb="Add a person"
          onAdd={() => add({ people: [...form.people, { name: '', part: usualPart(form) }] }, 'people')}
        />
        <AddButton
          name="Link"
          verb="Add a link"
          onAdd={() => add({ links: [...form.links, { title: '', url: '' }] }, 'links')}
        />
      </div>
    </div>
  );
}

function usualPart(form: EntryForm): PersonInEntry['part'] {
  return form.kind === 'help' ? 'helped' : 'worked-with';
}

function AddButton({ name, verb, onAdd }: { name: string; verb: string; onAdd: () => void }) {
  return (
    <Button look="quiet" aria-label={verb} onClick={onAdd}>
      <Plus size={14} aria-hidden />
      {name}
    </Button>
  );
}

interface RowsProps<Row> {
  name: string;
  legend: string;
  look: string | undefined;
  error: string | undefined;
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  children: (row: Row, change: (part: Partial<Row>) => void) => ReactNode;
}

function Rows<Row>({ name, legend, look, error, rows, onChange, children }: RowsProps<Row>) {
  if (rows.length === 0) return null;
  return (
    <fieldset data-rows={name}>
      <legend className={styles.legend}>{legend}</legend>
      <ul className={styles.rows}>
        {rows.map((row, index) => (
          // Rows have no identity but their place.
          <li key={index} className={styles.row}>
            <div className={classes(styles.cells, look)}>
              {children(row, (part) => onChange(rows.with(index, { ...row, ...part })))}
            </div>
            <IconButton label="Remove" onClick={() => onChange(rows.toSpliced(index, 1))}>
              <X size={14} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      {error && <p className={styles.error}>{error}</p>}
    </fieldset>
  );
}

const METRIC_CELLS: [field: keyof MetricForm, placeholder: string][] = [
  ['label', 'What was measured'],
  ['before', 'before'],
  ['after', 'after'],
  ['unit', 'unit'],
  ['source', 'source'],
];

function MetricRows({ form, errors, onChange }: FieldsProps) {
  return (
    <Rows<MetricForm>
      name="metrics"
      legend="Numbers"
      look={styles.metric}
      error={findError(errors, 'metrics')}
      rows={form.metrics}
      onChange={(metrics) => onChange({ ...form, metrics })}
    >
      {(metric, change) =>
        METRIC_CELLS.map(([field, placeholder]) => (
          <TextField
            key={field}
            label={placeholder}
            isLabelHidden
            placeholder={placeholder}
            value={metric[field]}
            onChange={(value) => change({ [field]: value })}
          />
        ))
      }
    </Rows>
  );
}

const PARTS = wordsToChoices<PersonInEntry['part']>(PART_WORDS);

function PeopleRows({ form, errors, onChange }: FieldsProps) {
  const known = useJournal((state) => state.people);
  return (
    <>
      <datalist id="known-people">
        {known.map((person) => (
          <option key={person.name}>{person.name}</option>
        ))}
      </datalist>
      <Rows<PersonInEntry>
        name="people"
        legend="People"
        look={styles.person}
        error={findError(errors, 'people')}
        rows={form.people}
        onChange={(people) => onChange({ ...form, people })}
      >
        {(person, change) => (
          <>
            <TextField
              label="Name"
              isLabelHidden
              placeholder="Name"
              list="known-people"
              value={person.name}
              onChange={(name) => change({ name })}
            />
            <SelectField
              label="Part"
              isLabelHidden
              choices={PARTS}
              value={person.part}
              onChange={(part) => change({ part })}
            />
          </>
        )}
      </Rows>
    </>
  );
}

function LinkRows({ form, errors, onChange }: FieldsProps) {
  return (
    <Rows
      name="links"
      legend="Links"
      look={styles.link}
      error={findError(errors, 'links')}
      rows={form.links}
      onChange={(links) => onChange({ ...form, links })}
    >
      {(link, change) => (
        <>
          <TextField
            label="Address"
            isLabelHidden
            inputMode="url"
            placeholder="https://"
            value={link.url}
            onChange={(url) => change({ url })}
          />
          <TextField
            label="Link title"
            isLabelHidden
            placeholder="title"
            value={link.title}
            onChange={(title) => change({ title })}
          />
        </>
      )}
    </Rows>
  );
}
