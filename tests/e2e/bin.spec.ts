import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';
import { lockAndUnlock, writeAndSave } from './steps';

test('a page in the bin can be read and not written on, and is put back to be written on', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin('slates on the shed roof');
  await new TodayScreen(page).isShown();
  const write = new WriteScreen(page);
  await new RoomsColumn(page).go('Write');
  // Before the first word: held until there is an entry, and told to it then.
  await write.margin.getByRole('button', { name: 'Star' }).click();
  await write.margin.getByLabel('Add a tag').fill('roof');
  await page.keyboard.press('Enter');
  await write.title.fill('The loft');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Not what I meant');
  await write.isSaved();
  await write.margin.getByRole('button', { name: 'Move to bin' }).click();
  await new RoomsColumn(page).go('Today');
  await new RoomsColumn(page).go('Journal');
  await page.getByRole('button', { name: 'Look in the bin' }).click();
  await page.getByRole('button', { name: /^The loft/ }).click();
  await expect(page.getByText('This page is in the bin.', { exact: false })).toBeVisible();
  await expect(write.text).toHaveAttribute('contenteditable', 'false');
  // Neither keys nor the menu's paste change it, and nothing of what is said beside it can be changed.
  await write.text.click();
  await page.keyboard.type('written in the bin');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await write.text.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'pasted in the bin');
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(write.text).toHaveText('Not what I meant');
  await expect(write.title).toBeHidden();
  await expect(page.getByRole('heading', { name: 'The loft' })).toBeVisible();
  await expect(write.margin).toContainText('Starred');
  await expect(write.margin.getByRole('listitem')).toHaveText(['roof']);
  await expect(write.margin.getByRole('button', { name: 'Star' })).toBeHidden();
  await expect(write.margin.getByRole('combobox')).toBeHidden();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('main').getByRole('button', { name: 'Put back', exact: true }).click();
  await expect(write.text).toHaveAttribute('contenteditable', 'true');
  await write.text.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(', and then I did.');
  await expect(write.text).toHaveText('Not what I meant, and then I did.');
  await new RoomsColumn(page).go('Today');
  await expect(new TodayScreen(page).margin).toContainText('The loft');
});

test('a page in the bin is deleted for good from where it is read, after a question', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin('slates on the shed roof');
  await new TodayScreen(page).isShown();
  const write = new WriteScreen(page);
  await writeAndSave(page, 'Gone by spring');
  await write.margin.getByRole('button', { name: 'Move to bin' }).click();
  await page.getByRole('button', { name: 'Look in the bin' }).click();
  await page.getByRole('button', { name: 'Gone by spring', exact: true }).click();
  const ask = page.getByRole('main').getByRole('button', { name: 'Delete for good', exact: true }).first();
  await ask.click();
  const question = page.getByRole('dialog', { name: /Delete “Gone by spring” of .* for good\?/ });
  expect(await accessibilityProblems(page)).toEqual([]);
  await question.getByRole('button', { name: 'Keep it' }).click();
  await expect(write.text).toHaveText('Gone by spring');
  await ask.click();
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('The bin is empty.')).toBeVisible();
});

test('a title and a tag without a line of text are an entry, and a lock loses neither', async ({
  launchFootnote,
}) => {
  const footnote = await launchFootnote();
  const { page } = footnote;
  const passphrase = 'slates on the shed roof';
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  const write = new WriteScreen(page);
  await new RoomsColumn(page).go('Write');
  await write.title.fill('What the heron did');
  // Typed, and neither added nor left when the journal is locked.
  await write.margin.getByLabel('Add a tag').pressSequentially('birds');
  const again = await lockAndUnlock(footnote, page, passphrase);
  await new RoomsColumn(again).go('Journal');
  await again.getByRole('button', { name: /^What the heron did/ }).click();
  const after = new WriteScreen(again);
  await expect(after.title).toHaveValue('What the heron did');
  await expect(after.margin.getByRole('listitem')).toHaveText(['birds×']);
});
