import { useState } from 'react';
import type { DesktopAbilities } from '../../api/api.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { KeyRecorder } from './KeyRecorder.tsx';
import { KeyTrial } from './KeyTrial.tsx';
import { useSettings } from './settings-context.ts';
import styles from './SettingsPage.module.css';
import { SettingsSection } from './SettingsSection.tsx';

interface CaptureSectionProps {
  desktop: DesktopAbilities | null;
  copyText: (text: string) => Promise<void>;
}

/** How one line is written from anywhere. */
export function CaptureSection({ desktop, copyText }: CaptureSectionProps) {
  return (
    <SettingsSection title="Quick capture" section="capture">
      <p className={styles.note}>One line over whatever you are doing. Enter saves it; Esc keeps it for later.</p>
      {desktop ? (
        <CaptureControls desktop={desktop} copyText={copyText} />
      ) : (
        <p>
          It belongs to the desktop window, which <code>npm start</code> opens. In a terminal{' '}
          <code>rung add "helped @maria with the flaky tests ~45m"</code> writes the same line.
        </p>
      )}
    </SettingsSection>
  );
}

function CaptureControls({ desktop, copyText }: CaptureSectionProps & { desktop: DesktopAbilities }) {
  const state = useSettings((all) => all.desktopState);
  const change = useSettings((all) => all.changePreferences);
  const [isUnheard, setUnheard] = useState(false);
  if (!state) return null;
  const { preferences, keyProblem, trayProblem, isWayland } = state;
  const { captureKey, hasTray, keepsRunning } = preferences;
  return (
    <>
      <KeyRecorder value={captureKey} onChange={(key) => void change({ captureKey: key })} />
      {keyProblem && <Problem text={keyProblem} />}
      {captureKey && !keyProblem && (
        <KeyTrial key={captureKey} desktop={desktop} captureKey={captureKey} onUnheard={() => setUnheard(true)} />
      )}
      {isWayland && captureKey && (
        <p className={styles.note}>
          This is a Wayland session. It may ask whether Rung may have the key, or never hand it over: try it.
        </p>
      )}
      <CheckField
        label={/Mac/.test(navigator.userAgent) ? 'Show Rung in the menu bar' : 'Show Rung in the tray'}
        isChecked={hasTray}
        onChange={(next) => void change({ hasTray: next })}
      />
      {trayProblem && <Problem text={trayProblem} />}
      <CheckField
        label="Keep Rung ready when its window is closed"
        isChecked={keepsRunning}
        onChange={(next) => void change({ keepsRunning: next })}
      />
      <p className={styles.note}>The key and the reminder work while Rung runs. Quit in the menu ends it either way.</p>
      <CaptureCommand command={state.captureCommand} copyText={copyText} isWanted={isUnheard || isWayland} />
    </>
  );
}

interface CaptureCommandProps {
  command: string;
  copyText: (text: string) => Promise<void>;
  isWanted: boolean;
}

/** What the desktop's own keyboard settings can be given. */
function CaptureCommand({ command, copyText, isWanted }: CaptureCommandProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await copyText(command);
    setCopied(true);
  };
  return (
    <details className={styles.details} open={isWanted || undefined}>
      <summary>A command that opens it</summary>
      <p className={styles.note}>
        For a key in the system’s keyboard settings, where programs cannot take keys themselves, such as on Wayland.
      </p>
      <div className={styles.command}>
        <code>{command}</code>
        <Button onClick={() => void copy().catch(() => setCopied(false))}>{isCopied ? 'Copied' : 'Copy'}</Button>
      </div>
    </details>
  );
}
