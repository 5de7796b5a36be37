/** Bytes a name may have on every file system; some are kept back for what is put behind it while it is written. */
const NAME_BYTES = 200;
/** Names that Windows keeps for devices, whatever follows the dot. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?=\.|$)/i;

/**
 * A name that every system takes as the name of one file: without what is read as a folder, refused, reserved, or shown
 * turned round. The ending stays.
 */
export function toFileName(name: string): string {
  const plain = trimName(
    name
      .toWellFormed()
      .normalize('NFC')
      .replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, '-')
      .replaceAll(/[\p{Cf}\p{Zl}\p{Zp}\p{Cn}\ufffd]/gu, ''),
  );
  const free = DEVICE.test(plain) ? `rung-${plain}` : plain;
  return shorten(free) || 'rung';
}

function trimName(name: string): string {
  return name.replace(/^[.\s]+/, '').replace(/[.\s]+$/, '');
}

/** Cuts the middle out of a name that is too long, never a character in two. */
function shorten(name: string): string {
  const ending = /\.[\w-]{1,12}$/.exec(name)?.[0] ?? '';
  const characters = Array.from(name.slice(0, name.length - ending.length));
  while (Buffer.byteLength(characters.join('')) + ending.length > NAME_BYTES) {
    characters.length = Math.max(0, characters.length - Math.max(1, Math.floor(characters.length / 8)));
  }
  return trimName(characters.join('')) + ending;
}
