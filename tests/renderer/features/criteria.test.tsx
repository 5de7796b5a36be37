import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openTestJournal, win } from '../../helpers/core.ts';
import { openTestApp } from '../../helpers/renderer.ts';

const panel = () => within(screen.getByRole('complementary', { name: 'Criterion' }));

const teachingLine = () => screen.getByRole('button', { name: /Teaching/ });

describe('the criteria', () => {
  it('stand in three pillars over one ground, with what the evidence adds up to', async () => {
    await openTestApp({ hash: '#/criteria' });

    expect(await screen.findByRole('region', { name: 'Design & architecture' })).toBeVisible();
    for (const name of ['Mentorship', 'Technical leadership', 'Ownership']) {
      expect(screen.getByRole('region', { name })).toBeVisible();
    }
    expect(screen.getByRole('region', { name: 'Where the evidence stands' })).toHaveTextContent(/rule of thumb/i);
  });

  it('say how far one is shown, and what would show more', async () => {
    const core = await openTestJournal();
    const evidence = [{ criterionId: 'teaching' }];
    for (const occurredOn of ['2026-02-02', '2026-08-03', '2026-11-03']) {
      await core.request(
        'entries.create',
        win({ occurredOn, evidence, result: 'Better', links: ['https://a.example'] }),
      );
    }
    await core.request('entries.create', win({ evidence: [{ criterionId: 'go-to-expert' }] }));
    await openTestApp({ core, hash: '#/criteria' });

    const teaching = await screen.findByRole('button', { name: /Teaching/ });
    expect(teaching).toHaveAccessibleName(/^shown: Teaching/);
    expect(teaching).toHaveTextContent('Evidence in Q1 2026, Q3 2026, Q4 2026');
    expect(screen.getByRole('button', { name: /Go-to expert/ })).toHaveAccessibleName(/^some:.*next:/);
    expect(screen.getByRole('button', { name: /Mentoring/ })).toHaveAccessibleName(/^none:.*no evidence yet/);
  });

  it('take an entry as evidence, mark it strong, and give it back', async () => {
    const core = await openTestJournal();
    await core.request('entries.create', win({ title: 'Taught the traces' }));
    await core.request('entries.create', win({ title: 'Something else' }));
    const { user } = await openTestApp({ core, hash: '#/criteria/teaching' });
    await user.click(await panel().findByRole('button', { name: 'Add an entry' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText('Find an entry'), 'traces');
    await waitFor(() => expect(dialog.queryByText('Something else')).toBeNull());
    expect(dialog.getByText('traces').tagName).toBe('MARK');
    await user.keyboard('{ArrowDown}{Enter}');

    expect(await panel().findByRole('link', { name: 'Taught the traces' })).toBeVisible();
    expect(screen.getByRole('button', { name: /^some: Teaching/ })).toBeVisible();

    await user.click(panel().getByRole('button', { name: 'Strong evidence: Taught the traces' }));
    await waitFor(() =>
      expect(panel().getByRole('button', { name: /Strong/ })).toHaveAttribute('aria-pressed', 'true'),
    );

    await user.click(panel().getByRole('button', { name: /Remove “Taught the traces”/ }));
    await waitFor(() => expect(panel().queryByRole('link', { name: 'Taught the traces' })).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await panel().findByRole('button', { name: /Strong/ })).toHaveAttribute('aria-pressed', 'true');
  });

  it('find an entry to add by what stands in its notes, however old it is', async () => {
    const core = await openTestJournal();
    const many = Array.from({ length: 60 }, (_, number) => win({ title: `Small change ${number}` }));
    await core.request('entries.createMany', [
      win({ title: 'An old talk', body: 'Forty people came to hear about back-pressure.', occurredOn: '2020-01-02' }),
      ...many,
    ]);
    const { user } = await openTestApp({ core, hash: '#/criteria/teaching' });
    await user.click(await panel().findByRole('button', { name: 'Add an entry' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText(/There are more/)).toBeVisible();
    await user.keyboard('back-pressure');
    await user.click(await dialog.findByRole('button', { name: /An old talk/ }));

    expect(await panel().findByRole('link', { name: 'An old talk' })).toBeVisible();
  });

  it('are gone through, opened and given an entry by keyboard', async () => {
    const core = await openTestJournal();
    await core.request('entries.create', win({ title: 'Drew the shape of it' }));
    const { user } = await openTestApp({ core, hash: '#/criteria' });
    await screen.findByRole('button', { name: /Architecture/ });
    await user.keyboard('jjk{Enter}');
    expect(await panel().findByRole('heading', { name: 'Architecture' })).toBeVisible();
    await user.keyboard('a');
    await within(await screen.findByRole('dialog')).findByText('Drew the shape of it');
    await user.keyboard('{ArrowDown}{Enter}');

    expect(await panel().findByRole('link', { name: 'Drew the shape of it' })).toBeVisible();
    expect(screen.getByRole('button', { name: /Architecture/ })).toHaveAccessibleName(/^some: Architecture/);
  });

  it('are left out and taken in again, and say when there is no opportunity for them', async () => {
    const core = await openTestJournal();
    const { user } = await openTestApp({ core, hash: '#/criteria/teaching' });
    await user.click(await panel().findByRole('checkbox', { name: 'Leave this criterion out' }));
    await waitFor(() => expect(teachingLine()).toHaveTextContent('left out'));
    await user.click(panel().getByRole('checkbox', { name: 'Leave this criterion out' }));
    await waitFor(() => expect(teachingLine()).toHaveTextContent('no evidence yet'));
    await user.click(panel().getByRole('checkbox', { name: 'No opportunity to show it here' }));
    await waitFor(() => expect(teachingLine()).toHaveTextContent('no opportunity since 24 Nov 2026'));
    expect(await core.request('criteria.marks', {})).toEqual([
      { criterionId: 'teaching', isOff: false, noOpportunitySince: '2026-11-24', note: '' },
    ]);
  });

  it('lead from an entry behind a criterion to that entry', async () => {
    const core = await openTestJournal();
    await core.request('entries.create', win({ title: 'Taught it', evidence: [{ criterionId: 'teaching' }] }));
    const { user } = await openTestApp({ core, hash: '#/criteria/teaching' });
    await user.click(await panel().findByRole('link', { name: 'Taught it' }));

    expect(await screen.findByRole('heading', { name: 'Taught it' })).toBeVisible();
  });
});
