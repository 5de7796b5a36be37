const PATTERN = /^(?:(\d+)\s*h(?:ours?)?)?\s*(?:(\d+)\s*(?:m(?:in(?:utes)?)?)?)?$/i;

/** `45`, `45m`, `1h`, `1h30m` as minutes; null for nothing, undefined for anything else. */
export function textToMinutes(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const [isRead, hours, minutes] = PATTERN.exec(trimmed) ?? [];
  return isRead === undefined ? undefined : Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}

/** 90 → `1h30m`; nothing for null. */
export function minutesToText(minutes: number | null): string {
  if (minutes === null) return '';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return hours === 0 ? `${rest}m` : `${hours}h${rest === 0 ? '' : `${rest}m`}`;
}
