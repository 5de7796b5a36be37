import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openTestJournal, win } from '../../../helpers/core.ts';
import { openTestApp } from '../../../helpers/renderer.ts';

const list = () => within(screen.getByRole('region', { name: 'Entries' }));
const field = () => list().getByRole('searchbox', { name: 'Find' });
const titles = () => [...document.querySelectorAll('[data-entry]')].map((row) => row.textContent);
const marked = () => [...document.querySelectorAll('mark')].map((mark) => mark.textContent);

async function openWith(...drafts: Parameters<typeof win>[0][]) {
  const core = await openTestJournal();
  for (const draft of drafts) await core.request('entries.create', win(draft));
  const app = await openTestApp({ core });
  await waitFor(() => expect(titles()).toHaveLength(drafts.length));
  return app;
}

describe('the search', () => {
  it('finds while one types and sets off what it found in title and result', async () => {
    const { user } = await openWith(
      { title: 'Cut checkout latency', result: 'Checkout is twice as fast' },
      { title: 'Something else' },
    );
    await user.keyboard('{Escape}/check');

    await waitFor(() => expect(titles()).toHaveLength(1));
    expect(marked()).toEqual(['check', 'Check']);
    expect(field()).toHaveFocus();
  });

  it('shows the words around a match that stands only in the notes', async () => {
    const { user } = await openWith({ title: 'A title', body: `${'before '.repeat(40)}needle ${'after '.repeat(40)}` });
    await user.type(field(), 'needle');

    await waitFor(() => expect(marked()).toEqual(['needle']));
    expect(titles()[0]).toMatch(/… before .*needle after .* …/);
  });

  it('says calmly that nothing was found, and shows everything again when it is cleared', async () => {
    const { user } = await openWith({ title: 'One' }, { title: 'Two' });
    await user.type(field(), 'zzz');
    expect(await list().findByText('Nothing found.')).toBeVisible();
    await user.keyboard('{Escape}');

    await waitFor(() => expect(titles()).toHaveLength(2));
    expect(field()).toHaveValue('');
    await user.keyboard('{Escape}');
    expect(field()).not.toHaveFocus();
  });

  it('drops an answer to letters that were typed before', async () => {
    const core = await openTestJournal();
    await core.request('entries.create', win({ title: 'Alpha' }));
    const asked: unknown[] = [];
    const held = Promise.withResolvers<void>();
    const serve = async (method: string, input: unknown) => {
      if (method === 'find.entries' && asked.push((input as { query: string }).query) === 1) await held.promise;
      return core.core.serve(method, input);
    };
    const slow = { ...core.core, serve: serve as unknown as typeof core.core.serve };
    const { user, stores } = await openTestApp({ core: { ...core, core: slow } });
    await waitFor(() => expect(titles()).toHaveLength(1));
    const shown = new Set<string>();
    stores.journal.subscribe((state) => shown.add(state.shownQuery));
    await user.type(field(), 'alp');
    held.resolve();

    await waitFor(() => expect(stores.journal.getState().shownQuery).toBe('alp'));
    // The letters typed while the first answer was awaited wait as one question.
    expect(asked).toEqual(['a', 'alp']);
    expect([...shown]).toEqual(['', 'alp']);
  });

  it('shows sealed entries only when it is asked for them', async () => {
    const { user } = await openWith({ title: 'Pay talk', visibility: 'sealed' }, { title: 'Pay page' });
    await user.type(field(), 'pay');
    await waitFor(() => expect(titles()).toHaveLength(1));
    await user.type(field(), ' is:sealed');

    await waitFor(() => expect(titles()[0]).toMatch(/Pay talk/));
  });

  it('shows filters as chips and takes one out by key', async () => {
    const { user } = await openWith({ title: 'With tag', tags: ['ci'] }, { title: 'Without' });
    await user.type(field(), 'tag:ci no:result');
    await waitFor(() => expect(titles()).toHaveLength(1));
    const chips = within(list().getByRole('list', { name: 'Filters' }));
    expect(chips.getAllByRole('button').map((chip) => chip.textContent)).toEqual(['Remove tag ci', 'Remove no result']);
    chips.getByRole('button', { name: /tag ci/ }).focus();
    await user.keyboard('{Enter}');

    await waitFor(() => expect(titles()).toHaveLength(2));
    expect(field()).toHaveValue('no:result');
  });
});

describe('the filter menu', () => {
  it('puts filters into the line and completes names', async () => {
    const { user } = await openWith({ title: 'With Maria', people: ['Maria Keller'] }, { title: 'Alone' });
    await user.click(list().getByRole('button', { name: 'Filter' }));
    const menu = within(await screen.findByRole('dialog', { name: 'Filter' }));
    await user.click(menu.getByRole('button', { name: 'Wins' }));
    await user.click(menu.getByLabelText('Person'));
    await waitFor(() => expect(menu.getByRole('option', { name: 'Maria Keller', hidden: true })).toBeInTheDocument());
    await user.type(menu.getByLabelText('Person'), 'Maria Keller');

    expect(field()).toHaveValue('kind:win person:"Maria Keller"');
    await waitFor(() => expect(titles()).toHaveLength(1));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog', { name: 'Filter' })).toBeNull();
    expect(field()).toHaveFocus();
  });

  it('keeps a search under a name, runs, renames and removes it, by keys alone', async () => {
    const { user, request } = await openWith({ title: 'Done', result: 'yes' }, { title: 'Open' });
    await user.type(field(), 'no:result');
    list().getByRole('button', { name: 'Filter' }).focus();
    await user.keyboard('{Enter}');
    const menu = within(await screen.findByRole('dialog', { name: 'Filter' }));
    await user.type(menu.getByLabelText('Save this search as'), 'Thin{Enter}');
    await waitFor(async () => expect(await request('filters.get', {})).toEqual([{ name: 'Thin', query: 'no:result' }]));

    (await menu.findByRole('button', { name: 'Rename Thin' })).focus();
    await user.keyboard('{Enter}');
    await user.clear(menu.getByLabelText('New name for Thin'));
    await user.type(menu.getByLabelText('New name for Thin'), 'No result yet{Enter}');
    await user.keyboard('{Escape}{Escape}');
    await waitFor(() => expect(titles()).toHaveLength(2));

    list().getByRole('button', { name: 'Filter' }).focus();
    await user.keyboard('{Enter}');
    (await screen.findByRole('button', { name: /^No result yet/ })).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(titles()).toHaveLength(1));
    expect(field()).toHaveValue('no:result');

    list().getByRole('button', { name: 'Filter' }).focus();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Remove No result yet' }));
    await waitFor(async () => expect(await request('filters.get', {})).toEqual([]));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await request('filters.get', {})).toHaveLength(1));
  });
});
