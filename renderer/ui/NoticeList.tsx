import { X } from 'lucide-react';
import { Button, IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import type { Notice } from './notice.ts';
import styles from './NoticeList.module.css';

export interface ShownNotice extends Notice {
  id: number;
}

/** The notices at the lower edge, read out as they come. */
export function NoticeList({
  notices,
  onDismiss,
}: {
  notices: readonly ShownNotice[];
  onDismiss: (id: number) => void;
}) {
  return (
    <output className={styles.list} aria-live="polite">
      {notices.map((notice) => (
        <div key={notice.id} className={classes(styles.notice, notice.tone === 'problem' && styles.problem)}>
          <p className={styles.text}>{notice.text}</p>
          {notice.action && (
            <Button
              look="quiet"
              className={styles.action}
              onClick={() => {
                notice.action?.run();
                onDismiss(notice.id);
              }}
            >
              {notice.action.verb}
            </Button>
          )}
          <IconButton label="Dismiss" onClick={() => onDismiss(notice.id)}>
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
    </output>
  );
}
