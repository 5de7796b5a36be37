import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Rung } from './rung.ts';
import { startJournal, writeEntry } from './steps.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen passes axe in ${colorScheme} colours`, async ({ rung }) => {
    await rung.page.emulateMedia({ colorScheme });
    await expectAccessible(rung, 'first run');
    await startJournal(rung);
    await expectAccessible(rung, 'empty journal');
    await writeEntry(rung, 'Win', 'Shipped the outbox');
    await writeEntry(rung, 'Help', 'Paired on the flaky tests');
    await writeEntry(rung, 'Design', 'Chose one queue over two');
    await expectAccessible(rung, 'journal');
    await rung.page.getByRole('button', { name: 'More', exact: true }).click();
    await expectAccessible(rung, 'unfolded composer');
    await rung.page.getByRole('link', { name: 'Criteria' }).click();
    await rung.page
      .getByRole('button', { name: /Mentoring/ })
      .first()
      .click();
    await expectAccessible(rung, 'criteria');
    await rung.page.getByRole('link', { name: 'Packet' }).click();
    await expect(rung.page.getByRole('region', { name: 'Preview' })).toContainText('Promotion packet');
    await expectAccessible(rung, 'packet');
    await rung.page.getByRole('link', { name: 'Settings' }).click();
    await rung.page.getByRole('checkbox', { name: 'Remind me to log something' }).check();
    await rung.page.getByRole('checkbox', { name: 'Ask two short questions a week' }).check();
    await rung.page.getByRole('button', { name: 'Check the journal' }).click();
    await expect(rung.page.getByText('Search knows every entry.')).toBeVisible();
    await expectAccessible(rung, 'settings');
    await rung.page.keyboard.press('Control+k');
    await expect(rung.page.getByRole('combobox', { name: 'Command, filter or entry' })).toBeFocused();
    await rung.page.keyboard.type('outbox');
    await expect(rung.page.getByRole('option', { name: /Shipped the outbox/ })).toBeVisible();
    await expectAccessible(rung, 'palette');
    await rung.page.keyboard.press('Escape');
    await rung.page.getByRole('button', { name: 'Shortcuts' }).click();
    await expectAccessible(rung, 'shortcuts');
    await rung.page.keyboard.press('Escape');
    await rung.page.getByRole('link', { name: 'Journal' }).click();
    await expect(rung.page.getByRole('button', { name: 'Sometimes' })).toBeVisible();
    await expectAccessible(rung, 'a question above the journal');
  });
}

async function expectAccessible({ page }: Rung, screen: string): Promise<void> {
  // Legacy mode: Electron cannot open the blank page that axe would use otherwise.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${screen}: ${id} at ${target.join(' ')}`),
  );
  expect(found).toEqual([]);
}
