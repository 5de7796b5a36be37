import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openTestJournal } from '../../helpers/core.ts';
import { openTestApp } from '../../helpers/renderer.ts';

const EVERY_DAY = { isOn: true, time: '00:00', workDays: [1, 2, 3, 4, 5, 6, 7], asksQuestion: true, asksSignals: true };

describe('the habit', () => {
  it('asks nothing until it is turned on', async () => {
    await openTestApp();
    await screen.findByRole('form', { name: 'New entry' });
    expect(card()).toBeEmptyDOMElement();
  });

  it('asks about the thinnest criterion until it is put off', async () => {
    const { app, question } = await openAsking();
    expect(await within(card()).findByText(question)).toBeVisible();
    await app.user.click(within(card()).getByRole('button', { name: 'In an hour' }));
    await waitFor(() => expect(card()).not.toHaveTextContent(question));
    expect(await app.request('reminder.due', {})).toBeNull();
  });

  it('leads to the line, and is done once something is logged', async () => {
    const { app, question } = await openAsking();
    await app.user.click(await within(card()).findByRole('button', { name: 'Log it' }));
    expect(screen.getByRole('textbox', { name: 'What happened' })).toHaveFocus();
    await app.request('entries.create', { kind: 'help', title: 'Walked Sam through the outbox' });
    await app.stores.habit.getState().refresh();
    await waitFor(() => expect(card()).not.toHaveTextContent(question));
  });

  it('asks the week’s questions one at a time and keeps the answers', async () => {
    const { app } = await openAsking();
    const [first, second] = await app.request('signals.due', {});
    expect(await within(card()).findByText(first!.statement)).toBeVisible();
    await app.user.click(within(card()).getByRole('button', { name: 'Yes' }));
    expect(await within(card()).findByText(second!.statement)).toBeVisible();
    await app.user.click(within(card()).getByRole('button', { name: 'Not this week' }));
    await waitFor(() => expect(card()).not.toHaveTextContent(second!.statement));
    expect(await app.request('signals.history', {})).toMatchObject([{ signalId: first!.id, answer: 'yes' }]);
  });
});

async function openAsking() {
  localStorage.clear();
  const core = await openTestJournal();
  await core.request('reminder.save', EVERY_DAY);
  const due = await core.request('reminder.due', {});
  return { app: await openTestApp({ core }), question: due!.text };
}

function card(): HTMLElement {
  return screen.getByRole('region', { name: 'Reminder and questions' });
}
