import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../shared/domain/entry.ts';
import { entryToContent } from '../../../../shared/domain/entry-content.ts';
import { openTestJournal, win } from '../../../helpers/core.ts';
import { openTestApp } from '../../../helpers/renderer.ts';

const list = () => within(screen.getByRole('region', { name: 'Entries' }));
const bar = () => screen.findByRole('toolbar', { name: 'Selected entries' });
const rows = () => document.querySelectorAll('[data-entry]');

async function openWithThree() {
  const core = await openTestJournal();
  const created: Entry[] = [];
  created.push(await core.request('entries.create', win({ title: 'One', tags: ['ci'], visibility: 'shareable' })));
  created.push(await core.request('entries.create', win({ title: 'Two' })));
  created.push(await core.request('entries.create', win({ title: 'Three', visibility: 'sealed' })));
  const app = await openTestApp({ core });
  await waitFor(() => expect(rows()).toHaveLength(3));
  const read = async () => (await core.request('entries.list', {})).entries.toReversed();
  const contents = async () => (await read()).map(entryToContent);
  return { ...app, created, read, before: await contents(), contents };
}

const undo = () => screen.findByRole('button', { name: 'Undo' });

describe('several entries at once', () => {
  it('selects by keys, and Escape lets go', async () => {
    const { user, stores } = await openWithThree();
    await user.keyboard('{Escape}jx');
    expect(within(await bar()).getByText('1 entry selected')).toBeVisible();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await waitFor(() => expect(stores.journal.getState().selected.size).toBe(3));
    await user.keyboard('x');
    expect(stores.journal.getState().selected.size).toBe(2);
    await user.keyboard('{Control>}a{/Control}');
    await waitFor(() => expect(stores.journal.getState().selected.size).toBe(3));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('toolbar', { name: 'Selected entries' })).toBeNull());
  });

  it('selects a range with Shift and a click', async () => {
    const { user, stores } = await openWithThree();
    await user.keyboard('{Escape}jx{Shift>}');
    await user.click(list().getByRole('button', { name: /One/ }));
    await user.keyboard('{/Shift}');

    expect(stores.journal.getState().selected.size).toBe(3);
    expect(stores.journal.getState().opened).toBeNull();
  });

  it('adds a tag, and Undo brings back exactly what was', async () => {
    const { user, before, contents } = await openWithThree();
    await user.keyboard('{Escape}j{Control>}a{/Control}');
    await user.type(within(await bar()).getByLabelText('Add a tag'), 'CI{Enter}');

    expect(await screen.findByText('2 entries tagged #CI.')).toBeVisible();
    expect((await contents()).map(({ tags }) => tags)).toEqual([['ci'], ['CI'], ['CI']]);
    await user.click(await undo());
    await waitFor(async () => expect(await contents()).toEqual(before));
  });

  it('makes entries shareable, leaves sealed ones so, and undoes it', async () => {
    const { user, before, contents } = await openWithThree();
    await user.keyboard('{Escape}j{Control>}a{/Control}');
    await user.click(within(await bar()).getByRole('button', { name: 'Make shareable' }));

    expect(await screen.findByText('1 entry made shareable. 1 entry sealed, left so.')).toBeVisible();
    expect((await contents()).map(({ visibility }) => visibility)).toEqual(['shareable', 'shareable', 'sealed']);
    await user.click(await undo());
    await waitFor(async () => expect(await contents()).toEqual(before));
  });

  it('maps to a criterion, and Undo leaves strong, dismissed and none as they were', async () => {
    const { user, created, read, request } = await openWithThree();
    const [one, two] = created.map(({ id }) => id);
    await request('evidence.set', { entryId: one!, criterionId: 'teaching', state: 'confirmed', strong: true });
    await request('evidence.set', { entryId: two!, criterionId: 'teaching', state: 'dismissed' });
    window.dispatchEvent(new Event('focus'));
    const before = (await read()).map(({ evidence }) => evidence);
    await user.keyboard('{Escape}j{Control>}a{/Control}');
    await user.selectOptions(within(await bar()).getByLabelText('Map to a criterion'), 'teaching');

    expect(await screen.findByText('2 entries mapped to Teaching.')).toBeVisible();
    expect((await read()).map(({ evidence }) => evidence[0]?.state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
    await user.click(await undo());
    await waitFor(async () => expect((await read()).map(({ evidence }) => evidence)).toEqual(before));
  });

  it('moves entries to the trash, and takes them back', async () => {
    const { user, read, before, contents } = await openWithThree();
    await user.keyboard('{Escape}jx{Shift>}{ArrowDown}{/Shift}');
    await user.click(within(await bar()).getByRole('button', { name: 'Move to trash' }));
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect((await read()).map(({ title }) => title)).toEqual(['One']);
    await user.click(await undo());

    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(await contents()).toEqual(before);
  });

  it('says in words that an entry was changed elsewhere, and changes none', async () => {
    const { user, created, request, contents } = await openWithThree();
    await user.keyboard('{Escape}j{Control>}a{/Control}');
    const toolbar = within(await bar());
    const [, two] = created;
    await request('entries.update', {
      id: two!.id,
      baseRevision: 1,
      content: { ...entryToContent(two!), title: 'Two, by the command' },
    });
    await user.type(toolbar.getByLabelText('Add a tag'), 'late{Enter}');

    expect(await screen.findByText(/changed somewhere else meanwhile. Nothing was changed/)).toBeVisible();
    expect((await contents()).flatMap(({ tags }) => tags)).toEqual(['ci']);
    expect(await list().findByRole('button', { name: /Two, by the command/ })).toBeVisible();
  });

  it('restores many from the trash', async () => {
    const { user, created, request } = await openWithThree();
    await request('entries.trashMany', { ids: created.map(({ id }) => id) });
    await user.click(list().getByRole('button', { name: 'Trash' }));
    expect(await screen.findByText(/deleted for good after 30 days/)).toBeVisible();
    await user.click(screen.getByLabelText('Choose One'));
    await user.click(screen.getByLabelText('Choose Two'));
    await user.click(screen.getByRole('button', { name: 'Restore the chosen' }));

    await waitFor(async () => expect((await request('entries.list', {})).entries).toHaveLength(2));
  });
});
