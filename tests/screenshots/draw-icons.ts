import { chromium } from '@playwright/test';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Draws resources/icons/rung.svg in every size and wraps the pictures for macOS and Windows: `node tests/screenshots/draw-icons.ts`. */

const folder = join(import.meta.dirname, '..', '..', 'resources', 'icons');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

const pictures = await drawPictures(readFileSync(join(folder, 'rung.svg'), 'utf8'));
for (const [size, png] of pictures) writeFileSync(join(folder, `${size}x${size}.png`), png);
writeFileSync(join(folder, 'icon.ico'), toIco([16, 24, 32, 48, 64, 256]));
writeFileSync(join(folder, 'icon.icns'), toIcns());

async function drawPictures(svg: string): Promise<Map<number, Buffer>> {
  const chromiumPath = '/usr/bin/chromium';
  const browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(existsSync(chromiumPath) ? { executablePath: chromiumPath } : {}),
  });
  const page = await browser.newPage();
  const drawn = new Map<number, Buffer>();
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    drawn.set(size, await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
  return drawn;
}

function picture(size: number): Buffer {
  const found = pictures.get(size);
  if (!found) throw new Error(`No picture of ${size} px was drawn.`);
  return found;
}

/** A Windows icon: a directory of 16 bytes a picture, then the PNG files themselves. */
function toIco(ofSizes: number[]): Buffer {
  const header = Buffer.from([0, 0, 1, 0, ofSizes.length, 0]);
  let offset = header.length + 16 * ofSizes.length;
  const directory = ofSizes.map((size) => {
    const line = Buffer.alloc(16);
    line.writeUInt8(size % 256, 0);
    line.writeUInt8(size % 256, 1);
    line.writeUInt16LE(1, 4);
    line.writeUInt16LE(32, 6);
    line.writeUInt32LE(picture(size).length, 8);
    line.writeUInt32LE(offset, 12);
    offset += picture(size).length;
    return line;
  });
  return Buffer.concat([header, ...directory, ...ofSizes.map(picture)]);
}

/** A macOS icon: PNG files, each behind a four-letter type and its length. */
function toIcns(): Buffer {
  const types: [string, number][] = [
    ['icp4', 16],
    ['icp5', 32],
    ['ic11', 32],
    ['ic12', 64],
    ['ic07', 128],
    ['ic08', 256],
    ['ic13', 256],
    ['ic09', 512],
    ['ic14', 512],
    ['ic10', 1024],
  ];
  const parts = types.map(([type, size]) =>
    Buffer.concat([Buffer.from(type), bigEndian(picture(size).length + 8), picture(size)]),
  );
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from('icns'), bigEndian(body.length + 8), body]);
}

function bigEndian(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}
