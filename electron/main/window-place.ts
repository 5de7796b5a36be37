import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from '../../shared/zod.ts';
import { writeFileDurable } from '../files/durable-file.ts';

const placeSchema = z.strictObject({
  bounds: z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(200), height: z.int().min(200) }),
  isMaximized: z.boolean(),
});

/** Where a window was when it was last closed. */
export type WindowPlace = z.output<typeof placeSchema>;

/** Pixels of the window that must lie on a display, so that its title bar can be grasped. */
const GRASP = 100;

/** The place kept in the file; undefined when there is none, or when it now lies beyond every display. */
export function readPlace(file: string): WindowPlace | undefined {
  try {
    const place = placeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return isVisible(place.bounds) ? place : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the window's place. A place that cannot be written is not worth a word to the user. */
export function keepPlace(file: string, window: BrowserWindow): void {
  const place: WindowPlace = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileDurable(file, JSON.stringify(place));
  } catch {
    // The window opens in the middle next time.
  }
}

function isVisible({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const overlap = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    return overlap >= GRASP && y >= workArea.y && y <= workArea.y + workArea.height - GRASP;
  });
}
