import { expect, test } from '@playwright/test';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { connect, environmentOf, isRoot, kill, netLogOf, readAskedAddresses } from './shells.ts';

/** The finished app, as users get it: packed, fused, and driven from outside. */

const binary = process.env['RUNG_PACKAGED'] ?? '';
const flags = isRoot ? ['--no-sandbox'] : [];

// A start reads 200 MB, the first one from a disk that has not seen them yet.
test.describe.configure({ timeout: 90_000 });

let home = '';
test.beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rung-packaged-'));
});
test.afterEach(() => rmSync(home, { recursive: true, force: true }));

test('has its fuses set', async () => {
  const wire = await getCurrentFuseWire(binary);
  const set = (fuse: FuseV1Options) => String.fromCharCode(wire[fuse] ?? 0);
  expect({
    runAsNode: set(FuseV1Options.RunAsNode),
    cookieEncryption: set(FuseV1Options.EnableCookieEncryption),
    nodeOptions: set(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    nodeInspect: set(FuseV1Options.EnableNodeCliInspectArguments),
    asarIntegrity: set(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: set(FuseV1Options.OnlyLoadAppFromAsar),
    browserSnapshot: set(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    fileProtocol: set(FuseV1Options.GrantFileProtocolExtraPrivileges),
    // The ninth is younger than the list of names; 1 is what Electron ships, which keeps WebAssembly's own checks.
    wasmTrapHandlers: String.fromCharCode((wire as Record<number, number>)[8] ?? 0),
    tenth: (wire as Record<number, number>)[9],
  }).toEqual({
    runAsNode: '0',
    cookieEncryption: '1',
    nodeOptions: '0',
    nodeInspect: '0',
    asarIntegrity: '1',
    onlyAsar: '1',
    browserSnapshot: '0',
    fileProtocol: '0',
    wasmTrapHandlers: '1',
    tenth: undefined,
  });
});

test('opens a journal, keeps an entry, and asks no web address for anything', async () => {
  const first = await open();
  await first.page.getByRole('button', { name: 'Start an empty journal' }).click();
  const title = first.page.getByRole('textbox', { name: 'What happened' });
  await title.fill('Written in the finished app');
  await title.press('Enter');
  await expect(first.page.getByRole('button', { name: 'Written in the finished app' })).toBeVisible();
  await first.quit();
  expect(existsSync(join(home, 'journal.sqlite'))).toBe(true);
  expect(readAskedAddresses(home)).toEqual([]);
  const second = await open();
  await expect(second.page.getByRole('button', { name: 'Written in the finished app' })).toBeVisible();
  await second.quit();
});

test('is the rung command too, without a display, a window or a profile', async () => {
  expect(await runCommand(['add', 'From the terminal'])).toMatchObject({ code: 0 });
  expect((await runCommand(['list'])).stdout).toContain('From the terminal');
  expect(await runCommand(['no-such-command'])).toMatchObject({ code: 2, stdout: '' });
  expect(existsSync(join(home, 'desktop'))).toBe(false);
});

test('has a script beside it that is the command, with its errors clean and its exit codes kept', async () => {
  const script = join(dirname(binary), 'resources', 'bin', 'rung');
  const run = (...args: string[]) => spawnSync(script, args, { env: environmentOf(home), encoding: 'utf8' });
  expect(run('add', 'Through the script', '--json')).toMatchObject({ status: 0, stderr: '' });
  expect(run('find', 'script').stdout).toContain('Through the script');
  const { status, stderr, stdout } = run('show', 'ffff0000');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^rung: There is no entry ffff0000[^\n]*\n$/);
});

test('cannot be turned into a bare Node, nor be made to load what is not its own', async () => {
  const evil = join(home, 'evil.cjs');
  const proof = join(home, 'evil-ran');
  writeFileSync(evil, `require('node:fs').writeFileSync(${JSON.stringify(proof)}, '')`);
  const asNode = await runCommand(['--version'], { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${evil}` });
  expect(asNode).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  const bare = spawnSync(binary, [...flags, '--rung-cli', '--', '-p', '1+1'], {
    env: { ...environmentOf(home), ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  });
  expect(bare.stdout).not.toContain('2');
  expect(existsSync(proof)).toBe(false);
});

test('opens no door for a debugger of Node, whatever asks for one', async () => {
  for (const flag of ['--inspect=0', '--inspect-brk=0', '--inspect-port=0']) {
    const { code, stderr } = await runCommand(['--version'], {}, [flag]);
    expect({ code, isListening: stderr.includes('Debugger listening') }).toEqual({ code: 0, isListening: false });
  }
  const { child, page, said, quit } = await open();
  await expect(page.getByRole('button', { name: 'Start an empty journal' })).toBeVisible();
  // Node would begin to listen at this signal; what knows nothing of it may end by it.
  process.kill(child.pid!, 'SIGUSR1');
  await setTimeout(1_000);
  expect(said()).not.toContain('Debugger listening');
  await quit();
});

test('loads nothing that was planted beside its archive', async () => {
  const copy = join(home, 'app');
  cpSync(dirname(binary), copy, { recursive: true });
  const planted = join(copy, 'resources', 'app');
  const proof = join(home, 'planted-ran');
  mkdirSync(planted);
  writeFileSync(join(planted, 'package.json'), '{"name":"rung","main":"main.js"}');
  writeFileSync(join(planted, 'main.js'), `require('node:fs').writeFileSync(${JSON.stringify(proof)}, '')`);
  const run = () =>
    spawnSync(join(copy, basename(binary)), [...flags, '--rung-cli', '--', '--version'], {
      env: environmentOf(home),
      encoding: 'utf8',
      timeout: 10_000,
    });
  expect(run()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  // Nor in its place, where nothing else is left to load.
  renameSync(join(copy, 'resources', 'app.asar'), join(home, 'away.asar'));
  run();
  expect(existsSync(proof)).toBe(false);
});

async function open() {
  const child = spawn(binary, [...flags, '--remote-debugging-port=0', `--log-net-log=${netLogOf(home)}`], {
    env: environmentOf(home),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const { page } = await connect(await findDebugger(child.stderr));
  let said = '';
  // Reading line by line has stopped the stream.
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString())).resume();
  return { child, page, said: () => said, quit: () => kill(child, 'SIGTERM') };
}

async function findDebugger(stderr: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('The app ended before it could be driven.');
}

/** Standard error is handed over a second time as 3, where nothing but the command writes. */
async function runCommand(args: string[], env: Record<string, string> = {}, own: string[] = []) {
  const { DISPLAY: _none, ...without } = environmentOf(home);
  const child = spawn(binary, [...flags, ...own, '--rung-cli', '--', ...args], {
    env: { ...without, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  return { code: await ended, stdout, stderr };
}
