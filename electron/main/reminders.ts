import { BrowserWindow, Notification } from 'electron';
import type { Request } from '../../shared/contract/client.ts';
import type { DueReminder } from '../../shared/domain/reminder.ts';

const MINUTE = 60_000;
/** Milliseconds after the start until the first look: the window comes first. */
const FIRST_LOOK = 5_000;
const SNOOZE_MINUTES = 60;

interface ReminderDeps {
  /** Asks the journal. */
  request: Request;
  /** Opens quick capture with the reminder's question. */
  onAnswer: (question: string) => void;
}

/**
 * Looks each minute whether the reminder is due, and says so once, outside of Rung's own windows: those show it themselves.
 * The question stays on the journal's page until it is answered, put off, or something was logged.
 */
export function watchReminders(deps: ReminderDeps): void {
  let wasDue = false;
  const look = async () => {
    try {
      const due = await deps.request('reminder.due', {});
      if (due && !wasDue && isOutOfSight()) notify(due, deps);
      wasDue = due !== null;
    } catch {
      // No journal yet, or none that answers now: the next minute asks again.
    }
  };
  setTimeout(() => void look(), FIRST_LOOK).unref();
  setInterval(() => void look(), MINUTE).unref();
}

function isOutOfSight(): boolean {
  return BrowserWindow.getFocusedWindow() === null;
}

/** Notifications on screen: one that nobody holds would be taken away with its click unheard. */
const shown = new Set<Notification>();

function notify({ text }: DueReminder, { request, onAnswer }: ReminderDeps): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({
    title: 'Rung',
    body: text,
    silent: true,
    // macOS shows it; elsewhere it is passed over, and the page offers the same.
    actions: [{ type: 'button', text: 'In an hour' }],
  });
  shown.add(notification);
  notification.on('click', () => onAnswer(text));
  notification.on('action', () => {
    request('reminder.snooze', { minutes: SNOOZE_MINUTES }).catch(() => {});
  });
  notification.on('close', () => shown.delete(notification));
  notification.show();
}
