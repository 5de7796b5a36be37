import { useState, type KeyboardEvent } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { eventToKey, keyToText } from './event-to-key.ts';
import styles from './SettingsPage.module.css';

const SUGGESTIONS = ['CommandOrControl+Shift+Space', 'CommandOrControl+Alt+J'];
const isMac = /Mac/.test(navigator.userAgent);

interface KeyRecorderProps {
  value: string | null;
  onChange: (key: string | null) => void;
}

/** The key as it is, and the ways to another one: press it, or take a suggestion. */
export function KeyRecorder({ value, onChange }: KeyRecorderProps) {
  const [isListening, setListening] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const take = (key: string | null) => {
    setListening(false);
    setProblem(null);
    onChange(key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Tab leads on, as everywhere.
    if (!isListening || (event.key === 'Tab' && !event.ctrlKey && !event.altKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setListening(false);
    const pressed = eventToKey(event, isMac);
    if (pressed && 'key' in pressed) take(pressed.key);
    else if (pressed) setProblem(pressed.problem);
  };
  return (
    <div className={styles.recorder}>
      <div className={styles.row}>
        <span className={styles.rowLabel}>Key in every program</span>
        <Button
          aria-pressed={isListening}
          className={isListening ? styles.listening : undefined}
          onClick={() => setListening(!isListening)}
          onKeyDown={onKeyDown}
          onBlur={() => setListening(false)}
        >
          <RecorderText value={value} isListening={isListening} />
        </Button>
        {value && (
          <Button look="quiet" onClick={() => take(null)}>
            Turn off
          </Button>
        )}
      </div>
      {!value && (
        <p className={styles.suggestions}>
          For instance
          {SUGGESTIONS.map((key) => (
            <Button key={key} look="quiet" onClick={() => take(key)}>
              <span className="sr-only">Use </span>
              <Keys keys={keyToText(key)} />
            </Button>
          ))}
        </p>
      )}
      <output className={styles.note}>{problem}</output>
    </div>
  );
}

function RecorderText({ value, isListening }: { value: string | null; isListening: boolean }) {
  if (isListening) return 'Press the keys…';
  if (!value) return 'Choose a key';
  return (
    <>
      <span className="sr-only">Change the key </span>
      <Keys keys={keyToText(value)} />
    </>
  );
}
