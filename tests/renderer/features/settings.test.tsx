import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { eventToKey } from '../../../renderer/features/settings/event-to-key.ts';
import { openTestApp } from '../../helpers/renderer.ts';

const held = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('the settings', () => {
  it('save the reminder as it is changed, and say so quietly', async () => {
    const app = await openTestApp({ hash: '#/settings' });
    await app.user.click(await screen.findByRole('checkbox', { name: 'Remind me to log something' }));
    await app.user.click(await screen.findByRole('checkbox', { name: 'Friday' }));
    await app.user.click(screen.getByRole('checkbox', { name: /criterion with the least evidence/ }));
    await waitFor(async () =>
      expect(await app.request('reminder.get', {})).toEqual({
        isOn: true,
        time: '16:30',
        workDays: [1, 2, 3, 4],
        asksQuestion: true,
        asksSignals: false,
      }),
    );
    expect(within(screen.getByRole('region', { name: 'Reminder' })).getByText('Saved')).toBeVisible();
  });

  it('bring back what is kept when a change is refused, in words', async () => {
    const app = await openTestApp({ hash: '#/settings' });
    const box = await screen.findByRole('checkbox', { name: 'Ask two short questions a week' });
    app.answer('reminder.save', { ok: false, error: { code: 'storage', message: 'The disk is full.' } });
    await app.user.click(box);
    expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full.');
    expect(box).not.toBeChecked();
  });

  it('take a key that is pressed, and one that is suggested, and turn it off', async () => {
    const app = await openTestApp({ hash: '#/settings' });
    await app.user.click(await screen.findByRole('button', { name: 'Choose a key' }));
    await app.user.keyboard('j');
    expect(screen.getByText(/alone it is for typing/)).toBeVisible();
    await app.user.keyboard('{Control>}{Alt>}j{/Alt}{/Control}');
    await app.user.click(await screen.findByRole('button', { name: 'Turn off' }));
    await app.user.click(await screen.findByRole('button', { name: /^Use .*Space$/ }));
    await screen.findByRole('button', { name: /Change the key .*Space$/ });
    expect(app.asked.filter(({ method }) => method === 'preferences.save').map(({ input }) => input)).toEqual(
      ['CommandOrControl+Alt+J', null, 'CommandOrControl+Shift+Space'].map((captureKey) => ({
        captureKey,
        hasTray: false,
        keepsRunning: false,
      })),
    );
  });

  it('say when the key does not come, and show the command to bind instead', async () => {
    const app = await openTestApp({ hash: '#/settings' });
    app.answer('key.try', { ok: true, value: { isHeard: false } });
    await app.user.click(await screen.findByRole('button', { name: /^Use .*Space$/ }));
    await app.user.click(await screen.findByRole('button', { name: 'Try it now' }));
    expect(await screen.findByText(/does not hand the key to Rung/)).toBeVisible();
    expect(screen.getByText('rung-app --capture')).toBeVisible();
  });

  it('look the whole journal over, with results in words', async () => {
    const app = await openTestApp({ hash: '#/settings' });
    await app.user.click(await screen.findByRole('button', { name: 'Check the journal' }));
    expect(await screen.findByText('Search knows every entry.')).toBeVisible();
    expect(screen.getByText('The file is whole (integrity_check).')).toBeVisible();
  });
});

describe('a key of every program', () => {
  it.each([
    [{ ...held, code: 'Space', ctrlKey: true, shiftKey: true }, { key: 'CommandOrControl+Shift+Space' }],
    [{ ...held, code: 'KeyJ', altKey: true }, { key: 'Alt+J' }],
    [{ ...held, code: 'Digit5', ctrlKey: true, altKey: true }, { key: 'CommandOrControl+Alt+5' }],
    [{ ...held, code: 'ControlLeft', ctrlKey: true }, null],
    [{ ...held, code: 'KeyJ', shiftKey: true }, { problem: expect.stringContaining('for typing') }],
    [{ ...held, code: 'MediaPlayPause', ctrlKey: true }, { problem: expect.stringContaining('another one') }],
  ])('%o is %o', (event, expected) => {
    expect(eventToKey(event, false)).toEqual(expected);
  });
});
