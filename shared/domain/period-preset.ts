import { addDays, dayToQuarter, type Day } from './day.ts';
import type { Period } from './period.ts';

export const periodPresets = ['this-quarter', 'this-half', 'last-half', 'last-12-months', 'all'] as const;
export type PeriodPreset = (typeof periodPresets)[number];

/** The days a preset stands for, seen from `today`. A half is January–June or July–December. */
export function presetToPeriod(preset: PeriodPreset, today: Day): Period {
  switch (preset) {
    case 'this-quarter':
      return { from: quarterStart(today), to: today };
    case 'this-half':
      return { from: halfStart(today), to: today };
    case 'last-half': {
      const to = addDays(halfStart(today), -1);
      return { from: halfStart(to), to };
    }
    case 'last-12-months':
      return { from: addDays(today, -364), to: today };
    case 'all':
      return {};
  }
}

function quarterStart(day: Day): Day {
  const quarter = Number(dayToQuarter(day).slice(6));
  return `${day.slice(0, 4)}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
}

function halfStart(day: Day): Day {
  return `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? '01' : '07'}-01`;
}
