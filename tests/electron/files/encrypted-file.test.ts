import fc from 'fast-check';
import { createDecipheriv, createHmac, scryptSync } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decryptFile, encryptFile, isEncryptedFile, writeEncrypted } from '../../../electron/files/encrypted-file.ts';
import { temporaryFolder } from '../../helpers/core.ts';

const PASSPHRASE = 'Käfer auf dem Dach';
/** Quick: what is tried here does not depend on how long a key takes. */
const COST = { logN: 10, r: 8, p: 1 };
const HEADER = 96;
const CHUNK = 1024 * 1024;

async function encrypted(bytes: Buffer) {
  const folder = temporaryFolder();
  const [plain, path, out] = ['plain', 'it.rung', 'out'].map((name) => join(folder, name)) as [string, string, string];
  writeFileSync(plain, bytes);
  await encryptFile(plain, path, PASSPHRASE, COST);
  return { folder, path, out, file: readFileSync(path) };
}

describe('an encrypted file', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 5])('of %i bytes comes back as it was', async (size) => {
    const bytes = Buffer.alloc(size, 'rung');
    const { path, out, folder, file } = await encrypted(bytes);
    expect(file.length).toBe(HEADER + size + 16 * Math.max(1, Math.ceil(size / CHUNK)));
    await decryptFile(path, out, PASSPHRASE.normalize('NFD'));
    expect(readFileSync(out).equals(bytes)).toBe(true);
    expect([path, out].map((one) => (statSync(one).mode & 0o777).toString(8))).toEqual(['600', '600']);
    expect(readdirSync(folder).sort()).toEqual(['it.rung', 'out', 'plain']);
    expect(file.includes('rungrungrung')).toBe(false);
  });

  it('can be read by a reader written from CONTRIBUTING alone', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'packet.md.rung');
    await writeEncrypted(path, '# Packet', PASSPHRASE);
    const file = readFileSync(path);
    expect([...file.subarray(8, 13)]).toEqual([1, 1, 17, 8, 1]);
    const salt = file.subarray(16, 48);
    const keys = scryptSync(PASSPHRASE, salt, 64, { N: 2 ** 17, r: 8, p: 1, maxmem: 200_000_000 });
    const check = createHmac('sha256', keys.subarray(32)).update(file.subarray(0, 64)).digest();
    expect(check.equals(file.subarray(64, 96))).toBe(true);
    const nonce = Buffer.concat([file.subarray(52, 59), Buffer.from([0, 0, 0, 0, 1])]);
    const decipher = createDecipheriv('aes-256-gcm', keys.subarray(0, 32), nonce);
    decipher.setAAD(file.subarray(0, 96)).setAuthTag(file.subarray(-16));
    expect(decipher.update(file.subarray(96, -16)).toString() + decipher.final('utf8')).toBe('# Packet');
  });

  it('tells another passphrase, another file and another time from damage, and writes nothing', async () => {
    const { folder, path, out, file } = await encrypted(Buffer.alloc(2 * CHUNK + 9, 7));
    const [one, two] = [file.subarray(HEADER, HEADER + CHUNK + 16), file.subarray(HEADER + CHUNK + 16, -25)];
    const changed = (at: number) => Buffer.from(file.map((byte, index) => (index === at ? byte ^ 4 : byte)));
    const cases: [what: string, Buffer, RegExp][] = [
      ['no such file', Buffer.from('SQLite format 3\0 and more'), /not a file that Rung encrypted/],
      ['nothing', Buffer.alloc(0), /not a file that Rung encrypted/],
      ['a beginning only', file.subarray(0, 40), /cut short/],
      ['a header only', file.subarray(0, HEADER), /cut short/],
      ['no last chunk', file.subarray(0, HEADER + 2 * (CHUNK + 16)), /cut short/],
      ['half a chunk', file.subarray(0, HEADER + 700_000), /damaged after byte 96/],
      ['chunks in another order', Buffer.concat([file.subarray(0, HEADER), two, one, file.subarray(-25)]), /byte 96\./],
      ['an end that was added', Buffer.concat([file, Buffer.alloc(CHUNK)]), /damaged|added/],
      ['a bit of the text', changed(HEADER + CHUNK + 500), /damaged after byte 1048688/],
      ['a bit of the salt', changed(20), /passphrase does not open/],
      ['a bit of a reserved byte', changed(14), /passphrase does not open/],
      ['a bit of the check', changed(70), /passphrase does not open/],
      ['a newer version', Buffer.from(file.map((byte, index) => (index === 8 ? 2 : byte))), /newer Rung/],
    ];
    for (const [what, bytes, words] of cases) {
      writeFileSync(path, bytes);
      const said = await decryptFile(path, out, PASSPHRASE).catch((error: Error) => error.message);
      expect([what, said]).toEqual([what, expect.stringMatching(words)]);
    }
    writeFileSync(path, file);
    await expect(decryptFile(path, out, 'another one')).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/passphrase does not open/),
    });
    expect(readdirSync(folder).sort()).toEqual(['it.rung', 'plain']);
    expect(await isEncryptedFile(path)).toBe(true);
  });

  it('cannot ask for more memory, time or chunk than Rung gives', async () => {
    const { path, out, file } = await encrypted(Buffer.from('x'));
    for (const [at, bytes] of [
      [10, [24]],
      [10, [0]],
      [11, [255]],
      [11, [0]],
      // More than scrypt takes with so small an r.
      [10, [17, 1]],
      [12, [200]],
      [48, [0xff, 0xff, 0xff, 0xff]],
      [48, [0, 0, 0, 0]],
    ] as const) {
      const hostile = Buffer.from(file);
      hostile.set(bytes, at);
      // A large N with a large r is what costs: together they must be refused before a key is made.
      if (at === 10 && bytes[0] === 24) hostile[11] = 64;
      writeFileSync(path, hostile);
      const begun = performance.now();
      await expect(decryptFile(path, out, PASSPHRASE)).rejects.toThrow(/more memory or time|does not open/);
      expect(performance.now() - begun).toBeLessThan(2_000);
    }
  });

  it('shows every single changed bit and every cut', async () => {
    const { path, out, file } = await encrypted(Buffer.from('Every word that is kept, and nothing else.'));
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.nat(7), fc.boolean(), async (at, bit, isCut) => {
        const spoilt = isCut ? file.subarray(0, at) : Buffer.from(file);
        if (!isCut) spoilt[at]! ^= 1 << bit;
        writeFileSync(path, spoilt);
        await expect(decryptFile(path, out, PASSPHRASE)).rejects.toMatchObject({
          code: expect.stringMatching(/invalid|storage/),
        });
      }),
      { numRuns: 300 },
    );
  });

  it('never repeats a salt or a nonce', async () => {
    const seen = new Set<string>();
    for (let turn = 0; turn < 20; turn += 1)
      seen.add((await encrypted(Buffer.from('same'))).file.toString('hex', 16, 59));
    expect(seen.size).toBe(20);
  });
});
