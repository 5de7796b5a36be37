import { useSyncExternalStore } from 'react';

export const places = ['journal', 'criteria', 'review', 'packet', 'settings'] as const;
export type Place = (typeof places)[number];

/** Where in the app one is: a page, and what is open on it. */
export interface Address {
  place: Place;
  id: string | null;
}

/** Reads `#/criteria/mentoring`. Anything unknown is the journal. */
export function hashToAddress(hash: string): Address {
  const [, name = '', id = ''] = /^#\/([a-z]+)(?:\/([\w-]+))?/.exec(hash) ?? [];
  const place = places.find((one) => one === name);
  return place ? { place, id: id || null } : { place: 'journal', id: null };
}

/** The hash of an address. */
export function addressToHash({ place, id }: Address): string {
  return id === null ? `#/${place}` : `#/${place}/${id}`;
}

/** Goes there. Opening something on the same page takes the place of what was open, so Back leads to the page before. */
export function goTo(address: Address): void {
  const hash = addressToHash(address);
  if (hash === location.hash) return;
  if (hashToAddress(location.hash).place !== address.place) location.hash = hash;
  else {
    history.replaceState(null, '', hash);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  }
}

/** The present address; draws again when it changes. */
export function useAddress(): Address {
  const hash = useSyncExternalStore(listen, () => location.hash);
  return hashToAddress(hash);
}

function listen(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
