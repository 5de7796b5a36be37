import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Row } from './table.ts';

/** What `.ci/run` adds up (it counts like Vitest's report), and each row in short. */
export interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  rows: { name: string; tries: number; lost: number; leaked: number; failures: number; isKept: boolean }[];
}

/** Writes the report of these rows. */
export function writeReport(file: string, rows: readonly Row[]): void {
  const passed = rows.filter(({ isKept }) => isKept).length;
  const report: Report = {
    numPassedTests: passed,
    numFailedTests: rows.length - passed,
    numPendingTests: 0,
    numTodoTests: 0,
    rows: rows.map(({ suite, found, isKept }) => ({
      name: suite.name,
      tries: found.tries,
      lost: found.lost,
      leaked: found.leaked,
      failures: found.failures.length,
      isKept,
    })),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(report));
}
