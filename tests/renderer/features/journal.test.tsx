import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openTestJournal, win } from '../../helpers/core.ts';
import { openTestApp } from '../../helpers/renderer.ts';

const line = () => screen.getByRole('textbox', { name: 'What happened' });
const composer = () => within(screen.getByRole('form', { name: 'New entry' }));
const list = () => within(screen.getByRole('region', { name: 'Entries' }));
const panel = () => within(screen.getByRole('complementary', { name: 'Open entry' }));

describe('the composer', () => {
  it('saves a win from one line and Enter', async () => {
    const { user, request } = await openTestApp();
    await user.type(line(), 'Cut checkout p99{Enter}');

    expect(await list().findByRole('button', { name: /Win: Cut checkout p99/ })).toBeVisible();
    expect(line()).toHaveValue('');
    const { entries } = await request('entries.list', {});
    expect(entries).toMatchObject([{ kind: 'win', title: 'Cut checkout p99', occurredOn: '2026-11-24' }]);
  });

  it('saves help with what only help has', async () => {
    const { user, request } = await openTestApp();
    await user.click(composer().getByRole('radio', { name: 'Help' }));
    await user.type(line(), 'Paired on the flaky tests');
    await user.click(composer().getByRole('button', { name: 'More' }));
    await user.type(composer().getByLabelText('What they can do now without you'), 'Reads the traces');
    await user.selectOptions(composer().getByLabelText('How'), 'pairing');
    await user.type(composer().getByLabelText('Time'), '1h30m');
    await user.click(composer().getByRole('radio', { name: 'I offered' }));
    await user.click(composer().getByRole('button', { name: 'Add a person' }));
    await user.type(composer().getByLabelText('Name'), 'Maria');
    await user.type(composer().getByLabelText('Tags'), 'auth,ci');
    await user.click(composer().getByRole('button', { name: 'Save' }));

    await list().findByRole('button', { name: /Help: Paired on the flaky tests/ });
    const { entries } = await request('entries.list', {});
    expect(entries).toMatchObject([
      {
        kind: 'help',
        canNow: 'Reads the traces',
        mode: 'pairing',
        minutes: 90,
        initiative: 'i-offered',
        people: [{ name: 'Maria', part: 'helped' }],
        tags: ['auth', 'ci'],
      },
    ]);
  });

  it('saves a design with Ctrl and Enter from any field', async () => {
    const { user, request } = await openTestApp();
    await user.click(composer().getByRole('radio', { name: 'Design' }));
    await user.type(line(), 'Outbox for events');
    await user.click(composer().getByRole('button', { name: 'More' }));
    await user.type(composer().getByLabelText('Over what, and why'), 'dual writes{Control>}{Enter}{/Control}');

    await list().findByRole('button', { name: /Design: Outbox for events/ });
    const { entries } = await request('entries.list', {});
    expect(entries).toMatchObject([{ kind: 'design', alternatives: 'dual writes' }]);
  });

  it('keeps what was typed as a draft and brings it back after a crash', async () => {
    const core = await openTestJournal();
    const before = await openTestApp({ core });
    await before.user.type(line(), 'Half a thought');
    await waitFor(async () => expect(await core.request('drafts.get', { place: 'composer' })).not.toBeNull());
    before.close();

    await openTestApp({ core });
    await waitFor(() => expect(line()).toHaveValue('Half a thought'));
  });

  it('lets the draft go once the entry is saved', async () => {
    const { user, request } = await openTestApp();
    await user.type(line(), 'A whole thought');
    await waitFor(async () => expect(await request('drafts.get', { place: 'composer' })).not.toBeNull());
    await user.keyboard('{Enter}');

    await list().findByRole('button', { name: /A whole thought/ });
    await waitFor(async () => expect(await request('drafts.get', { place: 'composer' })).toBeNull());
  });

  it('keeps every word when the save fails, and says why', async () => {
    const { user, answer } = await openTestApp();
    const message = 'The disk is full, so this was not saved.';
    answer('entries.create', { ok: false, error: { code: 'storage', message } });
    await user.type(line(), 'Not lost{Enter}');

    expect(await composer().findByRole('alert')).toHaveTextContent(message);
    expect(line()).toHaveValue('Not lost');

    answer('entries.create', null);
    await user.click(composer().getByRole('button', { name: 'Save' }));
    expect(await list().findByRole('button', { name: /Not lost/ })).toBeVisible();
  });

  it('says beside the title that it is too long', async () => {
    const { user } = await openTestApp();
    await user.click(line());
    await user.paste('x'.repeat(257));
    await user.keyboard('{Enter}');

    await waitFor(() => expect(line()).toBeInvalid());
    expect(composer().getByText(/The title is longer than 256 characters/)).toBeVisible();
  });

  it('says beside the time that it cannot be read', async () => {
    const { user } = await openTestApp();
    await user.click(composer().getByRole('radio', { name: 'Help' }));
    await user.type(line(), 'Reviewed');
    await user.click(composer().getByRole('button', { name: 'More' }));
    await user.type(composer().getByLabelText('Time'), 'a while{Control>}{Enter}{/Control}');

    expect(await composer().findByText('Write 45, 45m or 1h30m.')).toBeVisible();
  });

  it('puts the lines after the first of a pasted text into the notes', async () => {
    const { user } = await openTestApp();
    await user.click(line());
    await user.paste('Shipped search\n\n- fast\n- in any script');

    expect(line()).toHaveValue('Shipped search');
    expect(composer().getByLabelText('Notes')).toHaveValue('\n- fast\n- in any script');
  });
});

