import { useEffect, useRef, useState, type ReactNode } from 'react';

interface ScrollBoxProps {
  as?: 'div' | 'pre';
  /** What it is called where it can be scrolled, and so has the focus. */
  label: string;
  className: string | undefined;
  children: ReactNode;
}

/** A box that scrolls sideways, by keyboard too: it takes the focus only where there is more than fits. */
export function ScrollBox({ as = 'div', label, className, children }: ScrollBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isScrolling, setScrolling] = useState(false);
  useEffect(() => {
    const { current } = box;
    if (!current || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setScrolling(current.scrollWidth > current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  // Both take the same attributes; the types of their refs alone differ.
  const Box = as as 'div';
  const focusable = isScrolling ? { tabIndex: 0, role: 'region', 'aria-label': label } : {};
  return (
    <Box ref={box} className={className} {...focusable}>
      {children}
    </Box>
  );
}
