import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { EntryContentInput } from '../../../shared/domain/entry.ts';
import { openTestJournal, win } from '../../helpers/core.ts';
import { openTestApp, type TestApp } from '../../helpers/renderer.ts';

const panel = () => within(screen.getByRole('complementary', { name: 'Open entry' }));
const title = () => panel().getByRole('textbox', { name: 'Title' });
const dialog = async () => within(await screen.findByRole('dialog', { name: 'Changed here and elsewhere' }, PATIENT));
/** What is loaded when it is first needed may take a moment on a busy machine. */
const PATIENT = { timeout: 5_000 };
const theirs = win({ title: 'Theirs', tags: ['other'] }) as EntryContentInput;

/** An entry being edited, which the command line changed meanwhile. */
async function editChanged(): Promise<TestApp & { id: string }> {
  const core = await openTestJournal();
  const { id } = await core.request('entries.create', win({ title: 'Before' }));
  const app = await openTestApp({ core, hash: `#/journal/${id}` });
  await app.user.click(await panel().findByRole('button', { name: 'Edit' }));
  await app.user.clear(title());
  await app.user.type(title(), 'Mine');
  await app.request('entries.update', { id, baseRevision: 1, content: theirs });
  return { ...app, id };
}

async function meetConflict() {
  const app = await editChanged();
  await app.user.click(panel().getByRole('button', { name: 'Save' }));
  const choice = await dialog();
  const choose = (name: string) => app.user.click(choice.getByRole('button', { name }));
  const readTitles = async () =>
    (await app.request('entries.history', { id: app.id })).map((one) => one.content.title).toReversed();
  return { ...app, choice, choose, readTitles };
}

describe('a conflict', { timeout: 20_000 }, () => {
  it('shows both versions side by side, with what only one of them says', async () => {
    const { choice } = await meetConflict();

    const titles = within(choice.getByRole('region', { name: 'Title' }));
    expect(await titles.findByText('Mine', {}, PATIENT)).toBeVisible();
    expect(titles.getByText('Theirs')).toBeVisible();
    expect(choice.getByRole('region', { name: 'Tags' })).toHaveTextContent('Yoursnothing');
    expect(choice.getByText(/The same in both: kind, day/)).toBeVisible();
  });

  it('lets mine stand, with the other in the history', async () => {
    const { choose, readTitles } = await meetConflict();
    await choose('Keep mine');

    expect(await panel().findByRole('heading', { name: 'Mine' })).toBeVisible();
    expect(await readTitles()).toEqual(['Before', 'Theirs', 'Mine', 'Mine']);
  });

  it('lets the other stand, with mine in the history, one step away', async () => {
    const { choose, readTitles, user } = await meetConflict();
    await choose('Keep the other');

    expect(await panel().findByRole('heading', { name: 'Theirs' })).toBeVisible();
    expect(await readTitles()).toEqual(['Before', 'Theirs', 'Mine']);
    await user.click(await screen.findByRole('button', { name: 'Open history' }));
    expect(await panel().findByRole('button', { name: /^Version 3 set aside/ }, PATIENT)).toBeVisible();
  });

  it('is put together by hand, field by field, in my form', async () => {
    const { choose, readTitles, user, request, id } = await meetConflict();
    await choose('Put together by hand');
    expect(title()).toHaveValue('Mine');
    await user.click(await panel().findByRole('button', { name: 'Take Tags' }, PATIENT));
    await user.click(panel().getByRole('button', { name: 'Take Title' }));
    expect(title()).toHaveValue('Theirs');
    await user.click(screen.getAllByRole('button', { name: 'Undo' }).at(-1)!);
    expect(title()).toHaveValue('Mine');
    await user.type(title(), ' and theirs');
    await user.click(panel().getByRole('button', { name: 'Save' }));

    expect(await panel().findByRole('heading', { name: 'Mine and theirs' })).toBeVisible();
    expect(await readTitles()).toEqual(['Before', 'Theirs', 'Mine', 'Mine and theirs']);
    expect(await request('entries.get', { id })).toMatchObject({ tags: ['other'] });
  });

  it('leaves the form as it is when the choice is put off', async () => {
    const { choice, user, request, id } = await meetConflict();
    await user.click(choice.getByRole('button', { name: 'Close' }));

    expect(title()).toHaveValue('Mine');
    await waitFor(async () => expect(await request('drafts.get', { place: `entry:${id}` })).not.toBeNull());
    await user.click(panel().getByRole('button', { name: 'Show' }));
    expect(await dialog()).toBeDefined();
  });

  it('is noticed before anything is saved, and keeps what was typed as a version all the same', async () => {
    const { stores, user, request, id } = await editChanged();
    await stores.journal.getState().refresh();
    expect(await panel().findByText(/This entry was changed elsewhere/)).toBeVisible();
    expect(title()).toHaveValue('Mine');
    await user.click(panel().getByRole('button', { name: 'Show' }));
    await user.click((await dialog()).getByRole('button', { name: 'Keep the other' }));

    expect(await panel().findByRole('heading', { name: 'Theirs' })).toBeVisible();
    const history = await request('entries.history', { id });
    expect(history.map((one) => [one.content.title, one.isCurrent])).toEqual([
      ['Mine', false],
      ['Theirs', true],
      ['Before', false],
    ]);
  });

  it('takes typing that could not be saved back with Undo', async () => {
    const { stores, user } = await editChanged();
    await user.clear(title());
    await user.type(panel().getByLabelText('Result'), 'Half a thought');
    await stores.journal.getState().refresh();
    await user.click(await panel().findByRole('button', { name: 'Show' }));
    await user.click((await dialog()).getByRole('button', { name: 'Keep the other' }));
    expect(await panel().findByRole('heading', { name: 'Theirs' })).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));

    expect(panel().getByLabelText('Result')).toHaveValue('Half a thought');
  });
});
