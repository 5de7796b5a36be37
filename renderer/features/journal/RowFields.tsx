import { Plus, X } from 'lucide-react';
import { Fragment, useRef, type ReactNode } from 'react';
import type { PersonInEntry } from '../../../shared/domain/entry.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { SelectField, TextField } from '../../ui/Field.tsx';
import type { MetricForm } from './entry-form.ts';
import type { RowsName } from './entry-rows.ts';
import { findError, type FieldsProps } from './fields-props.ts';
import styles from './EntryFields.module.css';
import { useJournal } from './journal-context.ts';
import { useRowKeys } from './use-row-keys.ts';
import { PART_WORDS, wordsToChoices } from './words.ts';

const ADDS: { name: RowsName; word: string; verb: string }[] = [
  { name: 'metrics', word: 'Number', verb: 'Add a number' },
  { name: 'people', word: 'Person', verb: 'Add a person' },
  { name: 'links', word: 'Link', verb: 'Add a link' },
];

/** Numbers, people and links: as many rows as there are, and a way to add one of each. */
export function RowFields({ form, errors, onChange }: FieldsProps) {
  const box = useRef<HTMLDivElement>(null);
  const { add, remove, onKeyDown } = useRowKeys(box, form, onChange);
  const rows = { form, errors, onChange, onRemove: remove };
  return (
    // The keys belong to the fields inside and are heard here once for all of them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={box} className={styles.rows} onKeyDown={onKeyDown}>
      <MetricRows {...rows} />
      <PeopleRows {...rows} />
      <LinkRows {...rows} />
      <div className={styles.adds}>
        {ADDS.map(({ name, word, verb }) => (
          <Button key={name} look="quiet" aria-label={verb} data-add={name} onClick={() => add(name)}>
            <Plus size={14} aria-hidden />
            {word}
          </Button>
        ))}
      </div>
    </div>
  );
}

interface RowFieldsProps extends FieldsProps {
  onRemove: (name: RowsName, index: number) => void;
}

interface RowsProps<Row> {
  name: RowsName;
  legend: string;
  look: string | undefined;
  error: string | undefined;
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  onRemove: (name: RowsName, index: number) => void;
  children: (row: Row, change: (part: Partial<Row>) => void) => ReactNode;
}

function Rows<Row>({ name, legend, look, error, rows, onChange, onRemove, children }: RowsProps<Row>) {
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
            <IconButton label="Remove" onClick={() => onRemove(name, index)}>
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

function MetricRows({ form, errors, onChange, onRemove }: RowFieldsProps) {
  return (
    <Rows<MetricForm>
      name="metrics"
      legend="Numbers"
      look={styles.metric}
      error={findError(errors, 'metrics')}
      rows={form.metrics}
      onChange={(metrics) => onChange({ ...form, metrics })}
      onRemove={onRemove}
    >
      {(metric, change) =>
        METRIC_CELLS.map(([field, placeholder]) => (
          <Fragment key={field}>
            {field === 'after' && (
              <span className={styles.arrow} aria-hidden>
                →
              </span>
            )}
            <TextField
              label={placeholder}
              isLabelHidden
              placeholder={placeholder}
              value={metric[field]}
              onChange={(value) => change({ [field]: value })}
            />
          </Fragment>
        ))
      }
    </Rows>
  );
}

const PARTS = wordsToChoices<PersonInEntry['part']>(PART_WORDS);

function PeopleRows({ form, errors, onChange, onRemove }: RowFieldsProps) {
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
        onRemove={onRemove}
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

function LinkRows({ form, errors, onChange, onRemove }: RowFieldsProps) {
  return (
    <Rows
      name="links"
      legend="Links"
      look={styles.link}
      error={findError(errors, 'links')}
      rows={form.links}
      onChange={(links) => onChange({ ...form, links })}
      onRemove={onRemove}
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
