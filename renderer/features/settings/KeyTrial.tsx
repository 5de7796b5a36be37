import { useState } from 'react';
import type { DesktopAbilities } from '../../api/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { keyToText } from './event-to-key.ts';
import styles from './SettingsPage.module.css';

interface KeyTrialProps {
  desktop: DesktopAbilities;
  captureKey: string;
  onUnheard: () => void;
}

type Outcome = 'untried' | 'waiting' | 'heard' | 'unheard';

/** Finds out whether this desktop hands the key over at all: some accept it and never do. */
export function KeyTrial({ desktop, captureKey, onUnheard }: KeyTrialProps) {
  const [outcome, setOutcome] = useState<Outcome>('untried');
  const tryKey = async () => {
    setOutcome('waiting');
    const isHeard = await desktop.tryKey().catch(() => false);
    setOutcome(isHeard ? 'heard' : 'unheard');
    if (!isHeard) onUnheard();
  };
  return (
    <div className={styles.row}>
      <Button disabled={outcome === 'waiting'} onClick={() => void tryKey()}>
        Try it now
      </Button>
      <output className={styles.note}>
        {outcome === 'waiting' && (
          <>
            Press <Keys keys={keyToText(captureKey)} /> within ten seconds…
          </>
        )}
        {outcome === 'heard' && 'It works.'}
        {outcome === 'unheard' &&
          'It did not come. This desktop does not hand the key to Rung; give the command below a key in the system’s own settings.'}
      </output>
    </div>
  );
}
