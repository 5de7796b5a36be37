import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { ListedBackup } from '../../../shared/domain/backup.ts';
import { builtFolder } from '../../helpers/build-node.ts';
import { openCli, type Cli } from '../../helpers/cli.ts';
import { temporaryFolder } from '../../helpers/core.ts';

const PASSPHRASE = 'correct horse battery';
const FD = ['--passphrase-fd', '3'];

/** Every row of every table but the index, which is made from the others. */
function dump(cli: Cli): unknown {
  const db = new Database(join(cli.home, 'journal.sqlite'), { readonly: true });
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'entry_text%' ORDER BY 1",
    )
    .pluck()
    .all();
  const rows = tables.map((table) => [
    table,
    db
      .prepare(`SELECT * FROM "${table}"`)
      .all()
      .map((row) => JSON.stringify(row))
      .sort(),
  ]);
  db.close();
  return rows;
}

async function fill(cli: Cli, texts: readonly string[]): Promise<void> {
  const lines = texts.map((title, index) =>
    JSON.stringify({ kind: 'win', title: title.trim() || 'x', occurredOn: `2026-0${1 + (index % 9)}-11`, body: title }),
  );
  await cli.json(['add', '-'], lines.join('\n'));
  const [first] = (await cli.json(['list'])) as { id: string }[];
  await cli.rung(['evidence', first!.id, 'architecture']);
  await cli.rung(['rm', first!.id]);
}

describe('rung backup', { timeout: 60_000 }, () => {
  it('writes an encrypted copy that another home restores, and keeps what it replaces', async () => {
    const cli = openCli();
    await fill(cli, ['one', 'two', 'three']);
    const before = dump(cli);
    const out = join(temporaryFolder(), 'journal.rung');
    const made = await cli.rung(['backup', 'make', '--encrypt', '--out', out, ...FD], '', `${PASSPHRASE}\n`);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining(`Encrypted: ${out}`) });
    expect((statSync(out).mode & 0o777).toString(8)).toBe('600');
    expect(readFileSync(out).includes('SQLite format')).toBe(false);

    const other = openCli();
    await fill(other, ['to be replaced']);
    const shown = await other.rung(['backup', 'restore', out, ...FD], '', PASSPHRASE);
    expect(shown).toMatchObject({ code: 0, stdout: expect.stringMatching(/comes back: 3 .*\n.*goes: 1 entries/) });
    expect(await other.rung(['backup', 'restore', out, '--yes', ...FD], '', PASSPHRASE)).toMatchObject({ code: 0 });
    expect(dump(other)).toEqual(before);
    expect((await other.json(['backup', 'list'])) as ListedBackup[]).toMatchObject([{ reason: 'from-file' }]);
    const [kept] = readdirSync(other.home).filter((name) => name.includes('.replaced-'));
    const old = openCli();
    copyFileSync(join(other.home, kept!), join(old.home, 'journal.sqlite'));
    expect(await old.json(['list', '--trash'])).toMatchObject([{ title: 'to be replaced' }]);
  });

  it('refuses another passphrase, a short one, a damaged file and a file of another kind, and changes nothing', async () => {
    const cli = openCli();
    await fill(cli, ['one']);
    const folder = temporaryFolder();
    const out = join(folder, 'journal.rung');
    expect(await cli.rung(['backup', 'make', '--encrypt', '--out', out, ...FD], '', 'short')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('at least 10 characters'),
    });
    expect(existsSync(join(cli.home, 'backups'))).toBe(false);
    await cli.rung(['backup', 'make', '--encrypt', '--out', out, ...FD], '', PASSPHRASE);
    const before = hashOf(join(cli.home, 'journal.sqlite'));
    const restore = (file: string, passphrase = PASSPHRASE) =>
      cli.rung(['backup', 'restore', file, '--yes', ...FD], '', passphrase);
    expect(await restore(out, 'another passphrase')).toMatchObject({
      stderr: expect.stringContaining('does not open'),
    });
    writeFileSync(out, readFileSync(out).subarray(0, -5));
    expect(await restore(out)).toMatchObject({ code: 1, stderr: expect.stringMatching(/damaged|cut short/) });
    const packet = join(folder, 'packet.rung');
    await cli.rung(['export', '--encrypt', '--out', packet, ...FD], '', PASSPHRASE);
    expect(await restore(packet)).toMatchObject({ code: 1, stderr: expect.stringContaining('not a Rung journal') });
    expect(hashOf(join(cli.home, 'journal.sqlite'))).toBe(before);
    expect(readdirSync(join(cli.home, 'backups')).filter((name) => name.startsWith('arrival'))).toEqual([]);
  });

  it('asks for no passphrase where there is no terminal, and says how to hand it over', async () => {
    const cli = openCli();
    await cli.rung(['add', 'x']);
    expect(await cli.rung(['backup', 'make', '--encrypt'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--passphrase-fd'),
    });
  });

  it.skipIf(process.platform !== 'linux')(
    'asks on a terminal without showing what is typed, twice, and refuses two that differ',
    async () => {
      const cli = openCli();
      await cli.rung(['add', 'x']);
      const out = join(cli.home, 'it.rung');
      const args = ['backup', 'make', '--encrypt', '--out', out];
      const differing = await onTerminal(cli.home, args, [PASSPHRASE, 'something else']);
      expect(differing.screen).toMatch(/Once more:[^]*differ/);
      expect(existsSync(out)).toBe(false);
      const same = await onTerminal(cli.home, args, [PASSPHRASE, PASSPHRASE]);
      expect(same.screen).not.toContain('horse');
      expect(existsSync(out)).toBe(true);
      expect(await cli.rung(['decrypt', out, '--out', join(cli.home, 'plain'), ...FD], '', PASSPHRASE)).toMatchObject({
        code: 0,
      });
    },
  );

  it('copies to a second place, says so, and lets go of it', async () => {
    const cli = openCli();
    await cli.rung(['add', 'x']);
    const stick = temporaryFolder();
    await cli.rung(['backup', 'make']);
    expect(await cli.rung(['backup', 'place', stick])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/rung-backups-[0-9a-f]{8}\n {2}1 copies, as readable as the journal/),
    });
    expect(await cli.rung(['backup', 'place', join(stick, 'nowhere')])).toMatchObject({ code: 1 });
    rmSync(stick, { recursive: true });
    expect(await cli.rung(['backup', 'place'])).toMatchObject({ stdout: expect.stringContaining('not there now') });
    mkdirSync(stick);
    expect(await cli.json(['backup', 'place', '--none'])).toEqual({ place: null });
  });
});

