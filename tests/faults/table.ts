import type { Found, Suite } from './suite.ts';

/** One line of the table at the end. */
export interface Row {
  suite: Suite;
  found: Found;
  isKept: boolean;
  seconds: number;
}

/** The table: promise, test, tries, lost, leaked, result, seconds. */
export function printTable(rows: readonly Row[]): string {
  const cells = [
    ['promise', 'test', 'tries', 'lost', 'leaked', 'result', 'seconds'],
    ...rows.map(({ suite, found, isKept, seconds }) => [
      suite.promise,
      suite.name,
      String(found.tries),
      String(found.lost),
      String(found.leaked),
      isKept ? `kept${found.note ? ` (${found.note})` : ''}` : 'BROKEN',
      seconds.toFixed(0),
    ]),
  ];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
