/** Milliseconds of many runs. */
export interface Times {
  p50: number;
  p95: number;
}

/** Runs `run` so many times and takes the time of each; the first few, which warm up, do not count. */
export function timeRuns(runs: number, run: (n: number) => void): Times {
  const times: number[] = [];
  for (let n = -3; n < runs; n += 1) {
    const begin = performance.now();
    run(n);
    if (n >= 0) times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  return { p50: at(times, 0.5), p95: at(times, 0.95) };
}

/** A figure from single times, held against goals in milliseconds. */
export function timesToFigure(name: string, times: readonly number[], goal: Times): Figure {
  const sorted = times.toSorted((a, b) => a - b);
  const own = { p50: at(sorted, 0.5), p95: at(sorted, 0.95) };
  const isMet = own.p50 <= goal.p50 && own.p95 <= goal.p95;
  return { name: `${name} (${times.length})`, own, goal: `≤ ${goal.p50}, p95 ≤ ${goal.p95}`, isMet };
}

/** One line of the table: a figure, what it is held against, and the goal for their ratio or for itself. */
export interface Figure {
  name: string;
  own: Times;
  control?: Times;
  goal?: string;
  isMet?: boolean;
}

/** The table of figures as text. */
export function figuresToText(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, own, control, goal, isMet }) => [
    name,
    timesToText(own),
    control ? timesToText(control) : '',
    control ? `${(own.p50 / control.p50).toFixed(2)}x` : '',
    goal ?? '',
    isMet === undefined ? '' : isMet ? 'met' : 'MISSED',
  ]);
  const table = [['figure', 'Rung p50/p95 ms', 'control', 'ratio', 'goal', ''], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function timesToText({ p50, p95 }: Times): string {
  return `${round(p50)} / ${round(p95)}`;
}

function round(milliseconds: number): string {
  return milliseconds >= 10 ? milliseconds.toFixed(0) : milliseconds.toFixed(2);
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
