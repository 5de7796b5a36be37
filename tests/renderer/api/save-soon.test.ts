import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSaveSoon } from '../../../renderer/api/save-soon.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('saving soon', () => {
  it('saves the newest value a quarter of a second after the last key', async () => {
    const saved: string[] = [];
    const soon = createSaveSoon<string>(async (value) => void saved.push(value));
    soon.schedule('a');
    await vi.advanceTimersByTimeAsync(200);
    soon.schedule('ab');
    await vi.advanceTimersByTimeAsync(249);
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saved).toEqual(['ab']);
  });

  it('never lets more than a second of typing wait', async () => {
    const saved: number[] = [];
    const soon = createSaveSoon<number>(async (value) => void saved.push(value));
    for (let key = 0; key <= 11; key++) {
      soon.schedule(key);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saved).toEqual([9]);
  });

  it('tries a value that was refused again, and lets a newer one take its place', async () => {
    const saved: string[] = [];
    let isFull = true;
    const soon = createSaveSoon<string>(async (value) => {
      if (isFull) throw new Error('The disk is full.');
      saved.push(value);
    });
    soon.schedule('a');
    await vi.advanceTimersByTimeAsync(300);
    isFull = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(saved).toEqual(['a']);
  });

  it('saves at once when it is told to, and one at a time', async () => {
    const log: string[] = [];
    const soon = createSaveSoon<string>(async (value) => {
      log.push(`begin ${value}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      log.push(`end ${value}`);
    });
    soon.schedule('a');
    const first = soon.flush();
    await vi.advanceTimersByTimeAsync(0);
    soon.schedule('b');
    const second = soon.flush();
    await vi.advanceTimersByTimeAsync(100);
    await Promise.all([first, second]);
    expect(log).toEqual(['begin a', 'end a', 'begin b', 'end b']);
    expect(soon.isWaiting()).toBe(false);
  });

  it('forgets what waits when it is told to', async () => {
    const saved: string[] = [];
    const soon = createSaveSoon<string>(async (value) => void saved.push(value));
    soon.schedule('a');
    await soon.cancel();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saved).toEqual([]);
  });
});
