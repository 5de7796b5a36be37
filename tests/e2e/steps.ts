import { expect, type Rung } from './rung.ts';

/** Starts an empty journal, as the first screen offers it. */
export async function startJournal({ page }: Rung): Promise<void> {
  await page.getByRole('button', { name: 'Start an empty journal' }).click();
  await expect(page.getByRole('form', { name: 'New entry' })).toBeVisible();
}

/** Writes one entry by its title and waits until it is in the list. */
export async function writeEntry(rung: Rung, kind: 'Win' | 'Help' | 'Design', title: string): Promise<void> {
  await rung.page.getByRole('form', { name: 'New entry' }).getByText(kind, { exact: true }).click();
  await composer(rung).fill(title);
  await composer(rung).press('Enter');
  await expect(entryRow(rung, title)).toBeVisible();
}

/** The line where an entry begins. */
export function composer({ page }: Rung) {
  return page.getByRole('textbox', { name: 'What happened' });
}

/** The entry with this title, in the list. */
export function entryRow({ page }: Rung, title: string | RegExp) {
  return page.getByRole('region', { name: 'Entries' }).getByRole('button', { name: title });
}

/** A saved entry opens beside the list a moment later, which would lead back from the settings. */
export async function writeAndSee(rung: Rung, title: string): Promise<void> {
  await writeEntry(rung, 'Win', title);
  await expect(rung.page.getByRole('article', { name: title })).toBeVisible();
}

/** Goes to the settings, where the backups are. */
export async function openSettings(rung: Rung): Promise<Rung> {
  await rung.page.getByRole('link', { name: 'Settings' }).click();
  await expect(rung.page.getByRole('heading', { name: 'Backups' })).toBeVisible();
  return rung;
}
