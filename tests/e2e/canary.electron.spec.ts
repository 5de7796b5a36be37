import { _electron, expect, test, type ElectronApplication } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentOf, isRoot, kill } from './shells.ts';

/** Words nobody else writes. Each goes into the app by a way of its own. */
const canaries = {
  typed: 'kanarjarvi',
  saved: 'sulamispuro',
  person: 'Vuokkoniemi',
  searched: 'hakusanaton',
  exported: 'vientilinnut',
  captured: 'pikakirjain',
};

const root = join(import.meta.dirname, '..', '..');

let place = '';
test.beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'rung-canary-'));
  for (const one of ['home', 'tmp', 'runtime', 'rung', 'exports']) mkdirSync(join(place, one), { mode: 0o700 });
});
test.afterEach(() => rmSync(place, { recursive: true, force: true }));

test('what is written is nowhere but in the journal, its backups and what was exported, also after a crash', async () => {
  const app = await open();
  await writeEverywhere(app);
  expect(findInProcesses()).toEqual([]);
  await kill(app.process());
  const found = findInFiles(place);
  const own = /^(?:rung\/journal\.sqlite(?:-wal|-shm)?|rung\/backups\/[^/]+\.sqlite|exports\/packet\.md)$/;
  expect(found.filter((path) => !own.test(path))).toEqual([]);
  expect(found).toEqual(expect.arrayContaining(['rung/journal.sqlite-wal', 'exports/packet.md']));
  expect(findInFiles('/dev/shm')).toEqual([]);
});

async function open(): Promise<ElectronApplication> {
  return _electron.launch({
    chromiumSandbox: !isRoot,
    args: [root],
    env: {
      ...environmentOf(join(place, 'rung')),
      HOME: join(place, 'home'),
      TMPDIR: join(place, 'tmp'),
      XDG_RUNTIME_DIR: join(place, 'runtime'),
      XDG_CONFIG_HOME: join(place, 'home', '.config'),
      XDG_CACHE_HOME: join(place, 'home', '.cache'),
      XDG_DATA_HOME: join(place, 'home', '.local'),
    },
  });
}

async function writeEverywhere(app: ElectronApplication): Promise<void> {
  const page = await app.firstWindow();
  await page.getByRole('button', { name: 'Start an empty journal' }).click();
  const line = page.getByRole('textbox', { name: 'What happened' });
  await line.fill(`Melted the ${canaries.saved} with @${canaries.person}`);
  await line.press('Enter');
  await expect(page.getByRole('region', { name: 'Entries' }).getByText(canaries.saved).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').or(page.getByPlaceholder(/Find/)).first().fill(canaries.searched);
  await page.waitForTimeout(300);
  await page.evaluate(async (exported) => {
    const { rung } = window as unknown as {
      rung: { request(method: string, input: unknown): Promise<{ value: unknown }> };
    };
    await rung.request('entries.create', { kind: 'win', title: exported, visibility: 'shareable' });
    await rung.request('backups.make', {});
  }, canaries.exported);
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    },
    join(place, 'exports', 'packet.md'),
  );
  await page.getByRole('link', { name: 'Packet' }).click();
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText(canaries.exported);
  await page.getByRole('button', { name: /Save as Markdown/ }).click();
  await expect(() => readFileSync(join(place, 'exports', 'packet.md'))).toPass();
  await page.getByRole('link', { name: 'Journal' }).click();
  await page.keyboard.press('Escape');
  await line.fill(canaries.typed);
  await page.evaluate(async () => {
    await (window as unknown as { rung: { desktop(method: string, input: unknown): Promise<unknown> } }).rung.desktop(
      'capture.open',
      {},
    );
  });
  await expect.poll(() => app.windows().length).toBe(2);
  const small = app.windows().find((one) => one.url().endsWith('#/capture'))!;
  await small.getByRole('textbox').first().fill(canaries.captured);
  // Longer than a draft takes to be kept.
  await page.waitForTimeout(1_500);
}

/** Every file below a folder that holds one of the words, in either of the two ways Chromium writes text. */
function findInFiles(folder: string, path = ''): string[] {
  return list(join(folder, path)).flatMap((name) => {
    const one = path === '' ? name : `${path}/${name}`;
    const kind = lstatSync(join(folder, one), { throwIfNoEntry: false });
    if (kind?.isDirectory()) return findInFiles(folder, one);
    return kind?.isFile() && holdsCanary(read(join(folder, one))) ? [one] : [];
  });
}

/** Arguments and environment of every process there is. */
function findInProcesses(): string[] {
  if (process.platform === 'linux') return listProcFiles().filter((path) => holdsCanary(read(path)));
  return holdsCanary(execFileSync('ps', ['axww', '-o', 'args'])) ? ['ps'] : [];
}

function listProcFiles(): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return pids.flatMap((pid) => [`/proc/${pid}/cmdline`, `/proc/${pid}/environ`]);
}

function holdsCanary(bytes: Buffer): boolean {
  return Object.values(canaries).some((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')));
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    // Somebody else's, or gone by now.
    return Buffer.alloc(0);
  }
}
