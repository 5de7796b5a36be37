import { useId, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { ChoiceList } from './ChoiceList.tsx';
import styles from './CaptureLine.module.css';
import { classes } from './classes.ts';
import { LineChips } from './LineChips.tsx';
import type { LineChip, LineChoices, LineExtra, LineStretch } from './line-parts.ts';
import { MarkedText } from './MarkedText.tsx';
import { createReplaceText, type ReplaceText } from './replace-text.ts';
import { usePaste, type Paste } from './use-paste.ts';
import { useLineChoices, type OpenChoices } from './use-line-choices.ts';
import { useLiteralKeys, type LiteralKeys } from './use-literal-keys.ts';
import { useSpoken } from './use-spoken.ts';

interface CaptureLineProps extends Paste {
  id?: string;
  label: string;
  placeholder: string;
  value: string;
  error?: string | undefined;
  /** The value, in the stretches that its reader took it for. */
  stretches: readonly LineStretch[];
  chips: readonly LineChip[];
  extras?: readonly LineExtra[];
  findChoices: (line: string, caret: number) => LineChoices | null;
  /** Names to choose stand in the row of the chips, not over what is below. */
  isFlat?: boolean;
  /** What stands in the row of the chips while there are none. */
  hint?: ReactNode;
  onChange: (line: string) => void;
  onFocus?: () => void;
}

/** One line that is read while it is typed: what was recognised is marked in it, named under it, and text again by one key. */
export function CaptureLine(props: CaptureLineProps) {
  const { value, stretches, chips, extras = [], isFlat = false } = props;
  const ownId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [spoken, say] = useSpoken(chips.length > 0 ? `Recognised: ${chips.map((chip) => chip.spoken).join(', ')}` : '');
  const replace = createReplaceText(props.onChange);
  const choices = useLineChoices(value, props.findChoices, replace);
  const literal = useLiteralKeys(stretches, replace, say);
  const { open, active } = choices;
  const list = open && (
    <ChoiceList
      {...{ active, isFlat, id: `${ownId}-list`, choices: open.choices }}
      onChoose={(index) => field.current && choices.choose(field.current, index)}
    />
  );
  return (
    <div className={classes(styles.whole, isFlat && styles.flat)}>
      <div className={styles.stack}>
        <MarkedText stretches={stretches} signAt={open?.from ?? null} field={field} />
        <TypedLine {...{ ...props, ownId, field, choices, literal, replace }} />
      </div>
      {!isFlat && list}
      <Under
        {...{ chips, extras, hint: props.hint, isFlat, list: isFlat ? list : null }}
        onKeep={(chip) => field.current && literal.keep(field.current, chip.stretch)}
      />
      <output className="sr-only">
        {open ? `${open.choices.length} to choose from with the arrow keys.` : spoken}
      </output>
      {props.error && (
        <p id={`${ownId}-error`} className={styles.error}>
          {props.error}
        </p>
      )}
    </div>
  );
}

interface TypedLineProps extends CaptureLineProps {
  ownId: string;
  field: RefObject<HTMLTextAreaElement | null>;
  choices: OpenChoices;
  literal: LiteralKeys;
  replace: ReplaceText;
}

/** The field itself. It wraps but holds no line break: Enter submits the form it is in. */
function TypedLine({ ownId, field, choices, literal, replace, ...props }: TypedLineProps) {
  const paste = usePaste(props, replace);
  const { open, active, setCaret } = choices;
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isTaken =
      choices.onKey(event) || paste.onKey(event) || (event.key === 'Backspace' && literal.onBackspace(event));
    if (event.key !== 'Backspace') literal.onOtherKey();
    if (!isTaken) return submitOnEnter(event);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <textarea
      ref={field}
      id={props.id ?? ownId}
      rows={1}
      aria-label={props.label}
      aria-invalid={props.error ? true : undefined}
      aria-describedby={props.error ? `${ownId}-error` : undefined}
      aria-autocomplete="list"
      aria-haspopup="listbox"
      aria-controls={open ? `${ownId}-list` : undefined}
      aria-activedescendant={active >= 0 ? `${ownId}-list-${active}` : undefined}
      className={styles.line}
      placeholder={props.placeholder}
      value={props.value}
      onKeyDown={onKeyDown}
      onPaste={paste.onPaste}
      onSelect={(event) => setCaret(caretOf(event.currentTarget))}
      onBlur={() => setCaret(null)}
      onFocus={props.onFocus}
      onChange={({ target }) => {
        paste.forget();
        props.onChange(target.value.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' '));
        setCaret(caretOf(target));
      }}
    />
  );
}

interface UnderProps {
  chips: readonly LineChip[];
  extras: readonly LineExtra[];
  hint: ReactNode;
  isFlat: boolean;
  list: ReactNode;
  onKeep: (chip: LineChip) => void;
}

/** The row under the line: names to choose, or what was recognised. Where the row always stands it also holds a hint. */
function Under({ chips, extras, hint, isFlat, list, onKeep }: UnderProps) {
  const hasChips = chips.length + extras.length > 0;
  if (!isFlat && !hasChips) return null;
  return (
    <div className={styles.under}>
      {list ?? (hasChips ? <LineChips chips={chips} extras={extras} onKeep={onKeep} /> : hint)}
    </div>
  );
}

function caretOf(field: HTMLTextAreaElement): number | null {
  return field.selectionStart === field.selectionEnd ? field.selectionStart : null;
}

function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
