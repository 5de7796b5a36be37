import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { SettingsState, SettingsStore } from './settings-store.ts';

/** The store of the settings' page, for the parts of it. */
export const SettingsContext = createContext<SettingsStore | null>(null);

/** What a part of the page needs of its state. */
export function useSettings<Value>(select: (state: SettingsState) => Value): Value {
  const store = useContext(SettingsContext);
  if (!store) throw new Error('The settings are outside of their page.');
  return useStore(store, select);
}
