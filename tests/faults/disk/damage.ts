import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { dirname, join } from 'node:path';
import { seededChance } from '../power/seeded-chance.ts';

/** How many entries the journal that is damaged has, each with this text and its number in it. */
export const ENTRIES = 40;
export const titleOf = (n: number) => `Entry ${n} of the journal that is going to be damaged`;
export const bodyOf = (n: number) => `${titleOf(n)}: `.repeat(30);

/** A way to damage the journal at a path; `n` makes it another damage each time. */
export type Damage = (path: string, n: number) => void;

/** Damages inside the file: what a bad disk, a bad cable or a bad copy does. */
export const damages: Record<string, Damage> = {
  'one bit turned': (path, n) => change(path, n, (bytes, at) => (bytes[at]! ^= 1 << (n % 8))),
  '512 bytes of zero': (path, n) => change(path, n, (bytes, at) => bytes.fill(0, at, Math.min(bytes.length, at + 512))),
  '64 random bytes': (path, n) =>
    change(path, n, (bytes, at, chance) => {
      for (let i = at; i < at + 64 && i < bytes.length; i += 1) bytes[i] = Math.floor(chance() * 256);
    }),
  'cut off': (path, n) => cutOff(path, n),
  'two pages swapped': (path, n) => change(path, n, swapPages),
};

/** Things that are no journal at all, at the place of one. */
export const strangers: Record<string, Damage> = {
  empty: (path) => writeFileSync(path, ''),
  text: (path) => writeFileSync(path, 'Dear diary,\n'.repeat(500)),
  'another program': (path) => makeForeign(path),
  'random bytes': (path) =>
    writeFileSync(path, Buffer.from(Array.from({ length: 20_000 }, (_, n) => (n * 7_919) % 256))),
  'a folder': (path) => mkdirSync(path),
  'a pipe': (path) => void execFileSync('mkfifo', [path]),
  'a link to itself': (path) => symlinkSync(path, path),
  'a link to nothing': (path) => symlinkSync(join(dirname(path), 'nothing'), path),
  'a link to a pipe': (path) => {
    execFileSync('mkfifo', [`${path}-pipe`]);
    symlinkSync(`${path}-pipe`, path);
  },
};

function change(path: string, n: number, act: (bytes: Buffer, at: number, chance: () => number) => void): void {
  const chance = seededChance(n);
  const bytes = readFileSync(path);
  act(bytes, Math.floor(chance() * bytes.length), chance);
  writeFileSync(path, bytes);
}

function cutOff(path: string, n: number): void {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(0, Math.floor(seededChance(n)() * bytes.length)));
}

const PAGE = 8_192;

function swapPages(bytes: Buffer, at: number, chance: () => number): void {
  const [a, b] = [Math.floor(at / PAGE) * PAGE, Math.floor((chance() * bytes.length) / PAGE) * PAGE];
  const first = Buffer.from(bytes.subarray(a, a + PAGE));
  bytes.copy(bytes, a, b, b + PAGE);
  first.copy(bytes, b);
}

function makeForeign(path: string): void {
  const db = new Database(path);
  db.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)');
  db.close();
}

/** Makes `path` a copy of a sound journal's folder, whatever was there. */
export function resetTo(template: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(template, folder, { recursive: true });
}

/** Every file in a folder with its bytes, to tell whether one of them was lost. */
export function readAll(folder: string): Map<string, string> {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return new Map(
    names
      .filter((one) => one.isFile())
      .map((one) => [join(one.parentPath, one.name), readFileSync(join(one.parentPath, one.name), 'latin1')]),
  );
}
