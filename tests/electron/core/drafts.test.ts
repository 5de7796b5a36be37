import { describe, expect, it } from 'vitest';
import { openTestJournal } from '../../helpers/core.ts';

describe('drafts', () => {
  it('are kept one a place, also over a restart, until they are let go of', async () => {
    const first = await openTestJournal();
    const content = { kind: 'win', title: 'half a thou', metrics: [{ label: '' }] };
    await first.request('drafts.save', { place: 'composer', content: { kind: 'win', title: 'half' } });
    await first.request('drafts.save', { place: 'composer', content });
    first.core.close();
    const again = await openTestJournal({ folder: first.folder });
    expect(await again.request('drafts.get', { place: 'composer' })).toMatchObject({ place: 'composer', content });
    await again.request('drafts.discard', { place: 'composer' });
    expect(await again.request('drafts.get', { place: 'composer' })).toBeNull();
  });

  it('refuse a place nobody types in', async () => {
    const { request } = await openTestJournal();
    await expect(request('drafts.save', { place: 'elsewhere', content: {} })).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});

describe('the profile and the packet being worked on', () => {
  it('start empty and come back as saved', async () => {
    const { request } = await openTestJournal();
    expect(await request('profile.get', {})).toEqual({ name: '', currentTitle: '', targetTitle: '', employer: '' });
    expect(await request('packet.get', {})).toEqual({
      audience: 'manager',
      preset: 'last-12-months',
      dates: {},
      theCase: '',
      citations: {},
      includesWording: false,
    });
    const profile = {
      name: 'Mira Okafor',
      currentTitle: 'Engineer',
      targetTitle: 'Senior engineer',
      employer: 'Example',
    };
    const packet = {
      audience: 'committee' as const,
      preset: 'dates' as const,
      dates: { from: '2026-01-01' },
      theCase: 'Two pillars.',
      citations: {},
      includesWording: true,
    };
    await request('profile.save', profile);
    await request('packet.save', packet);
    expect([await request('profile.get', {}), await request('packet.get', {})]).toEqual([profile, packet]);
  });
});

describe('people', () => {
  it('are known once an entry names them, under the spelling that came first, and keep the role they are given', async () => {
    const { request } = await openTestJournal();
    await request('entries.create', { kind: 'help', title: 'x', people: ['Zoë', 'ana'] });
    await request('entries.create', { kind: 'help', title: 'y', people: ['ZOË'] });
    await request('people.save', { name: 'Ana', role: 'a junior engineer', isNamedInExports: false });
    expect(await request('people.list', {})).toEqual([
      { name: 'Ana', role: 'a junior engineer', isNamedInExports: false },
      { name: 'Zoë', role: '', isNamedInExports: false },
    ]);
  });
});
