import { screen, within } from '@testing-library/react';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestCore, openTestJournal, temporaryFolder } from '../../helpers/core.ts';
import { openTestApp } from '../../helpers/renderer.ts';

describe('the first run', () => {
  it('says where the file will be, and starts the journal with the first line', async () => {
    const core = openTestCore();
    const { user } = await openTestApp({ core });
    expect(await screen.findByText(core.path)).toBeVisible();
    await user.type(screen.getByLabelText('Write the first line'), 'Cut checkout p99{Enter}');

    const entries = within(await screen.findByRole('region', { name: 'Entries' }));
    expect(await entries.findByRole('button', { name: /Cut checkout p99/ })).toBeVisible();
  });

  it('keeps the line when the journal cannot be created', async () => {
    const { user, answer } = await openTestApp({ core: openTestCore() });
    answer('journal.create', { ok: false, error: { code: 'storage', message: 'The folder cannot be written.' } });
    await user.type(await screen.findByLabelText('Write the first line'), 'Not lost{Enter}');

    expect(await screen.findByRole('alert')).toHaveTextContent('The folder cannot be written.');
    expect(screen.getByLabelText('Write the first line')).toHaveValue('Not lost');
  });
});

describe('a journal that is gone', () => {
  it('is replaced only after a second yes', async () => {
    const folder = temporaryFolder();
    const before = await openTestJournal({ folder });
    before.core.close();
    for (const end of ['', '-wal', '-shm']) rmSync(before.path + end, { force: true });
    const { user } = await openTestApp({ core: openTestCore({ folder }) });

    const start = await screen.findByRole('button', { name: 'Start a new journal here' });
    expect(start).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: 'The old journal is not coming back.' }));
    await user.click(start);
    expect(await screen.findByText('No entries yet.')).toBeVisible();
  });
});

describe('a journal that is refused', () => {
  it('is told with the reason and the path, and nothing else is offered', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'journal.sqlite'), 'This is a letter, not a journal.');
    const core = openTestCore({ folder });
    await openTestApp({ core });

    expect(await screen.findByRole('heading', { name: 'The journal was not opened' })).toBeVisible();
    expect(screen.getByText(core.path)).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('a journal that does not answer', () => {
  it('is told across the top while typing goes on, until it answers again', async () => {
    const { user, answer } = await openTestApp();
    await screen.findByText('No entries yet.');
    const silence = { ok: false, error: { code: 'unavailable', message: 'The journal does not answer.' } } as const;
    for (const method of ['journal.version', 'journal.status']) answer(method, silence);
    window.dispatchEvent(new Event('focus'));
    expect(await screen.findByText('The journal does not answer.')).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'What happened' }), 'Still here');

    for (const method of ['journal.version', 'journal.status']) answer(method, null);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.queryByText('The journal does not answer.')).toBeNull();
    expect(screen.getByRole('textbox', { name: 'What happened' })).toHaveValue('Still here');
  });
});
