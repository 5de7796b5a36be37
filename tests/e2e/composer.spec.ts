import type { Page } from '@playwright/test';
import { expect, test, type Rung } from './rung.ts';
import { composer, entryRow, startJournal } from './steps.ts';

// What only a real browser has: its own undo, the clipboard, the editor under the page's policy.

const form = (page: Page) => page.getByRole('form', { name: 'New entry' });
const chips = (page: Page) => form(page).getByRole('list', { name: 'Recognised' }).getByRole('listitem');
const notes = (page: Page) => form(page).getByRole('textbox', { name: 'Notes' });

async function unfold({ page }: Rung): Promise<void> {
  await form(page).getByRole('button', { name: 'More' }).click();
  await expect(form(page).locator('.cm-editor')).toHaveCount(2);
}

/** Pastes as the keyboard does, without the machine's clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', data);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

test('a line is read while it is typed, and one key makes what was read text again', async ({ rung }) => {
  const { page } = rung;
  await startJournal(rung);
  await composer(rung).focus();
  await page.keyboard.type('helped @maria fix #auth yesterday');
  await expect(chips(page)).toHaveText(['Help', '@maria', '#auth', /^yesterday, /]);
  await expect(page.getByRole('radio', { name: 'Help' }).first()).toBeChecked();

  await page.keyboard.press('Backspace');
  await expect(composer(rung)).toHaveValue('helped @maria fix #auth \\yesterday');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(composer(rung)).toHaveValue('helped @maria fix #auth yesterday');
  await page.keyboard.press('Enter');
  await expect(entryRow(rung, /Help: fix/)).toBeVisible();
  const { entries } = await rung.request('entries.list', {});
  expect(entries).toMatchObject([{ kind: 'help', title: 'fix', people: [{ name: 'maria' }], tags: ['auth'] }]);
});

test('the marks lie under the words they mark', async ({ rung }) => {
  await startJournal(rung);
  await composer(rung).fill(
    'helped @maria with a line that is long enough to wrap once at least in this window '.repeat(2) + '#auth',
  );
  const heights = await composer(rung).evaluate((field) => {
    const layer = field.previousElementSibling!;
    return [field.clientHeight === layer.clientHeight, field.scrollHeight, layer.scrollHeight];
  });
  expect(heights).toEqual([true, heights[1], heights[1]]);
});

test('a name is chosen with the keyboard and taken back with undo', async ({ rung }) => {
  const { page } = rung;
  await startJournal(rung);
  await composer(rung).fill('Paired with @"Maria Keller"');
  await page.keyboard.press('Enter');
  await expect(entryRow(rung, /Paired/)).toBeVisible();
  await composer(rung).focus();
  await page.keyboard.type('Asked @ma');
  await expect(form(page).getByRole('listbox').getByRole('option')).toHaveText(['@Maria Keller']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(composer(rung)).toHaveValue('Asked @"Maria Keller" ');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(composer(rung)).toHaveValue('Asked @ma');
});

test('an address pasted on the line becomes a link, and text again on undo', async ({ rung }) => {
  const { page } = rung;
  await startJournal(rung);
  await composer(rung).focus();
  await page.keyboard.type('Shipped search ');
  await paste(page, 'https://git.example.com/pr/12');
  await expect(chips(page)).toHaveText(['https://git.example.com/pr/12']);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(composer(rung)).toHaveValue('Shipped search https://git.example.com/pr/12');
  await expect(chips(page)).toHaveCount(0);
});

test('notes are Markdown: lists go on, keys mark words, a pasted address makes a link, Tab leaves', async ({
  rung,
}) => {
  const { page } = rung;
  await startJournal(rung);
  await composer(rung).fill('Shipped search');
  await unfold(rung);
  await notes(page).focus();
  await page.keyboard.type('- fast\nnow ');
  await page.keyboard.press('ControlOrMeta+b');
  await page.keyboard.type('everywhere');
  await page.keyboard.press('Shift+Home');
  await paste(page, 'https://example.com/');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('End');
  await page.keyboard.type(' [');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Tab');
  await expect(notes(page)).not.toBeFocused();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(entryRow(rung, /Shipped search/)).toBeVisible();
  const { entries } = await rung.request('entries.list', {});
  expect(entries).toMatchObject([{ title: 'Shipped search', body: '- fast\n- now **everywhere** ' }]);
});

test('an address pasted over selected words makes them a link', async ({ rung }) => {
  const { page } = rung;
  await startJournal(rung);
  await unfold(rung);
  await notes(page).focus();
  await page.keyboard.type('see the review');
  for (let letter = 0; letter < 6; letter++) await page.keyboard.press('Shift+ArrowLeft');
  await paste(page, 'https://git.example.com/pr/12');
  await expect(notes(page)).toHaveText('see the [review](https://git.example.com/pr/12)');
});

test('a megabyte of notes is typed in without a pause, and is all there after a crash', async ({ rung }) => {
  await startJournal(rung);
  await unfold(rung);
  await notes(rung.page).focus();
  await paste(rung.page, 'A line of a very long log, pasted as it came out.\n'.repeat(19_000));
  await rung.page.keyboard.press('ControlOrMeta+Home');
  const readLongest = await watchKeys(rung.page);
  await rung.page.keyboard.type('Typed before it. ', { delay: 30 });
  expect(await readLongest()).toBeLessThan(250);
  await expect
    .poll(async () => JSON.stringify((await rung.request('drafts.get', { place: 'composer' }))?.content))
    .toContain('"body":"Typed before it. A line');

  await rung.killAndStart();
  await expect(notes(rung.page)).toContainText('Typed before it. A line of a very long log');
});

/** From now on keeps the longest time, in milliseconds, that a key took to be drawn; what is under 104 is not counted. */
async function watchKeys(page: Page): Promise<() => Promise<number>> {
  const watch = await page.evaluateHandle(() => {
    const seen = { longest: 0 };
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    });
    observer.observe({ type: 'event' });
    return seen;
  });
  return () => watch.evaluate(({ longest }) => longest);
}

test('the template of a kind begins the notes and goes with undo', async ({ rung }) => {
  const { page } = rung;
  await startJournal(rung);
  await unfold(rung);
  await form(page).getByRole('button', { name: 'Start from a template' }).click();
  await page.keyboard.type('Slow deploys.');
  await expect(notes(page)).toContainText('### ProblemSlow deploys.### What I did');
  for (let turn = 0; turn < 3; turn++) await page.keyboard.press('ControlOrMeta+z');
  await expect(form(page).getByRole('button', { name: 'Start from a template' })).toBeVisible();
});

test('editor and reader of dates are no part of the first script', async ({ rung }) => {
  await startJournal(rung);
  const first = await rung.page.evaluate(async () => {
    const { src } = document.querySelector<HTMLScriptElement>('script[type="module"]')!;
    return (await fetch(src)).text();
  });
  expect(first.includes('What happened')).toBe(true);
  expect(['cm-editor', 'cm-content', 'impliedValues', 'forwardDate'].filter((word) => first.includes(word))).toEqual(
    [],
  );
});

test('the policy refuses nothing that composer and editor do', async ({ rung }) => {
  const refused: string[] = [];
  rung.page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|Refused/.test(message.text())) refused.push(message.text());
  });
  await startJournal(rung);
  await unfold(rung);
  await notes(rung.page).focus();
  await rung.page.keyboard.type('## Heading\n\n**bold** `code`');
  await expect(notes(rung.page).locator('span').first()).toHaveCSS('font-weight', '620');
  expect(refused).toEqual([]);
});
