import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';
import { writeAndSave } from './steps';

test('a page in the bin can be read and not written on, and is put back to be written on', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin('slates on the shed roof');
  await new TodayScreen(page).isShown();
  const write = new WriteScreen(page);
  await writeAndSave(page, 'Not what I meant');
  await write.margin.getByRole('button', { name: 'Move to bin' }).click();
  await new RoomsColumn(page).go('Today');
  await new RoomsColumn(page).go('Journal');
  await page.getByRole('button', { name: 'Look in the bin' }).click();
  await page.getByRole('button', { name: 'Not what I meant', exact: true }).click();
  await expect(page.getByText('This page is in the bin.', { exact: false })).toBeVisible();
  await expect(write.text).toHaveAttribute('contenteditable', 'false');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('main').getByRole('button', { name: 'Put back', exact: true }).click();
  await expect(write.text).toHaveAttribute('contenteditable', 'true');
  await write.text.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(', and then I did.');
  await new RoomsColumn(page).go('Today');
  await expect(new TodayScreen(page).margin).toContainText('Not what I meant, and then I did.');
});
