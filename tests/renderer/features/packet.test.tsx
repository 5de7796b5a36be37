import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openTestJournal, win, type TestCore } from '../../helpers/core.ts';
import { openTestApp } from '../../helpers/renderer.ts';

const preview = () => screen.getByRole('region', { name: 'Preview' });
const options = () => within(screen.getByRole('region', { name: 'What is in it' }));

async function journalToShow(): Promise<TestCore> {
  const core = await openTestJournal();
  const evidence = [{ criterionId: 'hard-problems' }];
  const shareable = { visibility: 'shareable' as const, evidence };
  await core.request('entries.create', win({ ...shareable, title: 'Told to all', people: ['Maria Silva'] }));
  await core.request('entries.create', win({ title: 'Only for me', evidence }));
  await core.request('entries.create', win({ title: 'Sealed away', evidence, visibility: 'sealed' }));
  return core;
}

describe('the packet', () => {
  it('shows other entries to other audiences, and never a sealed one', async () => {
    const { user } = await openTestApp({ core: await journalToShow(), hash: '#/packet' });
    await waitFor(() => expect(preview()).toHaveTextContent('Told to all'));
    expect(preview()).not.toHaveTextContent('Only for me');
    expect(preview()).toHaveTextContent('1 entry · left out: 1 private, 1 sealed');

    await user.click(options().getByRole('radio', { name: 'Myself' }));
    await waitFor(() => expect(preview()).toHaveTextContent('Only for me'));
    expect(preview()).not.toHaveTextContent('Sealed away');
  });

  it('counts the words of the case and takes them into the preview', async () => {
    const { user } = await openTestApp({ core: await journalToShow(), hash: '#/packet' });
    await user.type(options().getByLabelText('The case'), 'I own the checkout');

    await waitFor(() => expect(preview()).toHaveTextContent('I own the checkout'));
    expect(options().getByText('4 of 80 words')).toBeVisible();
  });

  it('names a person by role until told otherwise', async () => {
    const core = await journalToShow();
    const { user } = await openTestApp({ core, hash: '#/packet' });
    await waitFor(() => expect(preview()).toHaveTextContent('a colleague'));
    await user.type(options().getByLabelText('Role of Maria Silva'), 'a staff engineer');
    await user.tab();
    await waitFor(() => expect(preview()).toHaveTextContent('a staff engineer'));

    await user.click(options().getByRole('checkbox', { name: 'by name' }));
    await waitFor(() => expect(preview()).toHaveTextContent('Maria Silva'));
  });

  it('keeps what was chosen and typed', async () => {
    const core = await journalToShow();
    const app = await openTestApp({ core, hash: '#/packet' });
    await waitFor(() => expect(preview()).toHaveTextContent('Told to all'));
    await app.user.selectOptions(options().getByLabelText('Period'), 'all');
    await app.user.type(options().getByLabelText('Name'), 'Noa');
    await waitFor(async () => {
      expect(await core.request('packet.get', {})).toMatchObject({ preset: 'all' });
      expect(await core.request('profile.get', {})).toMatchObject({ name: 'Noa' });
    });
    app.close();

    await openTestApp({ core, hash: '#/packet' });
    await waitFor(() => expect(options().getByLabelText('Period')).toHaveValue('all'));
    expect(options().getByLabelText('Name')).toHaveValue('Noa');
  });

  it('is saved byte for byte as the export says, by button or by the menu', async () => {
    const core = await journalToShow();
    const { user, asked, command, request } = await openTestApp({ core, hash: '#/packet' });
    await waitFor(() => expect(preview()).toHaveTextContent('Told to all'));
    await user.click(screen.getByRole('button', { name: 'Save as Markdown…' }));
    const period = { from: '2025-11-25', to: '2026-11-24' };
    const { markdown, fileName } = await request('packet.export', { audience: 'manager', period });
    const save = { method: 'file.save', input: { suggestedName: fileName, text: markdown, passphrase: null } };
    await waitFor(() => expect(asked).toEqual([save]));

    command('packet.export');
    await waitFor(() => expect(asked).toEqual([save, save]));
  });

  it('says why nothing can be exported', async () => {
    const { answer } = await openTestApp({ core: await journalToShow(), hash: '#/packet' });
    const message = 'Nothing was exported: a redacted word is still in it.';
    answer('packet.export', { ok: false, error: { code: 'invalid', message } });

    await waitFor(() => expect(within(preview()).queryByRole('alert')).toHaveTextContent(message));
    expect(screen.getByRole('button', { name: 'Save as Markdown…' })).toBeDisabled();
  });
});
