import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { PacketState, PacketStore } from './packet-store.ts';

/** The packet's store, for the parts of its page. */
export const PacketContext = createContext<PacketStore | null>(null);

/** Reads from the packet's store and draws again when what was read changes. */
export function usePacket<Value>(select: (state: PacketState) => Value): Value {
  const store = useContext(PacketContext);
  if (!store) throw new Error('A part of the packet stands outside its page.');
  return useStore(store, select);
}
