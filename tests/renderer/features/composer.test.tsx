import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openTestJournal, win } from '../../helpers/core.ts';
import { openTestApp, type TestApp } from '../../helpers/renderer.ts';

const line = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What happened' });
const composer = () => within(screen.getByRole('form', { name: 'New entry' }));
const chips = () =>
  composer()
    .queryAllByRole('listitem')
    .map((chip) => chip.textContent);
const choices = () =>
  composer()
    .queryAllByRole('option')
    .map((choice) => choice.textContent);
const notes = () => composer().getByLabelText<HTMLTextAreaElement>('Notes');
const kind = (name: string) => composer().getByRole('radio', { name });

/** The page once names, criteria and the reader of dates are there. */
async function openRead(core?: Awaited<ReturnType<typeof openTestJournal>>): Promise<TestApp> {
  const app = await openTestApp(core ? { core } : {});
  await waitFor(() => expect(app.stores.journal.getState().composer.ground.isRead).toBe(true));
  return app;
}

async function openNamed(): Promise<TestApp> {
  const core = await openTestJournal();
  await core.request('entries.create', win({ people: ['Maria Keller', 'Marek'], tags: ['auth'] }));
  return openRead(core);
}

async function savedEntry({ request }: TestApp) {
  await waitFor(async () => expect((await request('entries.list', {})).entries).toHaveLength(1));
  return (await request('entries.list', {})).entries[0]!;
}

