import type { PacketOptions } from '../domain/packet.ts';
import { foldName } from './name-words.ts';

/** A file name any system takes: `packet-mira-okafor-2025-11-25-to-2026-11-24-manager.md`. At most 120 characters. */
export function toPacketFileName(authorName: string, { audience, period }: PacketOptions): string {
  return `${['packet', toSlug(authorName), toDates(period), audience].filter(Boolean).join('-')}.md`;
}

function toDates({ from, to }: PacketOptions['period']): string {
  if (from && to) return `${from}-to-${to}`;
  if (from) return `since-${from}`;
  return to ? `until-${to}` : '';
}

function toSlug(text: string): string {
  const words = foldName(text).replaceAll('ø', 'o').replaceAll('ł', 'l').replaceAll('æ', 'ae').replaceAll('đ', 'd');
  return words
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
}