describe('the timeline', () => {
  it('groups entries by week and shows result, people and criteria', async () => {
    const core = await openTestJournal();
    await core.request('entries.create', win({ occurredOn: '2026-11-23', title: 'This one', result: '420 → 180 ms' }));
    await core.request(
      'entries.create',
      win({ occurredOn: '2026-11-16', title: 'Last one', people: ['Maria'], evidence: [{ criterionId: 'teaching' }] }),
    );
    await openTestApp({ core });

    const thisWeek = within(await screen.findByRole('region', { name: 'This week' }));
    const lastWeek = within(screen.getByRole('region', { name: 'Last week' }));
    expect(thisWeek.getByRole('button', { name: /This one.*420 → 180 ms.*Mon 23 Nov 2026/ })).toBeVisible();
    await waitFor(() => expect(lastWeek.getByRole('button')).toHaveTextContent(/Last one.*Maria.*Teaching/));
  });

  it('shows one kind on demand', async () => {
    const core = await openTestJournal();
    await core.request('entries.create', win({ title: 'A win' }));
    await core.request('entries.create', { kind: 'help', title: 'Some help' });
    const { user } = await openTestApp({ core });
    await list().findByRole('button', { name: /Some help/ });
    await user.type(list().getByRole('searchbox', { name: 'Find' }), 'kind:win');

    await waitFor(() => expect(list().queryByRole('button', { name: /Some help/ })).toBeNull());
    expect(list().getByRole('button', { name: /A win/ })).toBeVisible();
  });

  it('moves an entry to the trash with a key and takes it back with Undo', async () => {
    const core = await openTestJournal();
    await core.request('entries.create', win({ title: 'Thrown away' }));
    const { user, request } = await openTestApp({ core });
    (await list().findByRole('button', { name: /Thrown away/ })).focus();
    await user.keyboard('{Delete}');
    await waitFor(() => expect(list().queryByRole('button', { name: /Thrown away/ })).toBeNull());
    expect((await request('entries.list', { trashed: true })).entries).toHaveLength(1);

    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await list().findByRole('button', { name: /Thrown away/ })).toBeVisible();
  });

  it('restores an entry from the trash', async () => {
    const core = await openTestJournal();
    const { id } = await core.request('entries.create', win({ title: 'Missed' }));
    await core.request('entries.trash', { id });
    const { user } = await openTestApp({ core });
    await user.click(list().getByRole('button', { name: 'Trash' }));
    await user.click(await screen.findByRole('button', { name: 'Restore' }));
    await user.click(await screen.findByRole('button', { name: 'Leave the trash' }));

    expect(await list().findByRole('button', { name: /Missed/ })).toBeVisible();
  });

  it('deletes an entry for good after one question, by keys', async () => {
    const core = await openTestJournal();
    for (const title of ['Told in confidence', 'Kept in the trash']) {
      const { id } = await core.request('entries.create', win({ title }));
      await core.request('entries.trash', { id });
    }
    const { user, request } = await openTestApp({ core });
    await user.click(list().getByRole('button', { name: 'Trash' }));
    const row = within((await screen.findByText('Told in confidence')).closest('li')!);
    row.getByRole('button', { name: 'Delete forever' }).focus();
    await user.keyboard('{Enter}');
    const question = within(await screen.findByRole('dialog', { name: 'Delete forever' }));
    expect(question.getByText(/there is no Undo/)).toHaveTextContent('Told in confidence goes for good');
    expect(question.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await user.keyboard('{Tab}{Enter}');

    expect(await screen.findByText('1 entry deleted for good.')).toBeVisible();
    expect((await request('entries.list', { trashed: true })).entries.map(({ title }) => title)).toEqual([
      'Kept in the trash',
    ]);
  });

  it('empties the trash after one question', async () => {
    const core = await openTestJournal();
    for (const title of ['One', 'Two']) {
      const { id } = await core.request('entries.create', win({ title }));
      await core.request('entries.trash', { id });
    }
    const { user, request } = await openTestApp({ core });
    await user.click(list().getByRole('button', { name: 'Trash' }));
    await user.click(await screen.findByRole('button', { name: 'Empty the trash' }));
    const question = within(await screen.findByRole('dialog', { name: 'Delete forever' }));
    await user.click(question.getByRole('button', { name: 'Delete forever' }));

    expect(await screen.findByText('The trash is empty.')).toBeVisible();
    expect((await request('journal.status', {})) as object).toMatchObject({ entries: 0, trashed: 0 });
  });

  it('moves, opens, edits and closes by keys alone', async () => {
    const core = await openTestJournal();
    await core.request('entries.create', win({ title: 'Older', occurredOn: '2026-11-20' }));
    await core.request('entries.create', win({ title: 'Newer', occurredOn: '2026-11-23' }));
    const { user } = await openTestApp({ core });
    await list().findByRole('button', { name: /Newer/ });
    await user.keyboard('{Escape}jj{Enter}');
    expect(await panel().findByRole('heading', { name: 'Older' })).toBeVisible();
    await user.keyboard('e');
    expect(panel().getByRole('textbox', { name: 'Title' })).toHaveFocus();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(panel().queryByRole('form')).toBeNull());
    await user.keyboard('{Escape}');
    expect(await panel().findByText('No entry is open.')).toBeVisible();
  });

  it('shows what the command line wrote', async () => {
    const { request } = await openTestApp();
    await list().findByText('No entries yet.');
    await request('entries.create', win({ title: 'From the terminal' }));
    window.dispatchEvent(new Event('focus'));

    expect(await list().findByRole('button', { name: /From the terminal/ })).toBeVisible();
  });
});
