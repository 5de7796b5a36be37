import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rescuedSchema, type Rescued } from '../../../shared/domain/rescued.ts';
import { openTestCore, openTestJournal, temporaryFolder, win, type TestCore } from '../../helpers/core.ts';

const FORM = { kind: 'win', title: 'Half a sen', body: 'and the rest\nof it', tags: { list: [], typing: 'plat' } };

/** A journal that takes nothing for the moment, and the way to mend it. */
async function openBroken(
  options: Parameters<typeof openTestCore>[0] = {},
): Promise<TestCore & { mend(): Promise<void> }> {
  const { core, path, folder } = await openTestJournal();
  core.close();
  const whole = readFileSync(path);
  writeFileSync(path, 'no journal any more');
  const broken = openTestCore({ folder, ...options });
  const mend = async () => {
    writeFileSync(path, whole);
    expect(await broken.request('journal.status', {})).toMatchObject({ state: 'open' });
  };
  return { ...broken, mend };
}

function findRescued(folder: string): string[] {
  const rescue = join(folder, 'elsewhere', 'rescue');
  return existsSync(rescue) ? readdirSync(rescue).map((name) => join(rescue, name)) : [];
}

function readRescued(path: string): Rescued {
  return rescuedSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

describe('text that the journal does not take', () => {
  it('is kept in a file that the error names, until the same text is saved', async () => {
    const { request, path, folder, mend } = await openBroken();
    const entry = win({ title: 'Never to be lost', body: 'Every word.' });
    const refused = await request('entries.create', entry).catch((error: Error) => error.message);

    const [file] = findRescued(folder);
    expect(refused).toContain(`Your text is kept in ${file}.`);
    expect(readRescued(file!)).toMatchObject({ journal: path, method: 'entries.create', entries: [entry] });

    await mend();
    await request('entries.create', win({ title: 'Another entry' }));
    expect(findRescued(folder)).toEqual([file]);
    await request('entries.create', readRescued(file!).entries[0] as never);
    expect(findRescued(folder)).toEqual([]);
  });

  it('is one file however often it is tried, and the newest words stand in it', async () => {
    const { request, folder, mend } = await openBroken();
    const save = (title: string) => request('drafts.save', { place: 'composer', content: { ...FORM, title } });
    for (const title of ['Half a sen', 'Half a sen', 'Half a sentence'])
      await expect(save(title)).rejects.toThrow('kept in');

    const files = findRescued(folder);
    expect(files.map((file) => readRescued(file).entries)).toEqual([
      [expect.objectContaining({ title: 'Half a sentence', body: FORM.body })],
    ]);
    await mend();
    await save('Something else');
    expect(findRescued(folder)).toEqual(files);
    await save('Half a sentence, and more');
    expect(findRescued(folder)).toEqual([]);
  });

  it('can be read by its user alone, whatever the umask', async () => {
    for (const umask of [0o000, 0o077]) {
      const before = process.umask(umask);
      onTestFinished(() => void process.umask(before));
      const { request, folder } = await openBroken();
      await expect(request('entries.create', win())).rejects.toThrow('kept in');
      const modes = [join(folder, 'elsewhere'), join(folder, 'elsewhere', 'rescue'), ...findRescued(folder)];
      expect(modes.map((path) => (statSync(path).mode & 0o777).toString(8))).toEqual(['700', '700', '600']);
    }
  });

  it.skipIf(process.platform === 'win32')('goes to the next folder where one is not to be trusted', async () => {
    const places = temporaryFolder();
    const [file, open, link, good] = ['file', 'open', 'link', 'good'].map((name) => join(places, name)) as [
      string,
      ...string[],
    ];
    writeFileSync(file, '');
    mkdirSync(open!);
    chmodSync(open!, 0o777);
    symlinkSync(temporaryFolder(), link!);
    const { request } = await openBroken({ rescueFolders: [file, open!, link!, good!] });
    await expect(request('entries.create', win())).rejects.toThrow(`kept in ${good}`);
  });

  it('is said to be nowhere else where no folder takes it', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const { request } = await openBroken({ rescueFolders: [file] });
    await expect(request('entries.create', win())).rejects.toThrow('copy it before you close this');
  });

  it('is not kept where it was refused for what it says', async () => {
    const { request, folder } = await openTestJournal();
    await expect(request('entries.create', win({ title: '' }))).rejects.toMatchObject({ code: 'invalid' });
    const { id } = await request('entries.create', win());
    await request('entries.update', { id, baseRevision: 1, content: { ...win(), occurredOn: '2026-09-14' } });
    const late = { id, baseRevision: 1, content: { ...win({ title: 'Late' }), occurredOn: '2026-09-14' } };
    await expect(request('entries.update', late)).rejects.toMatchObject({ code: 'conflict' });
    expect(findRescued(folder)).toEqual([]);
  });
});
