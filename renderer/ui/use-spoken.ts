import { useEffect, useState } from 'react';

/** Milliseconds without a change after which what was recognised is read out, so that it is not read at every key. */
const REST = 900;

/** A text for a live region: the summary once it rests, or what is said at once. */
export function useSpoken(summary: string): [spoken: string, say: (text: string) => void] {
  const [spoken, say] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => say(summary), REST);
    return () => clearTimeout(timer);
  }, [summary]);
  return [spoken, say];
}
