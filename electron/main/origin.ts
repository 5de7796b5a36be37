/** The one origin whose page Rung trusts. */
export const ORIGIN = 'app://rung';

/** Whether the address belongs to Rung's own page. Compared as an origin: a prefix would let `app://rung.evil` in. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && `${url.protocol}//${url.host}` === ORIGIN;
}
