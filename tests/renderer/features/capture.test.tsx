import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Reply } from '../../../shared/contract/errors.ts';
import { QuickCapture } from '../../../renderer/features/capture/QuickCapture.tsx';
import { openTestJournal, win, type TestCore } from '../../helpers/core.ts';

interface TestCapture extends TestCore {
  user: UserEvent;
  calls: string[];
  answer(method: string, reply: Reply | null): void;
  close(): void;
}

/** The page of the quick-capture window in front of the real core. */
async function openCapture(core?: TestCore): Promise<TestCapture> {
  const test = core ?? (await openTestJournal());
  const answers = new Map<string, Reply>();
  window.rung = {
    request: async (method, input) => answers.get(method) ?? test.core.serve(method, structuredClone(input)),
    desktop: async () => ({ ok: true, value: {} }),
    onCommand: () => {},
  };
  const calls: string[] = [];
  const { unmount } = render(<QuickCapture onSaved={() => calls.push('saved')} onClose={() => calls.push('closed')} />);
  onTestFinished(cleanup);
  return {
    ...test,
    user: userEvent.setup(),
    calls,
    answer: (method, reply) => void (reply ? answers.set(method, reply) : answers.delete(method)),
    close: unmount,
  };
}

const line = () => screen.getByRole('textbox', { name: 'What happened' });
const chips = () => screen.queryAllByRole('listitem').map((chip) => chip.textContent);
const draftOf = ({ request }: TestCore) => request('drafts.get', { place: 'capture' });

describe('quick capture', () => {
  it('has the focus, and saves what the line says with Enter', async () => {
    const app = await openCapture();
    expect(line()).toHaveFocus();
    await app.user.keyboard('helped @maria with the rota #on-call ~45m yesterday ^mentoring{Enter}');

    await waitFor(() => expect(app.calls).toEqual(['saved']));
    expect((await app.request('entries.list', {})).entries).toMatchObject([
      {
        kind: 'help',
        title: 'with the rota',
        people: [{ name: 'maria', part: 'helped' }],
        tags: ['on-call'],
        minutes: 45,
        occurredOn: '2026-11-23',
        evidence: [{ criterionId: 'mentoring' }],
      },
    ]);
    expect(line()).toHaveValue('');
    expect(screen.getByText('Logged')).toBeVisible();
    await waitFor(async () => expect(await draftOf(app)).toBeNull());
  });

  it('keeps the draft on Escape and brings it back', async () => {
    const core = await openTestJournal();
    const app = await openCapture(core);
    await app.user.type(line(), 'Half a thought #later');
    await app.user.keyboard('{Escape}');
    expect(app.calls).toEqual(['closed']);
    await waitFor(async () => expect(await draftOf(app)).toMatchObject({ content: { line: 'Half a thought #later' } }));
    app.close();

    await openCapture(core);
    await waitFor(() => expect(line()).toHaveValue('Half a thought #later'));
    expect(chips()).toEqual(['#later']);
  });

  it('keeps every word when the save fails, and says why', async () => {
    const app = await openCapture();
    const message = 'The disk is full, so this was not saved.';
    app.answer('entries.create', { ok: false, error: { code: 'storage', message } });
    await app.user.type(line(), 'Not lost{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(line()).toHaveValue('Not lost');
    expect(app.calls).toEqual([]);

    app.answer('entries.create', null);
    await app.user.type(line(), '{Enter}');
    await waitFor(() => expect(app.calls).toEqual(['saved']));
  });

  it('takes the focus again whenever its window is shown', async () => {
    await openCapture();
    (document.activeElement as HTMLElement).blur();
    fireEvent(window, new Event('focus'));

    expect(line()).toHaveFocus();
  });

  it('says what the title needs where signs are all there is', async () => {
    const { user, calls } = await openCapture();
    await user.type(line(), '@maria{Enter}');

    expect(await screen.findByRole('alert')).toHaveTextContent('Say what happened beside the signs');
    expect(calls).toEqual([]);
  });

  it('does nothing for Enter on an empty line', async () => {
    const { user, calls } = await openCapture();
    await user.type(line(), '{Enter}');

    expect(calls).toEqual([]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('completes names under the line', async () => {
    const core = await openTestJournal();
    await core.request('entries.create', win({ people: ['Maria Keller'] }));
    const { user } = await openCapture(core);
    await user.type(line(), 'Paired with @mar');
    await screen.findByRole('option', { name: '@Maria Keller' });
    await user.keyboard('{ArrowDown}{Enter}');

    expect(line()).toHaveValue('Paired with @"Maria Keller" ');
  });

  it('takes the kind from its button', async () => {
    const app = await openCapture();
    await app.user.click(screen.getByRole('button', { name: 'Win. Make it a help' }));
    await app.user.type(line(), 'Paired on tests{Enter}');

    await waitFor(() => expect(app.calls).toEqual(['saved']));
    expect((await app.request('entries.list', {})).entries).toMatchObject([{ kind: 'help' }]);
  });

  it('keeps a pasted address as a link and further lines as notes', async () => {
    const app = await openCapture();
    await app.user.type(line(), 'Shipped');
    await app.user.paste('https://git.example.com/pr/12');
    await app.user.paste(' search\nfast\nin any script');
    expect(chips()).toEqual(['https://git.example.com/pr/12', '2 lines of notes']);
    await app.user.keyboard('{Enter}');

    await waitFor(() => expect(app.calls).toEqual(['saved']));
    expect((await app.request('entries.list', {})).entries).toMatchObject([
      { title: 'Shipped search', body: 'fast\nin any script', links: [{ url: 'https://git.example.com/pr/12' }] },
    ]);
  });
});
