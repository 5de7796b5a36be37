import { lazy, Suspense, useEffect, useRef, useState, type ComponentType } from 'react';
import type { Api, DesktopAbilities } from '../api/api.ts';
import styles from './CaptureApp.module.css';

interface QuickCaptureProps {
  onSaved: () => void;
  onClose: () => void;
}

const found = import.meta.glob<{ QuickCapture: ComponentType<QuickCaptureProps> }>(
  '../features/capture/QuickCapture.tsx',
);

const QuickCapture = lazy(async () => {
  const [load] = Object.values(found);
  return { default: load ? (await load()).QuickCapture : NoLine };
});

function NoLine(_props: QuickCaptureProps) {
  return null;
}

/** The page of the quick-capture window: what a reminder asked, if one did, over the line. */
export function CaptureApp({ api, desktop }: { api: Api; desktop: DesktopAbilities }) {
  const page = useRef<HTMLElement>(null);
  const [question, setQuestion] = useState<string | null>(null);
  useEffect(() => {
    const begin = async () => {
      focusLine(page.current);
      setQuestion(await desktop.readQuestion());
    };
    api.onCommand((id) => id === 'capture.begin' && void begin());
    void begin();
  }, [api, desktop]);
  useFittingWindow(page, desktop);
  const hide = () => void desktop.hideCapture();
  return (
    <main ref={page} className={styles.page}>
      <h1 className="sr-only">Log something</h1>
      {question && <p className={styles.question}>{question}</p>}
      <Suspense>
        <QuickCapture onSaved={hide} onClose={hide} />
      </Suspense>
    </main>
  );
}

function focusLine(page: HTMLElement | null): void {
  page
    ?.querySelector<HTMLElement>('textarea, input[type="text"], input:not([type]), [contenteditable="true"]')
    ?.focus();
}

/** Keeps the window as high as what it shows. */
function useFittingWindow(page: React.RefObject<HTMLElement | null>, desktop: DesktopAbilities): void {
  useEffect(() => {
    if (!page.current) return;
    const fit = () => {
      const height = Math.ceil(page.current?.getBoundingClientRect().height ?? 0);
      if (height >= 56) void desktop.fitCapture(Math.min(height, 420)).catch(() => {});
    };
    const observer = new ResizeObserver(fit);
    observer.observe(page.current);
    return () => observer.disconnect();
  }, [page, desktop]);
}
