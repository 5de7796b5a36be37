import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { CriteriaState, CriteriaStore } from './criteria-store.ts';

/** The criteria's store, for the parts of its page. */
export const CriteriaContext = createContext<CriteriaStore | null>(null);

/** Reads from the criteria's store and draws again when what was read changes. */
export function useCriteria<Value>(select: (state: CriteriaState) => Value): Value {
  const store = useContext(CriteriaContext);
  if (!store) throw new Error('A part of the criteria stands outside its page.');
  return useStore(store, select);
}
