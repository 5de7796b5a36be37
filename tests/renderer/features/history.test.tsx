import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { EntryContentInput } from '../../../shared/domain/entry.ts';
import { openTestJournal, win } from '../../helpers/core.ts';
import { openTestApp, type TestApp } from '../../helpers/renderer.ts';

const panel = () => within(screen.getByRole('complementary', { name: 'Open entry' }));
const version = (number: number) => panel().getByRole('button', { name: new RegExp(`^Version ${number}`) });
const content = (fields: Parameters<typeof win>[0]) => win(fields) as EntryContentInput;

const FIRST = { title: 'Cut p99', body: 'The cache was cold at night.', tags: ['old', 'kept'] };
const SECOND = { title: 'Cut p99', body: 'The cache was warm by dawn.', tags: ['kept', 'new'] };

/** An entry with two versions, one that was set aside, and a fourth that is current. */
async function openHistory(): Promise<TestApp & { id: string }> {
  const core = await openTestJournal();
  const { id } = await core.request('entries.create', win(FIRST));
  await core.request('entries.update', { id, baseRevision: 1, content: content(SECOND) });
  const late = core.request('entries.update', { id, baseRevision: 1, content: content({ title: 'Late' }) });
  await expect(late).rejects.toMatchObject({ code: 'conflict' });
  await core.request('entries.update', { id, baseRevision: 2, content: content({ ...SECOND, title: 'Halved p99' }) });
  const app = await openTestApp({ core, hash: `#/journal/${id}` });
  await app.user.click(await panel().findByRole('button', { name: '4 versions' }));
  await panel().findByRole('button', { name: /^Version 4/ }, { timeout: 5_000 });
  return { ...app, id };
}

describe('the history of an entry', { timeout: 20_000 }, () => {
  it('lists every version, newest first, and says which is current and which was set aside', async () => {
    await openHistory();

    const names = panel()
      .getAllByRole('button', { name: /^Version/ })
      .map((row) => row.textContent?.replace(/just now.*/, ''));
    expect(names).toEqual(['Version 4current', 'Version 3set aside', 'Version 2', 'Version 1']);
    expect(version(4)).toHaveFocus();
    expect(version(1)).toHaveTextContent(/24 Nov 2026, \d\d:\d\d/);
  });

  it('shows what a version changed, word by word, and what came into a list and went out of it', async () => {
    const { user } = await openHistory();
    await user.click(version(2));

    await waitFor(() => expect(changes('DEL')).toEqual(['cold at night', 'old']));
    expect(changes('INS')).toEqual(['warm by dawn', 'new']);
  });

  it('compares with the current version on demand', async () => {
    const { user } = await openHistory();
    await user.click(version(1));
    expect(panel().getByText('The first version')).toBeVisible();
    await user.click(panel().getByRole('radio', { name: 'the current one' }));

    await waitFor(() => expect(changes('INS')).toEqual(['Halved', 'warm by dawn', 'new']));
  });

  it('brings a version back as the newest one, and Undo brings the other back', async () => {
    const { user, request, id } = await openHistory();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(version(1)).toHaveFocus();
    await user.keyboard('b');

    await waitFor(() => expect(version(5)).toHaveFocus());
    expect(await request('entries.get', { id })).toMatchObject({ ...FIRST, revision: 5 });
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(version(6)).toBeVisible());
    expect(await request('entries.get', { id })).toMatchObject({ ...SECOND, title: 'Halved p99', revision: 6 });
  });

  it('is left with Escape, back to the entry and the button that opened it', async () => {
    const { user } = await openHistory();
    await user.keyboard('{Escape}');

    expect(panel().getByRole('heading', { name: 'Halved p99' })).toBeVisible();
    expect(panel().getByRole('button', { name: '4 versions' })).toHaveFocus();
  });
});

/** The texts marked as gone or as new, as they are seen. */
function changes(tag: 'DEL' | 'INS'): string[] {
  const marked = [...screen.getByRole('complementary', { name: 'Open entry' }).querySelectorAll(tag)];
  return marked.map((one) => [...one.childNodes].find((node) => node.nodeType === Node.TEXT_NODE)?.textContent ?? '');
}
