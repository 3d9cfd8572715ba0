import { settingsParts } from '../../src/renderer/session/view';
import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { SettingsScreen } from './screens/SettingsScreen';

const passphrase = 'the long field, in the rain';

test('the offline check tries every way out and says in one sentence that all were stopped', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin(passphrase);
  await new RoomsColumn(page).go('Settings');
  const part = await new SettingsScreen(page).part('Offline');
  await part.getByRole('button', { name: 'Check it now' }).click();
  await expect(part.getByText(/^Nothing got out: all \d+ attempts were stopped\.$/)).toBeVisible({
    timeout: 20_000,
  });
  const tried = part.getByRole('list', { name: 'What was tried' }).getByRole('listitem');
  await expect(tried).toHaveCount(10);
  await expect(tried.filter({ hasText: 'not stopped' })).toHaveCount(0);
});

test('every part of the settings stands up to WCAG 2.2 AA with its forms open', async ({
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin(passphrase);
  await new RoomsColumn(page).go('Settings');
  const settings = new SettingsScreen(page);
  await (await settings.part('Passphrase')).getByRole('button', { name: 'Change it' }).click();
  await (await settings.part('Recovery kit')).getByRole('button', { name: 'Prove it again' }).click();
  const backups = await settings.part('Backups');
  await backups.getByRole('button', { name: 'Make one now' }).click();
  await expect(backups.getByRole('table')).toBeVisible();
  await page.getByText('How it is kept in').click();
  const problems: string[] = [];
  const parts = await page.getByRole('navigation', { name: 'Contents' }).getByRole('button').allInnerTexts();
  expect(parts).toHaveLength(settingsParts.length);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Contrast is looked at only where it can be seen.
    for (const name of parts) {
      await settings.part(name);
      for (const problem of await accessibilityProblems(page))
        problems.push(`${name}, ${colorScheme}: ${problem}`);
    }
  }
  await backups.getByRole('button', { name: /^Restore the backup/ }).click();
  problems.push(...(await accessibilityProblems(page)));
  expect(problems).toEqual([]);
});
