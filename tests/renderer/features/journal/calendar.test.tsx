import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openTestJournal, win } from '../../../helpers/core.ts';
import { openTestApp } from '../../../helpers/renderer.ts';

const list = () => within(screen.getByRole('region', { name: 'Entries' }));
const headings = () =>
  list()
    .getAllByRole('heading', { level: 2 })
    .map((heading) => heading.textContent);

/** The day on the map that is named so. Asked for by its label alone: 365 roles take long to work out. */
const cell = (label: string) =>
  waitFor(() => {
    const found = document.querySelector<SVGElement>(`[role="gridcell"][aria-label="${label}"]`);
    if (!found) throw new Error(`There is no day named "${label}".`);
    return found;
  });

async function openWithDays(...days: string[]) {
  const core = await openTestJournal();
  for (const occurredOn of days) await core.request('entries.create', win({ occurredOn, title: `On ${occurredOn}` }));
  const app = await openTestApp({ core });
  await waitFor(() => expect(document.querySelectorAll('[data-entry]')).toHaveLength(days.length));
  return app;
}

describe('the list', () => {
  it('stands by day, week, month or quarter, and stays so', async () => {
    const { user, stores } = await openWithDays('2026-11-24', '2026-11-23', '2026-10-02', '2026-07-01');
    expect(headings()).toEqual(['This week', '28 Sep – 4 Oct 2026', '29 Jun – 5 Jul 2026']);
    await user.click(screen.getByRole('radio', { name: 'Day' }));
    expect(headings()).toEqual([
      'Today, Tue 24 Nov 2026',
      'Yesterday, Mon 23 Nov 2026',
      'Fri 2 Oct 2026',
      'Wed 1 Jul 2026',
    ]);
    await user.click(screen.getByRole('radio', { name: 'Month' }));
    expect(headings()).toEqual(['November 2026', 'October 2026', 'July 2026']);
    await user.click(screen.getByRole('radio', { name: 'Quarter' }));
    expect(headings()).toEqual(['Q4 2026', 'Q3 2026']);
    await stores.journal.getState().refresh();
    expect(headings()).toEqual(['Q4 2026', 'Q3 2026']);
  });

  it('draws only what is in sight of a long journal, tells the size, and goes to its ends by keys', async () => {
    const core = await openTestJournal();
    const drafts = Array.from({ length: 1_200 }, (_, n) =>
      win({
        title: `Entry ${n}`,
        occurredOn: `20${20 + Math.floor(n / 240)}-03-${String((n % 28) + 1).padStart(2, '0')}`,
      }),
    );
    await core.request('entries.createMany', drafts);
    const { user, stores } = await openTestApp({ core });
    await waitFor(() => expect(stores.journal.getState().days.reduce((sum, { count }) => sum + count, 0)).toBe(1_200));
    expect(document.querySelectorAll('[data-entry]').length).toBeLessThan(40);
    expect(stores.journal.getState().entries.length).toBeLessThan(400);

    await user.keyboard('{Escape}j{End}');
    await waitFor(() => expect(stores.journal.getState().entries.at(-1)?.occurredOn).toBe('2020-03-01'));
    await user.keyboard('{Home}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/28 Mar 2024/));
  });

  it('goes to a date', async () => {
    const { user, stores } = await openWithDays('2026-11-24', '2026-08-14', '2026-03-02');
    const field = screen.getByLabelText('Go to date');
    await user.keyboard('{Escape}g');
    expect(field).toHaveFocus();
    await user.type(field, '2026-08-20');
    await waitFor(() => expect(stores.journal.getState().cursorId).not.toBeNull());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/On 2026-08-14/));
  });
});

describe('day marks', () => {
  it('are set on the heading of a day and beside a day of a week, and taken away', async () => {
    const { user, request } = await openWithDays('2026-11-24');
    const mark = async () => (await request('days.list', { from: '2026-11-24', to: '2026-11-24' }))[0]?.mark;
    await user.selectOptions(screen.getByLabelText('Whose work: Tue 24 Nov 2026'), 'mostly others');
    await waitFor(async () => expect(await mark()).toBe('others'));
    await user.click(screen.getByRole('radio', { name: 'Day' }));
    expect(screen.getByLabelText('Whose work: Tue 24 Nov 2026')).toHaveValue('others');
    await user.selectOptions(screen.getByLabelText('Whose work: Tue 24 Nov 2026'), 'no mark');
    await waitFor(async () => expect(await mark()).toBeNull());
  });
});

describe('the year', () => {
  it('names every day, moves by arrow keys, and leads to the day in the list', async () => {
    const { user, request } = await openWithDays('2026-11-24', '2026-11-24', '2026-11-17');
    await request('days.mark', { day: '2026-11-24', mark: 'others' });
    await user.keyboard('{Escape}y');
    (await cell('Tue 24 Nov 2026: 2 entries, mostly others')).focus();
    await user.keyboard('{ArrowLeft}');
    expect(await cell('Tue 17 Nov 2026: 1 entry')).toHaveFocus();
    await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');

    await waitFor(() => expect(document.activeElement).toHaveTextContent(/On 2026-11-17/));
  });

  it('marks a day, and turns to another year', async () => {
    const { user, request } = await openWithDays('2026-11-24', '2025-05-05');
    await user.click(screen.getByRole('button', { name: 'Year' }));
    const year = within(await screen.findByRole('region', { name: 'The year 2026' }));
    await user.selectOptions(year.getByLabelText('Whose work: Tue 24 Nov 2026'), 'even');
    expect(await cell('Tue 24 Nov 2026: 1 entry, even')).toBeInTheDocument();
    expect(await request('days.list', { from: '2026-11-24', to: '2026-11-24' })).toMatchObject([{ mark: 'even' }]);
    await user.click(screen.getByRole('button', { name: 'Year before' }));

    expect(await cell('Mon 5 May 2025: 1 entry')).toBeInTheDocument();
  });
});

describe('period marks', () => {
  it('are added, shown where they lie, changed and removed, with a way back', async () => {
    const { user, request } = await openWithDays('2026-11-24', '2026-07-01');
    await user.click(screen.getByRole('button', { name: 'Year' }));
    await user.click(await screen.findByRole('button', { name: 'Mark a period' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Mark a period' }));
    await user.clear(dialog.getByLabelText('From'));
    await user.type(dialog.getByLabelText('From'), '2026-08-20');
    await user.clear(dialog.getByLabelText('To'));
    await user.type(dialog.getByLabelText('To'), '2026-08-01');
    await user.type(dialog.getByLabelText('Note'), 'parental leave');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByText(/swap the two days/)).toBeVisible();
    await user.clear(dialog.getByLabelText('From'));
    await user.type(dialog.getByLabelText('From'), '2026-08-01');
    await user.clear(dialog.getByLabelText('To'));
    await user.type(dialog.getByLabelText('To'), '2026-08-20{Enter}');

    const text = 'Leave, 1 – 20 Aug 2026: parental leave';
    const week = within(await list().findByRole('region', { name: '17 – 23 Aug 2026' }));
    expect(await cell('Mon 3 Aug 2026: no entries, leave')).toBeInTheDocument();
    await user.click(week.getByRole('button', { name: text }));
    const change = within(await screen.findByRole('dialog', { name: 'Period' }));
    await user.click(change.getByRole('button', { name: 'Remove' }));
    await waitFor(async () => expect(await request('periods.list', {})).toEqual([]));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () =>
      expect(await request('periods.list', {})).toMatchObject([
        { kind: 'leave', from: '2026-08-01', to: '2026-08-20' },
      ]),
    );
  });
});