describe('the line of the composer', () => {
  it('stores what its signs, its date and its leading word say', async () => {
    const app = await openRead();
    await app.user.type(
      line(),
      'helped @maria untangle the flaky auth tests #platform +checkout ^mentoring ~45m yesterday !{Enter}',
    );

    expect(await savedEntry(app)).toMatchObject({
      kind: 'help',
      title: 'untangle the flaky auth tests',
      people: [{ name: 'maria', part: 'helped' }],
      tags: ['platform'],
      projects: ['checkout'],
      minutes: 45,
      occurredOn: '2026-11-23',
      raiseAtNextMeeting: true,
      evidence: [{ criterionId: 'mentoring', state: 'confirmed' }],
    });
  });

  it('shows what it recognised, and the kind, while it is typed', async () => {
    const { user } = await openRead();
    await user.type(line(), 'helped @maria #auth ~1h30m yesterday');

    expect(chips()).toEqual(['Help', '@maria', '#auth', '1 h 30 min', 'yesterday, Mon 23 Nov 2026']);
    expect(kind('Help')).toBeChecked();
    await waitFor(() =>
      expect(
        composer()
          .getAllByRole('status')
          .map((one) => one.textContent),
      ).toContain('Recognised: Help, person maria, tag auth, 1 h 30 min, yesterday, Mon 23 Nov 2026'),
    );
  });

  it('leaves look-alikes alone', async () => {
    const app = await openRead();
    await app.user.type(line(), 'Moved #include to C++, +1 on issue #12 in v2026-11-20{Enter}');

    expect(await savedEntry(app)).toMatchObject({
      kind: 'win',
      title: 'Moved #include to C++, +1 on issue #12 in v2026-11-20',
      tags: [],
    });
  });

  it('keeps a recognised stretch as text with one Backspace behind it', async () => {
    const app = await openRead();
    await app.user.type(line(), 'Fixed the #performance{Backspace}');
    expect(line()).toHaveValue('Fixed the \\#performance');
    expect(chips()).toEqual([]);
    expect(composer().getByText('#performance is text now.')).toBeInTheDocument();

    await app.user.type(line(), ' tag yesterday{Enter}');
    expect(await savedEntry(app)).toMatchObject({ title: 'Fixed the #performance tag', occurredOn: '2026-11-23' });
  });

  it('takes a second Backspace for a slip of the fingers and deletes on', async () => {
    const { user } = await openRead();
    await user.type(line(), 'Paired with @marai{Backspace}{Backspace}{Backspace}ia');

    expect(line()).toHaveValue('Paired with @maria');
    expect(chips()).toEqual(['@maria']);
  });

  it('keeps a stretch as text by the button of its chip', async () => {
    const { user } = await openRead();
    await user.type(line(), 'Fixed #a with @maria');
    await user.click(composer().getByRole('button', { name: 'Keep as text: tag a' }));

    expect(line()).toHaveValue('Fixed \\#a with @maria');
    expect(line()).toHaveFocus();
    expect(chips()).toEqual(['@maria']);
  });

  it('makes a leading word text where another kind is chosen by hand', async () => {
    const app = await openRead();
    await app.user.type(line(), 'design review went well');
    await app.user.click(kind('Win'));
    await app.user.click(composer().getByRole('button', { name: 'Save' }));

    expect(await savedEntry(app)).toMatchObject({ kind: 'win', title: 'design review went well' });
  });

  it('lets a filled field win and puts lists together', async () => {
    const app = await openRead();
    await app.user.type(line(), 'helped with the rota @maria @ana #on-call ~45m yesterday');
    await app.user.click(composer().getByRole('button', { name: 'More' }));
    expect(composer().getByLabelText('Time')).toHaveAttribute('placeholder', '45m, from the line');
    expect(composer().getByLabelText('Day')).toHaveValue('2026-11-23');
    await app.user.type(composer().getByLabelText('Time'), '2h');
    await app.user.type(composer().getByLabelText('Tags'), 'rota,');
    await app.user.click(composer().getByRole('button', { name: 'Add a person' }));
    await app.user.type(composer().getByLabelText('Name'), 'Maria');
    await app.user.selectOptions(composer().getByLabelText('Part'), 'witness');
    await app.user.click(composer().getByRole('button', { name: 'Save' }));

    expect(await savedEntry(app)).toMatchObject({
      title: 'with the rota',
      minutes: 120,
      occurredOn: '2026-11-23',
      tags: ['rota', 'on-call'],
      people: [
        { name: 'Maria', part: 'witness' },
        { name: 'ana', part: 'helped' },
      ],
    });
  });

  it('says that the title is empty where signs are all there is', async () => {
    const { user, request } = await openRead();
    await user.type(line(), '@maria #auth{Enter}');

    expect(await composer().findByText(/The title is empty: say what happened/)).toBeVisible();
    expect(line()).toBeInvalid();
    expect((await request('entries.list', {})).entries).toEqual([]);
  });

  it('does not read the title of an entry that is there', async () => {
    const core = await openTestJournal();
    const { id } = await core.request('entries.create', win({ title: 'Renamed #old to @new' }));
    const { user } = await openTestApp({ core, hash: `#/journal/${id}` });
    const panel = within(screen.getByRole('complementary', { name: 'Open entry' }));
    await user.click(await panel.findByRole('button', { name: 'Edit' }));
    await user.type(panel.getByRole('textbox', { name: 'Title' }), ' yesterday{Control>}{Enter}{/Control}');

    await waitFor(async () =>
      expect(await core.request('entries.get', { id })).toMatchObject({ title: 'Renamed #old to @new yesterday' }),
    );
  });
});

describe('names in the line', () => {
  it('are chosen with arrows and Enter', async () => {
    const { user, request } = await openNamed();
    await user.type(line(), 'Paired with @mar');
    expect(choices()).toEqual(['@Marek', '@Maria Keller']);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(line()).toHaveValue('Paired with @"Maria Keller" ');

    await user.keyboard('on tests{Enter}');
    await waitFor(async () => expect((await request('entries.list', {})).entries).toHaveLength(2));
    const { entries } = await request('entries.list', {});
    expect(entries[0]).toMatchObject({ title: 'Paired on tests', people: [{ name: 'Maria Keller' }] });
  });

  it('are completed with Tab, criteria by their name too', async () => {
    const { user } = await openNamed();
    await user.type(line(), 'Found it ^hard');
    expect(choices()).toEqual(['^hard-problemsHard problems']);
    await user.tab();

    expect(line()).toHaveValue('Found it ^hard-problems ');
    expect(line()).toHaveFocus();
  });

  it('close with Escape, and only then does Escape leave the line', async () => {
    const { user } = await openNamed();
    await user.type(line(), 'Paired @mar');
    await user.keyboard('{Escape}');
    expect(choices()).toEqual([]);
    expect(line()).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(line()).not.toHaveFocus();
  });

  it('never keep Enter from saving while none is highlighted', async () => {
    const { user, request } = await openNamed();
    await user.type(line(), 'Paired @mar{Enter}');

    await waitFor(async () => expect((await request('entries.list', {})).entries).toHaveLength(2));
    expect((await request('entries.list', {})).entries[0]).toMatchObject({ people: [{ name: 'mar' }] });
  });
});

