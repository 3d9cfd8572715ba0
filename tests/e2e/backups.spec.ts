import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { SettingsScreen } from './screens/SettingsScreen';
import { TodayScreen } from './screens/TodayScreen';
import { chooseFromMenu, writeAndSave } from './steps';

const passphrase = 'the long field, in the rain';
const journalOf = (home: string): string => join(home, 'Documents', 'Journal.journal');

test('a backup is made, checked and restored, and what was there is set aside', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const footnote = await launchFootnote();
  let { page } = footnote;
  await new DoorScreen(page).begin(passphrase);
  await writeAndSave(page, 'The first page.');
  await new RoomsColumn(page).go('Settings');
  let part = await new SettingsScreen(page).part('Backups');
  await part.getByRole('button', { name: 'Make one now' }).click();
  await expect(part.getByText('Made and read back')).toBeVisible();
  const row = part.getByRole('row').nth(1);
  await row.getByRole('button', { name: /^Check the backup/ }).click();
  await expect(part.getByText('That backup is whole')).toBeVisible();
  await part.getByRole('button', { name: 'Read everything now' }).click();
  await expect(part.getByText('Everything can be read and is as it was written: 1 entry')).toBeVisible();
  await writeAndSave(page, 'A page the backup does not know.');

  await new RoomsColumn(page).go('Settings');
  part = await new SettingsScreen(page).part('Backups');
  const restore = part
    .getByRole('row')
    .last()
    .getByRole('button', { name: /^Restore the backup/ });
  await restore.click();
  await page.keyboard.press('Escape');
  await expect(restore).toBeFocused();
  await restore.click();
  await expect(page.getByRole('dialog')).toContainText('Nothing is deleted.');
  await page.getByRole('button', { name: 'Restore it' }).click();
  await expect(page.getByRole('dialog')).toContainText('is in its place');
  await expect(page.getByRole('button', { name: 'Go to the door' })).toBeFocused();
  const text = await page.getByRole('dialog').innerText();
  const folder = /lies in “([^”]+)”/.exec(text)?.[1] ?? 'none';
  expect(readdirSync(join(journalOf(home), folder)).length).toBeGreaterThan(0);
  // Neither keys nor the menu lead back into a journal that is closed.
  await page.keyboard.press('Control+n');
  await chooseFromMenu(footnote, 'New entry');
  await chooseFromMenu(footnote, 'Settings');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Go to the door' })).toBeVisible();
  await expect(page.locator('[contenteditable=true]')).toHaveCount(0);
  const before = page;
  page = await footnote.pageAfterLock(() => before.getByRole('button', { name: 'Go to the door' }).click());

  await new DoorScreen(page).unlock(passphrase);
  await new TodayScreen(page).isShown();
  await expect(new TodayScreen(page).margin).toContainText('The first page.');
  await expect(new TodayScreen(page).margin).not.toContainText('A page the backup does not know.');
});

test('a journal that was closed for a restore is left by the menu too', async ({ launchFootnote }) => {
  const footnote = await launchFootnote();
  const { page } = footnote;
  await new DoorScreen(page).begin(passphrase);
  await writeAndSave(page, 'The first page.');
  await new RoomsColumn(page).go('Settings');
  const part = await new SettingsScreen(page).part('Backups');
  await part.getByRole('button', { name: 'Make one now' }).click();
  await expect(part.getByText('Made and read back')).toBeVisible();
  await part
    .getByRole('button', { name: /^Restore the backup/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Restore it' }).click();
  await expect(page.getByRole('button', { name: 'Go to the door' })).toBeFocused();
  const door = await footnote.pageAfterLock(async () => chooseFromMenu(footnote, 'Lock'));
  await new DoorScreen(door).unlock(passphrase);
  await new TodayScreen(door).isShown();
});
