import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openTestJournal, win } from '../../helpers/core.ts';
import { openTestApp } from '../../helpers/renderer.ts';

const panel = () => within(screen.getByRole('complementary', { name: 'Open entry' }));

async function openChecklist() {
  const core = await openTestJournal();
  const { id } = await core.request('entries.create', win());
  const app = await openTestApp({ core, hash: `#/journal/${id}` });
  await panel().findByRole('button', { name: 'Choose criteria' });
  (document.activeElement as HTMLElement).blur();
  await app.user.keyboard('c');
  const readEvidence = async () =>
    (await app.request('entries.get', { id })).evidence.map((one) => [one.criterionId, one.strong]);
  return { ...app, readEvidence };
}

describe('the checklist of criteria', () => {
  it('opens by c, and is filtered and ticked without leaving the line', async () => {
    const { user, readEvidence } = await openChecklist();
    expect(panel().getByLabelText('Filter criteria')).toHaveFocus();
    await user.keyboard('hard{Enter}');
    await waitFor(async () => expect(await readEvidence()).toEqual([['hard-problems', false]]));
    await user.keyboard('archi{Enter}');

    await waitFor(async () => expect(await readEvidence()).toHaveLength(2));
    expect(panel().getAllByRole('checkbox')).toHaveLength(1);
  });

  it('marks a criterion strong by s, and filters by any other letter', async () => {
    const { user, readEvidence } = await openChecklist();
    await user.keyboard('hard{ArrowDown}s');
    await waitFor(async () => expect(await readEvidence()).toEqual([['hard-problems', true]]));
    await user.keyboard('t');

    expect(panel().getByLabelText('Filter criteria')).toHaveValue('t');
    expect(panel().getByLabelText('Filter criteria')).toHaveFocus();
  });

  it('lets the filter go on Escape, then closes, and leaves the entry open', async () => {
    const { user } = await openChecklist();
    await user.keyboard('hard{Escape}');
    expect(panel().getByLabelText('Filter criteria')).toHaveValue('');
    await user.keyboard('{Escape}');

    expect(panel().getByRole('button', { name: 'Choose criteria' })).toHaveFocus();
  });
});
