import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';

test('an entry begins from a template, a page becomes one, and removing it can be taken back', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin('slates on the shed roof');
  await new TodayScreen(page).isShown();
  const rooms = new RoomsColumn(page);
  const write = new WriteScreen(page);

  await rooms.go('Write');
  await write.margin.getByRole('button', { name: 'After a class' }).click();
  await expect(write.text).toContainText('Who was there:');
  // A template that was only looked at is no entry.
  await rooms.go('Journal');
  await expect(page.getByText('Who was there:')).toBeHidden();

  await rooms.go('Write');
  await write.write('Shoes, keys, door.');
  await write.isSaved();
  await write.margin.getByRole('button', { name: 'Keep as a template' }).click();
  await page.keyboard.type('Before a run');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Before a run” is among your templates.')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+n');
  await write.margin.getByRole('button', { name: 'Before a run' }).click();
  await expect(write.text).toHaveText('Shoes, keys, door.');

  await rooms.go('Settings');
  await page.getByRole('button', { name: 'Rename “Before a run”' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Before any run');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove “Before any run”' }).click();
  await expect(page.getByRole('button', { name: 'Remove “Before any run”' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Remove “Before any run”' })).toBeVisible();
});
