import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../electron/files/make-folder.ts';
import { openCli } from '../../helpers/cli.ts';
import { temporaryFolder } from '../../helpers/core.ts';

describe('a home that cannot be one', () => {
  const homes: [string, (folder: string) => string, RegExp][] = [
    ['in /proc', () => '/proc/nope/deeper', /The folder \/proc\/nope\/deeper cannot be made/],
    ['a file', (folder) => folderWithFile(folder), /is a file, so Rung cannot keep its folder there/],
    [
      'below a file',
      (folder) => join(folderWithFile(folder), 'below'),
      /is a file, so Rung cannot keep its folder there/,
    ],
  ];
  it.each(homes)('is refused in a sentence that says what to do, at once: %s', async (_, make, message) => {
    const { rung } = openCli({ home: make(temporaryFolder()) });
    const { code, stderr } = await rung(['add', 'win Nowhere to go']);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).toContain('Set RUNG_HOME');
    expect(stderr).not.toContain('inside Rung');
  });

  it('is made, with those above it, for its owner only', () => {
    const folder = join(temporaryFolder(), 'a', 'b');
    makeFolder(folder);
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
  });
});

function folderWithFile(folder: string): string {
  const file = join(folder, 'home');
  writeFileSync(file, '');
  return file;
}
