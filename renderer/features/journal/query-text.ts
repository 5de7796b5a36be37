import { queryToParts, type QueryPart } from '../../../shared/find/query.ts';

/** Filters that stand beside each other under one name: each of these words once. */
const SEVERAL = new Set(['is', 'no', 'has']);

/** The query with the filter in it. One of the same name gives way; the same filter again takes it out. */
export function toggleFilter(query: string, name: string, value: string): string {
  const parts = queryToParts(query);
  const same = parts.find(({ filter }) => filter?.name === name && isSame(filter.value, value));
  if (same) return removePart(query, same);
  const old = SEVERAL.has(name) ? undefined : parts.find(({ filter }) => filter?.name === name);
  const rest = old ? removePart(query, old) : query.trim();
  return value ? [rest, filterToText(name, value)].filter(Boolean).join(' ') : rest;
}

/** Whether the query holds the filter. */
export function hasFilter(query: string, name: string, value: string): boolean {
  return queryToParts(query).some(({ filter }) => filter?.name === name && isSame(filter.value, value));
}

/** What the query says under this name; empty where it does not. */
export function filterValue(query: string, name: string): string {
  return queryToParts(query).findLast(({ filter }) => filter?.name === name)?.filter?.value ?? '';
}

/** The query without one of its parts. */
export function removePart(query: string, part: QueryPart): string {
  const at = query.indexOf(part.source);
  if (at < 0) return query;
  return `${query.slice(0, at)} ${query.slice(at + part.source.length)}`.replaceAll(/ {2,}/g, ' ').trim();
}

function filterToText(name: string, value: string): string {
  const plain = value.replaceAll('"', '');
  return /\s/.test(plain) ? `${name}:"${plain}"` : `${name}:${plain}`;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
