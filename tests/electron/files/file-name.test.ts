import { describe, expect, it } from 'vitest';
import { toFileName } from '../../../electron/files/file-name.ts';
import { tryNames } from '../../hostile/bad-inputs.ts';

describe('the name of an exported file', () => {
  it.each([
    ['packet.md', 'packet.md'],
    ['../../.bashrc', '-..-.bashrc'],
    ['/etc/passwd', '-etc-passwd'],
    ['a\\b:c*?.md', 'a-b-c--.md'],
    ['con.md', 'rung-con.md'],
    ['AUX', 'rung-AUX'],
    ['invoice\u202edm.exe', 'invoicedm.exe'],
    ['trailing. .', 'trailing'],
    ['...', 'rung'],
    ['', 'rung'],
    ['認証 🚀.md', '認証 🚀.md'],
  ])('of %j is %j', (name, safe) => {
    expect(toFileName(name)).toBe(safe);
  });

  it('keeps its ending when it is cut, and no character is cut in two', () => {
    const name = toFileName(`${'😀'.repeat(300)}.md`);
    expect(name).toMatch(/^😀+\.md$/u);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  });

  it('is one file inside its folder on every system, whatever was suggested', () => {
    expect(tryNames(2_000, Date.now()).faults).toEqual([]);
  });
});
