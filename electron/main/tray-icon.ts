import { nativeImage, type NativeImage } from 'electron';

/** Pixels of the icon's side; drawn at double size for dense displays. */
const SIDE = 16;
const SCALE = 2;

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const clear: Colour = [0, 0, 0, 0];
const black: Colour = [0, 0, 0, 255];
const tile: Colour = [0x1d, 0x27, 0x33, 255];
const upright: Colour = [0xf6, 0xf3, 0xec, 255];
const rung: Colour = [0xf0, 0xa4, 0x3c, 255];

/** The rung in two strokes: black on nothing where the system tints it (macOS), on its tile elsewhere. */
export function drawTrayIcon(isTemplate: boolean): NativeImage {
  const side = SIDE * SCALE;
  const bitmap = Buffer.alloc(side * side * 4);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [red, green, blue, alpha] = colourAt(x / SCALE, y / SCALE, isTemplate);
      bitmap.set([blue, green, red, alpha], (y * side + x) * 4);
    }
  }
  const icon = nativeImage.createFromBitmap(bitmap, { width: side, height: side, scaleFactor: SCALE });
  icon.setTemplateImage(isTemplate);
  return icon;
}

/** The colour at a place of the 16 × 16 grid on which resources/icons/rung.svg is drawn too. */
function colourAt(x: number, y: number, isTemplate: boolean): Colour {
  if (x >= 5 && x < 7 && y >= 2 && y < 14) return isTemplate ? black : upright;
  if (x >= 7 && x < 13 && y >= 8 && y < 10) return isTemplate ? black : rung;
  return isTemplate || isCorner(x, y) ? clear : tile;
}

function isCorner(x: number, y: number): boolean {
  return fromEdge(x) + fromEdge(y) < 1.5;
}

function fromEdge(at: number): number {
  return Math.min(at, SIDE - 1 / SCALE - at);
}
