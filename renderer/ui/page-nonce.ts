/** The nonce of this load of the page; null where no shell has put one in, and then injected styles have no place. */
export function readNonce(): string | null {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  // A browser shows the nonce to scripts by its property alone.
  return meta?.nonce || meta?.getAttribute('nonce') || null;
}
