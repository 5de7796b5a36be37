import { screen, within } from '@testing-library/react';
import Database from 'better-sqlite3';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestCore, openTestJournal, temporaryFolder, win } from '../../helpers/core.ts';
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

describe('a journal that is damaged', () => {
  it('is told with what is safe, saved as far as it can be read, and opened', async () => {
    const { folder, path } = await makeDamaged();
    const { user } = await openTestApp({ core: openTestCore({ folder }) });
    expect(await screen.findByRole('heading', { name: 'The journal is damaged' })).toBeVisible();
    expect(
      await screen.findByText('1 of 2 entries can be read from the file. 1 more comes from the backup of 2026-11-24.'),
    ).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Save what can be read' }));
    expect(await screen.findByText(new RegExp(`The damaged file is kept: .*journal.sqlite.damaged-`))).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Open the journal' }));
    expect(await screen.findByRole('button', { name: /Still whole/ })).toBeVisible();
    expect(screen.getByRole('button', { name: /Broken on the disk/ })).toBeVisible();
    expect(path).toContain(folder);
  });

  it('gives its place to a backup when that is chosen', async () => {
    const { folder } = await makeDamaged();
    const { user } = await openTestApp({ core: openTestCore({ folder }) });
    await user.click(await screen.findByRole('button', { name: 'Restore this backup' }));
    await user.click(await screen.findByRole('button', { name: 'Open the journal' }, { timeout: 15_000 }));
    expect(await screen.findByRole('button', { name: /Broken on the disk/ })).toBeVisible();
  });
});

describe('a journal that can only be read', () => {
  it('says so across the top, and offers no line to write on', async () => {
    const { core, folder, request } = await openTestJournal();
    await request('entries.create', win({ title: 'Kept for reading' }));
    core.close();
    await openTestApp({ core: openTestCore({ folder, viewsOnly: true }) });
    expect(await screen.findByRole('region', { name: 'Read only' })).toHaveTextContent('opened to be read only');
    expect(await screen.findByRole('button', { name: /Kept for reading/ })).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'What happened' })).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('is offered where a newer Rung wrote it', async () => {
    const { core, folder, path } = await openTestJournal();
    core.close();
    const db = new Database(path);
    db.pragma('user_version = 90009');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const { user } = await openTestApp({ core: openTestCore({ folder }) });
    await user.click(await screen.findByRole('button', { name: 'Open to read only' }));
    expect(await screen.findByRole('region', { name: 'Read only' })).toHaveTextContent('newer Rung (journal format 9)');
  });

  it('is told to lie on a network drive where it does', async () => {
    const { core, folder } = await openTestJournal();
    core.close();
    await openTestApp({ core: openTestCore({ folder, readType: () => 0x6969 }) });
    expect(await screen.findByRole('region', { name: 'Where the journal lies' })).toHaveTextContent(
      'network drive (NFS)',
    );
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

/** Two entries and a backup of both; the text of one is broken since. */
async function makeDamaged() {
  const { core, folder, path, request } = await openTestJournal();
  await request('entries.create', win({ title: 'Still whole' }));
  await request('entries.create', win({ title: 'Broken on the disk' }));
  await request('backups.make', {});
  core.close();
  const db = new Database(path);
  db.exec("DROP TRIGGER revisions_are_never_changed; UPDATE revisions SET content = 'x' WHERE content LIKE '%Broken%'");
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const before = openTestCore({ folder });
  await before.request('entries.list', {}).catch(() => {});
  before.core.close();
  // Cut off: the next start looks the journal over.
  return { folder, path };
}
