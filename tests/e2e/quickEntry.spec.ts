import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';
import { chooseFromMenu } from './steps';

const passphrase = 'slates on the shed roof';
const keys = 'CommandOrControl+Alt+J';

test('a line in between is written over everything else and is an entry of today', async ({
  launchFootnote,
}) => {
  const footnote = await launchFootnote();
  const { page } = footnote;
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  const rooms = new RoomsColumn(page);
  const write = new WriteScreen(page);
  await rooms.go('Write');
  await write.write('The long page that is being written.');
  await write.isSaved();

  await chooseFromMenu(footnote, 'Quick entry');
  const line = page.getByRole('textbox', { name: 'A line in between' });
  await expect(line).toBeFocused();
  // What lies behind is covered.
  const isCovered = await write.text.evaluate((text) => {
    const { x, y } = text.getBoundingClientRect();
    return document.elementFromPoint(x + 5, y + 5)?.closest('dialog') !== null;
  });
  expect(isCovered).toBe(true);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.type('Heron at the weir');
  await page.keyboard.press('Escape');
  await expect(line).toBeHidden();
  // The page behind is as it was, with its caret.
  await page.keyboard.type(' And on.');
  await expect(write.text).toHaveText('The long page that is being written. And on.');

  // Over the curtain too, which stays drawn.
  await page.keyboard.press('F9');
  await chooseFromMenu(footnote, 'Quick entry');
  await page.keyboard.type('Behind the curtain');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('dialog', { name: 'The curtain is drawn' })).toBeVisible();
  await page.keyboard.press('F9');

  await rooms.go('Journal');
  await expect(page.getByText('Heron at the weir')).toBeVisible();
  await expect(page.getByText('Behind the curtain')).toBeVisible();

  // Unfinished at a lock, it is saved first.
  await chooseFromMenu(footnote, 'Quick entry');
  await page.keyboard.type('Half a li');
  const locked = await footnote.pageAfterLock(async () => chooseFromMenu(footnote, 'Lock'));
  await new DoorScreen(locked).unlock(passphrase);
  await new RoomsColumn(locked).go('Journal');
  await expect(locked.getByText('Half a li')).toBeVisible();
});

test('its keys and its place in the system’s bar are there only when chosen, the keys only while a journal is open', async ({
  launchFootnote,
}) => {
  const footnote = await launchFootnote();
  const { page, app } = footnote;
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  const isHeld = () =>
    app.evaluate(({ globalShortcut }, wanted) => globalShortcut.isRegistered(wanted), keys);
  expect(await isHeld()).toBe(false);
  await new RoomsColumn(page).go('Settings');
  await page
    .getByRole('radiogroup', { name: 'Keys that work in every program' })
    .getByText('Ctrl Alt J')
    .click();
  await expect.poll(isHeld).toBe(true);
  await page.getByLabel('Show Footnote in the system’s bar').click();
  const locked = await footnote.pageAfterLock(() => new RoomsColumn(page).lock.click());
  await expect.poll(isHeld).toBe(false);
  await new DoorScreen(locked).unlock(passphrase);
  await new TodayScreen(locked).isShown();
  await expect.poll(isHeld).toBe(true);
});
