import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openTestApp } from '../../helpers/renderer.ts';

describe('the palette', () => {
  it('lists commands with their keys, the recent ones first, and runs them by Enter', async () => {
    const { app, line } = await openPalette();
    await app.user.type(line, 'crit');
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('Go to the criteria');
    await app.user.keyboard('{Enter}');
    await waitFor(() => expect(location.hash).toBe('#/criteria'));
    app.command('palette.open');
    await waitFor(() => expect(screen.getAllByRole('option')[0]).toHaveTextContent('Go to the criteria'));
    expect(screen.getByText('Recent')).toBeVisible();
  });

  it('finds entries while one types, and opens the one that is chosen', async () => {
    const { app, line } = await openPalette();
    const { id } = await app.request('entries.create', { kind: 'win', title: 'Halved the build time' });
    await app.user.type(line, 'halved');
    expect(await screen.findByRole('option', { name: /Halved the build time/ })).toBeVisible();
    await app.user.keyboard('{Enter}');
    await waitFor(() => expect(location.hash).toBe(`#/journal/${id}`));
  });

  it('moves through the list by arrows, from end to end', async () => {
    const { app } = await openPalette();
    const options = screen.getAllByRole('option');
    await app.user.keyboard('{ArrowUp}');
    expect(options.at(-1)).toHaveAttribute('aria-selected', 'true');
    await app.user.keyboard('{ArrowDown}{ArrowDown}');
    expect(options[1]).toHaveAttribute('aria-selected', 'true');
  });

  it('hears no key of its own while something is typed elsewhere', async () => {
    localStorage.clear();
    const app = await openTestApp();
    await app.user.type(await screen.findByRole('textbox', { name: 'What happened' }), 'n1?');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(location.hash).toBe('#/journal');
  });
});

describe('the shortcuts', () => {
  it('are the keys of the commands, group by group', async () => {
    const app = await openTestApp();
    await screen.findByRole('form', { name: 'New entry' });
    app.command('go.criteria');
    await app.user.click(screen.getByRole('button', { name: 'Shortcuts' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'Shortcuts' }));
    expect(sheet.getByText('Do anything').closest('div')).toHaveTextContent(/CtrlK|⌘K/);
    expect(sheet.getByText('Go to the settings')).toBeVisible();
  });
});

async function openPalette() {
  localStorage.clear();
  const app = await openTestApp();
  await screen.findByRole('form', { name: 'New entry' });
  app.command('palette.open');
  return { app, line: await screen.findByRole('combobox', { name: 'Command, filter or entry' }) };
}
