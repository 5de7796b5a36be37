import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestJournal, stoppedClock, win, type TestCore } from '../../helpers/core.ts';

/** Words that stand nowhere else, with beginnings that no other word shares. */
const WORDS = [
  'Zqxjkvwtitle',
  'Vkzwqxbody',
  'Jqkxzvolder',
  'Xvjqzkperson',
  'Kxqvjztag',
  'Qzkvjxproject',
  'Wzjkxqdraft',
];
const LETTERS = 4;

/** The pieces of the words that the files of the journal hold, in any case: an index keeps words in pieces. */
function findPieces({ path }: Pick<TestCore, 'path'>): string[] {
  const files = ['', '-wal', '-shm'].map((end) => path + end).filter((file) => existsSync(file));
  const bytes = files.map((file) => readFileSync(file).toString('latin1').toLowerCase()).join('\n');
  return WORDS.filter((word) => piecesOf(word).some((piece) => bytes.includes(piece)));
}

function piecesOf(word: string): string[] {
  const letters = word.toLowerCase().slice(0, 7);
  return Array.from({ length: letters.length - LETTERS + 1 }, (_, at) => letters.slice(at, at + LETTERS));
}

/** An entry with a word of its own in each place, in the trash, amid a hundred others. */
async function throwSecretAway(core: TestCore): Promise<string> {
  const { request } = core;
  const others = Array.from({ length: 100 }, (_, index) => win({ title: `Other ${index}`, tags: ['kept'] }));
  await request('entries.createMany', others);
  const [title, body, older, person, tag, project, draft] = WORDS as [string, ...string[]];
  const content = {
    kind: 'win' as const,
    occurredOn: '2026-09-14',
    title,
    people: [person!],
    tags: [tag!, 'kept'],
    projects: [project!],
  };
  const { id } = await request('entries.create', { ...content, body: older! });
  await request('entries.update', { id, baseRevision: 1, content: { ...content, body: `${body!} `.repeat(2_000) } });
  await request('evidence.set', { entryId: id, criterionId: 'architecture' });
  await request('drafts.save', { place: `entry:${id}`, content: { body: draft! } });
  await request('entries.trash', { id });
  return id;
}

describe('deleting for good', () => {
  it('leaves no word of the entry in the file, its log, its index and the next backup', async () => {
    const core = await openTestJournal();
    const id = await throwSecretAway(core);
    expect(findPieces(core)).toEqual(WORDS);

    expect(await core.request('entries.purge', { ids: [id] })).toEqual({ purged: 1, isWiped: true });

    expect(findPieces(core)).toEqual([]);
    const { name } = await core.request('backups.make', {});
    expect(findPieces({ path: join(core.folder, 'backups', name) })).toEqual([]);
    await expect(core.request('entries.history', { id })).rejects.toMatchObject({ code: 'not-found' });
    expect(await core.request('drafts.get', { place: `entry:${id}` })).toBeNull();
    expect(await core.request('names.list', {})).toEqual({ people: [], projects: [], tags: ['kept'] });
    expect((await core.request('journal.check', {})).filter(({ isOk }) => !isOk)).toEqual([]);
    expect((await core.request('find.entries', { query: 'other', limit: 500 })).entries).toHaveLength(100);
  });

  it('leaves no word either when 30 days have passed', async () => {
    const clock = stoppedClock();
    const core = await openTestJournal({ clock });
    await throwSecretAway(core);
    clock.set('2026-12-25T09:00:00.000Z');
    expect(await core.request('trash.purge', {})).toEqual({ purged: 1, isWiped: true });
    expect(findPieces(core)).toEqual([]);
  });

  it('is refused for an entry that is not in the trash, and then deletes none', async () => {
    const { request } = await openTestJournal();
    const kept = await request('entries.create', win({ title: 'Kept' }));
    const thrown = await request('entries.create', win({ title: 'Thrown away' }));
    await request('entries.trash', { id: thrown.id });

    await expect(request('entries.purge', { ids: [thrown.id, kept.id] })).rejects.toMatchObject({ code: 'conflict' });
    expect(await request('journal.status', {})).toMatchObject({ entries: 1, trashed: 1 });
  });
});
