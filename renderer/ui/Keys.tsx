import styles from './Keys.module.css';

const MOD = /Mac/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** Keys to press, such as `Mod+Enter`; `Mod` is the key that commands have on this system. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className={styles.keys}>
      {keys.split('+').map((key) => (
        <kbd key={key} className={styles.key}>
          {key === 'Mod' ? MOD : key}
        </kbd>
      ))}
    </span>
  );
}
