import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { JournalState, JournalStore } from './journal-store.ts';

/** The journal's store, for the parts of its page. */
export const JournalContext = createContext<JournalStore | null>(null);

/** Reads from the journal's store and draws again when what was read changes. */
export function useJournal<Value>(select: (state: JournalState) => Value): Value {
  const store = useContext(JournalContext);
  if (!store) throw new Error('A part of the journal stands outside its page.');
  return useStore(store, select);
}
