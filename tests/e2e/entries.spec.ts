import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';

test('an entry has a star, a title, tags and another day, and is deleted for good from the bin', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin('slates on the shed roof');
  await new TodayScreen(page).isShown();
  const rooms = new RoomsColumn(page);
  const write = new WriteScreen(page);

  await rooms.go('Write');
  await write.write('Rain on the roof all night.');
  await write.isSaved();
  const { margin } = write;
  await margin.getByRole('button', { name: 'Star' }).click();
  await expect(margin.getByRole('button', { name: 'Star' })).toHaveAttribute('aria-pressed', 'true');
  await write.title.fill('The shed');
  await margin.getByLabel('Add a tag').fill('weather');
  await page.keyboard.press('Enter');
  await margin.getByLabel('Add a tag').fill('Home, WEATHER');
  await page.keyboard.press('Enter');
  await expect(margin.getByRole('listitem')).toHaveText(['Home×', 'weather×']);
  await margin.getByRole('button', { name: 'Remove the tag “Home”' }).click();
  await expect(margin.getByRole('listitem')).toHaveText(['weather×']);
  expect(await accessibilityProblems(page)).toEqual([]);

  await margin.getByRole('button', { name: 'Change the day' }).click();
  const form = page.getByRole('dialog', { name: 'When was this?' });
  await form.getByLabel('Day', { exact: true }).fill('2199-01-01');
  await form.getByRole('button', { name: 'Change' }).click();
  await expect(form.getByText('That day has not begun yet.')).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await form.getByLabel('Day', { exact: true }).fill('1987-06-14');
  await form.getByLabel('Time', { exact: true }).fill('19:05');
  await form.getByRole('button', { name: 'Change' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText(/1987/).first()).toBeVisible();

  await rooms.go('Journal');
  await page
    .getByRole('button', { name: /The shed/ })
    .first()
    .click();
  await expect(write.title).toHaveValue('The shed');
  await expect(margin.getByRole('listitem')).toHaveText(['weather×']);
  await margin.getByRole('button', { name: 'Move to bin' }).click();

  await page.getByRole('button', { name: 'Look in the bin' }).click();
  await expect(page.getByText('Entries stay in the bin for 30 days.')).toBeVisible();
  await page.getByRole('button', { name: /^Delete “The shed”/ }).click();
  const question = page.getByRole('dialog', { name: /Delete “The shed” of .* for good\?/ });
  expect(await accessibilityProblems(page)).toEqual([]);
  await question.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Empty the bin' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('The bin is empty.')).toBeVisible();
});

test('an earlier version is looked at, brought back, and bringing it back is taken back', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin('slates on the shed roof');
  await new TodayScreen(page).isShown();
  const write = new WriteScreen(page);
  await new RoomsColumn(page).go('Write');
  const first = 'One two three four five six seven eight nine ten eleven twelve thirteen.';
  await write.write(first);
  await write.isSaved();
  // Much taken out at once is what a version is kept for.
  await write.text.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText('Only this stays.');
  await write.isSaved();

  await write.margin.getByRole('button', { name: 'Earlier versions' }).click();
  const versions = page.getByRole('dialog', { name: 'Earlier versions' });
  await expect(versions.locator('del').first()).toContainText('One');
  await expect(versions.locator('ins').first()).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await versions.getByText('All of it').click();
  await expect(versions.getByRole('region')).toHaveText(first);
  await versions.getByRole('button', { name: 'Bring this one back' }).click();
  await expect(write.text).toHaveText(first);
  // The tools of the page have an Undo of their own.
  await page.getByText('Undo', { exact: true }).click();
  await expect(write.text).toHaveText('Only this stays.');
  // The page goes on as any other: nothing is kept twice.
  await write.text.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' And this.');
  await write.isSaved();
  await new RoomsColumn(page).go('Journal');
  await expect(page.getByRole('button', { name: /^Only this stays\. And this\./ })).toHaveCount(1);
});
