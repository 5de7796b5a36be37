import { expect, test, type Rung } from './rung.ts';
import { composer, entryRow, startJournal, writeEntry } from './steps.ts';

/** What asks for a moment of the day, and the keys that reach everything. */

const ALL_DAY = { isOn: true, time: '00:00', workDays: [1, 2, 3, 4, 5, 6, 7], asksQuestion: true, asksSignals: false };

test('a reminder that is due asks above the journal, and goes when something was logged', async ({ rung }) => {
  await startJournal(rung);
  await expect(card(rung)).toBeEmpty();
  await rung.request('reminder.save', ALL_DAY);
  await expect(card(rung).getByRole('button', { name: 'Log it' })).toBeVisible();
  await card(rung).getByRole('button', { name: 'Log it' }).click();
  await expect(composer(rung)).toBeFocused();
  await writeEntry(rung, 'Help', 'Walked Sam through the outbox');
  await expect(card(rung)).toBeEmpty();
});

test('a reminder that was put off, or is not for today, is silent', async ({ rung }) => {
  await startJournal(rung);
  await rung.request('reminder.save', ALL_DAY);
  await card(rung).getByRole('button', { name: 'In an hour' }).click();
  await expect(card(rung)).toBeEmpty();
  expect(await rung.request('reminder.due', {})).toBeNull();
});

test('the week’s questions are answered one by one', async ({ rung }) => {
  await startJournal(rung);
  await rung.request('reminder.save', { ...ALL_DAY, isOn: false, asksSignals: true });
  await card(rung).getByRole('button', { name: 'Sometimes' }).click();
  await card(rung).getByRole('button', { name: 'Not yet' }).click();
  await expect(card(rung)).toBeEmpty();
  expect((await rung.request('signals.history', {})).map(({ answer }) => answer).toSorted()).toEqual([
    'not-yet',
    'sometimes',
  ]);
});

test('the palette reaches commands and entries by the keyboard alone', async ({ rung }) => {
  await startJournal(rung);
  await writeEntry(rung, 'Win', 'Halved the build time');
  const { page } = rung;
  await page.keyboard.press('Control+k');
  const line = page.getByRole('combobox', { name: 'Command, filter or entry' });
  await expect(line).toBeFocused();
  await page.keyboard.type('settings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').first()).toHaveText(/Go to the settings/);
  await page.keyboard.type('halved');
  await expect(page.getByRole('option', { name: /Halved the build time/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(entryRow(rung, 'Halved the build time')).toBeVisible();
  await expect(page).toHaveURL(/#\/journal\/[0-9a-f-]{36}$/);
});

test('the settings open from the menu and are kept', async ({ rung }) => {
  await startJournal(rung);
  await rung.electron.evaluate(({ Menu }) => {
    const all = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []) ?? [];
    all.find((line) => line.label === 'Settings…')?.click();
  });
  const { page } = rung;
  await page.getByRole('checkbox', { name: 'Remind me to log something' }).check();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Choose a key' }).click();
  await page.keyboard.press('Control+Alt+J');
  await expect(page.getByRole('button', { name: /Change the key .*Alt.*J/ })).toBeVisible();
  await rung.restart();
  await rung.page.getByRole('link', { name: 'Settings' }).click();
  await expect(rung.page.getByRole('checkbox', { name: 'Remind me to log something' })).toBeChecked();
  await expect(rung.page.getByRole('button', { name: /Change the key .*Alt.*J/ })).toBeVisible();
});

function card({ page }: Rung) {
  return page.getByRole('region', { name: 'Reminder and questions' });
}
