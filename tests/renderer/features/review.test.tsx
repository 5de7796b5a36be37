import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openTestJournal } from '../../helpers/core.ts';
import { openTestApp } from '../../helpers/renderer.ts';

const taught = (title: string, occurredOn: string) => ({
  kind: 'help' as const,
  title,
  mode: 'teaching' as const,
  initiative: 'they-asked' as const,
  occurredOn,
});

async function openReview(entries = 3) {
  const core = await openTestJournal();
  for (let n = 1; n <= entries; n += 1) await core.request('entries.create', taught(`Taught ${n}`, `2026-09-0${n}`));
  const app = await openTestApp({ core, hash: '#/review' });
  await screen.findByRole('article', { name: `Taught ${entries}` }, { timeout: 5_000 });
  return app;
}

const chosen = () =>
  within(screen.getByRole('list', { name: 'Suggested criteria' })).getByRole('listitem', { current: true });
const evidenceOf = async (
  { request }: { request: Awaited<ReturnType<typeof openReview>>['request'] },
  title: string,
) => {
  const { entries } = await request('entries.list', {});
  return entries.find((entry) => entry.title === title)?.evidence;
};

describe('the review', () => {
  it('goes through entries by single keys: confirm, strong, dismiss, and the next entry comes by itself', async () => {
    const app = await openReview();
    expect(chosen()).toHaveTextContent('TeachingHelp that explains.');
    await app.user.keyboard('s');
    await waitFor(() => expect(chosen()).toHaveTextContent('Go-to expertThey came to you.'));
    await app.user.keyboard('x');

    await screen.findByRole('article', { name: 'Taught 2' });
    expect(await evidenceOf(app, 'Taught 3')).toEqual([
      { criterionId: 'go-to-expert', state: 'dismissed', strong: false },
      { criterionId: 'teaching', state: 'confirmed', strong: true },
    ]);
    expect(screen.getByText('2 entries have suggestions')).toBeVisible();
  });

  it('takes back one decision after the other, entry and suggestion as they were', async () => {
    const app = await openReview();
    await app.user.keyboard('y');
    await waitFor(() => expect(chosen()).toHaveTextContent('Go-to expert'));
    await app.user.keyboard('y');
    await screen.findByRole('article', { name: 'Taught 2' });
    await app.user.keyboard('u');
    await screen.findByRole('article', { name: 'Taught 3' });
    expect(await evidenceOf(app, 'Taught 3')).toEqual([{ criterionId: 'teaching', state: 'confirmed', strong: false }]);
    await app.user.keyboard('u');
    await waitFor(() => expect(chosen()).toHaveTextContent('Teaching'));
    expect(await evidenceOf(app, 'Taught 3')).toEqual([]);
    expect(screen.getByText('3 entries have suggestions')).toBeVisible();
  });

  it('chooses among suggestions and entries without deciding', async () => {
    const { user } = await openReview();
    await user.keyboard('j');
    expect(chosen()).toHaveTextContent('Go-to expert');
    await user.keyboard('n');
    await screen.findByRole('article', { name: 'Taught 2' });
    await user.keyboard('p');
    await screen.findByRole('article', { name: 'Taught 3' });
    expect(screen.getByText('3 entries have suggestions')).toBeVisible();
  });

  it('confirms a criterion that nothing suggested', async () => {
    const app = await openReview();
    await app.user.keyboard('c');
    const select = screen.getByRole('combobox', { name: 'Confirm another criterion' });
    expect(select).toHaveFocus();
    await app.user.selectOptions(select, 'Coordination');

    await waitFor(() => expect(screen.getByText('Evidence for Coordination.')).toBeVisible());
    expect(await evidenceOf(app, 'Taught 3')).toEqual([
      { criterionId: 'coordination', state: 'confirmed', strong: false },
    ]);
  });

  it('says when nothing is left, and is reached from the criteria while something is', async () => {
    const core = await openTestJournal();
    await core.request('entries.create', taught('Taught', '2026-09-01'));
    const { user } = await openTestApp({ core, hash: '#/criteria' });
    await user.click(await screen.findByRole('link', { name: 'Review them' }, { timeout: 5_000 }));
    await screen.findByRole('article', { name: 'Taught' }, { timeout: 5_000 });
    await user.keyboard('y');
    await waitFor(() => expect(chosen()).toHaveTextContent('Go-to expert'));
    await user.keyboard('x');
    expect(await screen.findByText('Nothing is left to decide.')).toBeVisible();
  });
});
