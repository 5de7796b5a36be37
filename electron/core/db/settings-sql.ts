import type Database from 'better-sqlite3';
import { prepare } from './prepare.ts';

export type SettingKey = 'profile' | 'packet' | 'filters' | 'reminder' | 'reminder-progress' | 'rubric';

/** The JSON value under a key; undefined before it is first set. */
export function selectSetting(db: Database.Database, key: SettingKey): unknown {
  const value = prepare<[string], string>(db, 'SELECT value FROM settings WHERE key = ?').pluck().get(key);
  return value === undefined ? undefined : JSON.parse(value);
}

/** Sets the value under a key. */
export function upsertSetting(db: Database.Database, key: SettingKey, value: unknown): void {
  prepare<[string, string], never>(
    db,
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value));
}