describe('rung export --encrypt', { timeout: 60_000 }, () => {
  it('writes a packet that rung decrypt gives back byte for byte', async () => {
    const cli = openCli();
    await fill(cli, ['one', 'two']);
    const folder = temporaryFolder();
    const [plain, sealed, back] = ['a.md', 'a.md.rung', 'b.md'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await cli.rung(['export', '--audience', 'self', '--out', plain]);
    expect(await cli.rung(['export', '--audience', 'self', '--encrypt', ...FD], '', PASSPHRASE)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--out'),
    });
    await cli.rung(['export', '--audience', 'self', '--encrypt', '--out', sealed, ...FD], '', PASSPHRASE);
    await cli.rung(['decrypt', sealed, '--out', back, ...FD], '', PASSPHRASE);
    expect(readFileSync(back, 'utf8')).toBe(readFileSync(plain, 'utf8'));
    expect(await cli.rung(['decrypt', sealed, '--out', back, ...FD], '', PASSPHRASE)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('there already'),
    });
  });
});

describe('a restore drill', { timeout: 120_000 }, () => {
  it('brings any journal back on another home, plain and encrypted', async () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async (some, isEncrypted) => {
        const cli = openCli({ home: temporaryFolder() });
        await fill(
          cli,
          some.map((one) => one.replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ')),
        );
        const before = dump(cli);
        const out = join(temporaryFolder(), 'copy');
        const extra = isEncrypted ? ['--encrypt', '--out', out, ...FD] : [];
        expect(await cli.rung(['backup', 'make', ...extra], '', PASSPHRASE)).toMatchObject({ code: 0 });
        const [backup] = (await cli.json(['backup', 'list'])) as ListedBackup[];
        if (!isEncrypted) copyFileSync(join(cli.home, 'backups', backup!.name), out);
        rmSync(cli.home, { recursive: true });
        const other = openCli();
        const restored = await other.rung(
          ['backup', 'restore', out, '--yes', ...(isEncrypted ? FD : [])],
          '',
          PASSPHRASE,
        );
        expect(restored.stderr).toBe('');
        expect(dump(other)).toEqual(before);
        // Once more over a journal that is there: what it replaces is kept, word for word.
        await other.rung(['add', 'written since']);
        const replacing = dump(other);
        const again = (await other.json(['backup', 'list'])) as ListedBackup[];
        const { replaced } = (await other.json(['backup', 'restore', again[0]!.name, '--yes'])) as { replaced: string };
        expect(dump(other)).toEqual(before);
        const kept = openCli();
        copyFileSync(replaced, join(kept.home, 'journal.sqlite'));
        expect(dump(kept)).toEqual(replacing);
      }),
      { numRuns: 3 },
    );
  });
});

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Runs the command on a pseudo-terminal and types the lines when it asks. */
async function onTerminal(home: string, args: string[], lines: string[]): Promise<{ screen: string }> {
  const command = [process.execPath, join(builtFolder, 'cli.js'), ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qec', command, '/dev/null'], { env: { ...process.env, RUNG_HOME: home } });
  let seen = '';
  child.stdout.on('data', (piece: Buffer) => {
    seen += piece.toString();
    const asked = seen.match(/passphrase: |more: /gi)?.length ?? 0;
    while (lines.length > 0 && asked > typed) child.stdin.write(`${lines[typed++ % lines.length]}\r`);
  });
  let typed = 0;
  const screen = await text(child.stdout);
  return { screen };
}
