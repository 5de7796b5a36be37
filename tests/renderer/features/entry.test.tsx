import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openTestJournal, win } from '../../helpers/core.ts';
import { openTestApp, type TestApp } from '../../helpers/renderer.ts';

const panel = () => within(screen.getByRole('complementary', { name: 'Open entry' }));
const title = () => panel().getByRole('textbox', { name: 'Title' });

async function openEntry(fields: Parameters<typeof win>[0] = {}): Promise<TestApp & { id: string }> {
  const core = await openTestJournal();
  const { id } = await core.request('entries.create', win(fields));
  const app = await openTestApp({ core, hash: `#/journal/${id}` });
  await panel().findByRole('heading', { level: 2 });
  return { ...app, id };
}

describe('an open entry', () => {
  it('shows every field, with its notes set as text and no HTML run', async () => {
    await openEntry({
      result: 'Carts abandoned fell by **3 %**',
      body: '- measured\n- <img src=x onerror=alert(1)>',
      metrics: [{ label: 'p99', before: '420', after: '180', unit: 'ms', source: 'Grafana' }],
      people: [{ name: 'Maria', part: 'witness' }],
      projects: ['checkout'],
      tags: ['performance'],
      links: [{ title: 'The change', url: 'https://example.com/1' }],
    });

    for (const text of ['3 %', 'measured', '420 → 180 ms', 'Grafana', 'Maria (witness)', 'checkout', 'performance']) {
      expect(panel().getByText(text)).toBeVisible();
    }
    expect(panel().getByText('<img src=x onerror=alert(1)>')).toBeVisible();
    expect(panel().getByRole('link', { name: 'The change' })).toHaveAttribute('rel', 'noreferrer');
  });

  it('opens a link through the desktop', async () => {
    const { user, asked } = await openEntry({ links: ['https://example.com/1'] });
    await user.click(panel().getByRole('link', { name: 'example.com/1' }));

    expect(asked).toEqual([{ method: 'link.open', input: { url: 'https://example.com/1' } }]);
  });

  it('is changed in its place, and counts its versions', async () => {
    const { user, request, id } = await openEntry({ title: 'Before' });
    await user.click(panel().getByRole('button', { name: 'Edit' }));
    await user.clear(title());
    await user.type(title(), 'After');
    await user.type(panel().getByLabelText('Result'), 'It holds');
    await user.click(panel().getByRole('button', { name: 'Save' }));

    expect(await panel().findByRole('heading', { name: 'After' })).toBeVisible();
    expect(await panel().findByRole('button', { name: '2 versions' })).toBeVisible();
    expect(await request('entries.get', { id })).toMatchObject({ title: 'After', result: 'It holds' });
    expect(await request('drafts.get', { place: `entry:${id}` })).toBeNull();
  });

  it('keeps an unsaved change as a draft and offers it again after a crash', async () => {
    const app = await openEntry({ title: 'Before' });
    await app.user.click(panel().getByRole('button', { name: 'Edit' }));
    await app.user.type(title(), ' and after');
    const place = `entry:${app.id}`;
    await waitFor(async () => expect(await app.request('drafts.get', { place })).not.toBeNull());
    app.close();

    const { user } = await openTestApp({ core: app, hash: `#/journal/${app.id}` });
    await user.click(await panel().findByRole('button', { name: 'Go on editing' }));
    expect(title()).toHaveValue('Before and after');
  });

  it('lets an unsaved change go, and brings it back with Undo', async () => {
    const app = await openEntry({ title: 'Before' });
    await app.user.click(panel().getByRole('button', { name: 'Edit' }));
    await app.user.type(title(), ' and after');
    await app.stores.journal.getState().leaveEditor();
    await app.stores.journal.getState().reopen();
    await app.user.click(await panel().findByRole('button', { name: 'Let them go' }));
    await waitFor(async () => expect(await app.request('drafts.get', { place: `entry:${app.id}` })).toBeNull());

    await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(title()).toHaveValue('Before and after');
  });

  it('keeps the form and its words when a save fails', async () => {
    const { user, answer } = await openEntry({ title: 'Before' });
    const message = 'Another program kept the journal locked.';
    answer('entries.update', { ok: false, error: { code: 'unavailable', message } });
    await user.click(panel().getByRole('button', { name: 'Edit' }));
    await user.type(title(), ' and after{Enter}');

    expect(await panel().findByRole('alert')).toHaveTextContent(message);
    expect(title()).toHaveValue('Before and after');
  });

  it('brings changes back that were cancelled', async () => {
    const { user } = await openEntry({ title: 'Before' });
    await user.click(panel().getByRole('button', { name: 'Edit' }));
    await user.type(title(), ' and after');
    await user.click(panel().getByRole('button', { name: 'Cancel' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));

    expect(title()).toHaveValue('Before and after');
  });

  it('is evidence for the criteria that are ticked, and strong on demand', async () => {
    const { user, request, id } = await openEntry();
    await user.click(await panel().findByRole('button', { name: 'Choose criteria' }));
    await user.click(panel().getByRole('checkbox', { name: 'Hard problems' }));
    await user.click(await panel().findByRole('button', { name: 'Strong evidence for Hard problems' }));

    const expected = [{ criterionId: 'hard-problems', state: 'confirmed', strong: true }];
    await waitFor(async () => expect((await request('entries.get', { id })).evidence).toEqual(expected));
    expect(screen.getByRole('region', { name: 'Entries' })).toHaveTextContent('Hard problems');
    await user.click(panel().getByRole('checkbox', { name: 'Hard problems' }));
    await waitFor(async () => expect((await request('entries.get', { id })).evidence).toEqual([]));
  });
});