describe('pasting into the line', () => {
  it('makes a link of an address, and the address text again on undo', async () => {
    const app = await openRead();
    await app.user.type(line(), 'Shipped search ');
    await app.user.paste('https://git.example.com/pr/12');
    expect(line()).toHaveValue('Shipped search ');
    expect(chips()).toEqual(['https://git.example.com/pr/12']);
    await app.user.keyboard('{Control>}z{/Control}');
    expect(line()).toHaveValue('Shipped search https://git.example.com/pr/12');
    expect(chips()).toEqual([]);
  });

  it('saves the link with the entry', async () => {
    const app = await openRead();
    await app.user.type(line(), 'Shipped search');
    await app.user.paste('https://git.example.com/pr/12');
    await app.user.keyboard('{Enter}');

    expect(await savedEntry(app)).toMatchObject({
      title: 'Shipped search',
      links: [{ title: '', url: 'https://git.example.com/pr/12' }],
    });
  });

  it('puts one very long line into the notes', async () => {
    const { user } = await openRead();
    await user.type(line(), 'Outage');
    await user.paste('x'.repeat(1_000_000));

    expect(line()).toHaveValue('Outage');
    expect(composer().getByLabelText<HTMLTextAreaElement>('Notes').value).toHaveLength(1_000_000);
  });
});

describe('the unfolded fields', () => {
  it('begin the notes from the template of the kind, by button or key', async () => {
    const { user } = await openRead();
    await user.click(composer().getByRole('button', { name: 'More' }));
    await user.click(composer().getByRole('button', { name: 'Start from a template' }));
    expect(notes()).toHaveValue('### Problem\n\n\n### What I did\n\n\n### Result\n\n');
    expect(notes()).toHaveFocus();
    await user.keyboard('Slow.');
    expect(notes().value).toMatch(/^### Problem\n\nSlow\.\n/);
    expect(composer().queryByRole('button', { name: 'Start from a template' })).toBeNull();

    await user.clear(notes());
    await user.click(kind('Design'));
    await user.keyboard('{Control>}{Shift>}T{/Shift}{/Control}');
    expect(notes().value).toMatch(/^### Problem\n\n\n### Options/);
  });

  it('add and remove numbers by keyboard alone', async () => {
    const app = await openRead();
    await app.user.type(line(), 'Cut p99');
    await app.user.click(composer().getByRole('button', { name: 'More' }));
    await app.user.click(composer().getByRole('button', { name: 'Add a number' }));
    await waitFor(() => expect(composer().getByLabelText('What was measured')).toHaveFocus());
    await app.user.keyboard('p99{Tab}420{Tab}180{Tab}ms{Tab}Grafana{Enter}');
    await waitFor(() => expect(composer().getAllByLabelText('What was measured')[1]).toHaveFocus());
    await app.user.keyboard('{Backspace}');
    await waitFor(() => expect(composer().getByLabelText('What was measured')).toHaveFocus());
    await app.user.keyboard('{Control>}{Enter}{/Control}');

    expect(await savedEntry(app)).toMatchObject({
      metrics: [{ label: 'p99', before: '420', after: '180', unit: 'ms', source: 'Grafana' }],
    });
  });
});
