import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSuperfluous } from '../../../shared/domain/backup-rotation.ts';
import { backupReasons, type Backup } from '../../../shared/domain/backup.ts';

describe('the rotation of backups', () => {
  it('never lets the last made go, nor the last that has what went, in 1,000 days of a clock that jumps', () => {
    const step = fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 30 }) },
      { weight: 1, arbitrary: fc.integer({ min: -100_000, max: 100_000 }) },
    );
    const days = fc.array(fc.tuple(step, fc.integer({ min: -3, max: 5 })), { minLength: 1_000, maxLength: 1_000 });
    fc.assert(
      fc.property(days, (some) => {
        let kept: Backup[] = [];
        let hour = 100_000;
        let entries = 10;
        let fuller: Backup | undefined;
        some.forEach(([hours, more], index) => {
          hour += hours;
          entries = Math.max(0, entries + more);
          const last = kept.at(-1);
          const made = { ...backupAt(hour), number: index + 1, entries, name: `journal-${index}.sqlite` };
          if (last && last.entries > entries) fuller = last;
          const all = [...kept, made];
          const gone = new Set(findSuperfluous(all));
          kept = all.filter((one) => !gone.has(one));
          expect(kept.at(-1)).toBe(made);
          expect(fuller === undefined || kept.includes(fuller)).toBe(true);
        });
        const months = new Set(kept.map(({ madeAt }) => madeAt.slice(0, 7))).size;
        expect(kept.length).toBeLessThanOrEqual(24 + 30 + 30 + 1 + months);
      }),
      { numRuns: 5 },
    );
  });

  it('keeps 24 hours, 30 days and every month of a year of hours', () => {
    const all = Array.from({ length: 365 * 24 }, (_, hour) => backupAt(hour));
    const gone = new Set(findSuperfluous(all));
    const kept = all.filter((one) => !gone.has(one)).map(({ madeAt }) => madeAt.slice(0, 13));
    expect(kept.slice(0, 11)).toEqual(
      ['01-31', '02-28', '03-31', '04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31', '11-30'].map(
        (day) => `2026-${day}T23`,
      ),
    );
    expect(kept.slice(11, 40).every((hour) => hour.startsWith('2026-12-') && hour.endsWith('T23'))).toBe(true);
    expect(kept).toHaveLength(11 + 29 + 24);
  });

  it('never lets the newest go, nor what a person or a migration made', () => {
    const some = fc.array(fc.tuple(fc.nat(20_000), fc.constantFrom(...backupReasons)), {
      minLength: 1,
    });
    fc.assert(
      fc.property(some, (made) => {
        const all = made.map(([hour, reason]) => backupAt(hour, reason));
        const gone = findSuperfluous(all);
        expect(gone.every(({ reason }) => reason === 'by-itself')).toBe(true);
        const newest = all
          .filter(({ reason }) => reason === 'by-itself')
          .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0];
        expect(newest === undefined || !gone.includes(newest)).toBe(true);
      }),
    );
  });
});

function backupAt(hour: number, reason: Backup['reason'] = 'by-itself'): Backup {
  const madeAt = new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000).toISOString();
  const name = `journal-${madeAt.replaceAll(/[:.]/g, '-')}.sqlite`;
  return { name, madeAt, number: hour, reason, entries: 1, versions: 1, bytes: 1, sha256: '' };
}
