import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { lockAndUnlock } from './steps';

const passphrase = 'kettle on the long shelf';

async function isAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // A colour on its way from light to dark is neither.
    await page.waitForTimeout(300);
    expect(await accessibilityProblems(page), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Moves the focus there as Tab would, and presses Enter. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page
    .getByRole('main')
    .getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
  await button.focus();
  await page.keyboard.press('Enter');
}

test('rituals are named, ordered, noted with a key, taken back, put away and deleted with an undo, by keyboard alone', async ({
  launchFootnote,
}) => {
  const footnote = await launchFootnote();
  let { page } = footnote;
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  const rituals = () => page.getByRole('region', { name: 'Rituals' });
  await expect(rituals()).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+4');
  await page.getByRole('complementary').getByRole('button', { name: 'Rituals' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Rituals', level: 1 })).toBeVisible();
  await isAccessible(page);
  await page.getByLabel('Name of the ritual').focus();
  for (const name of ['Tea', 'A walk', 'Three breaths']) {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: name })).toBeVisible();
  }
  await press(page, 'Move A walk up');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveText([/A walk/, /Tea/, /Three breaths/]);
  await expect(page.getByRole('button', { name: 'Move A walk up' })).toBeFocused();
  await press(page, 'Rename Tea');
  await page.keyboard.type('Tea by the window');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('listitem').nth(1)).toContainText('Tea by the window');

  await page.keyboard.press('ControlOrMeta+1');
  await expect(rituals()).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(rituals().getByRole('status')).toContainText('Tea by the window, noted at');
  await page.keyboard.press('Alt+2');
  const times = rituals().getByRole('button', { name: /^Take back Tea by the window/ });
  await expect(times).toHaveCount(2);
  await isAccessible(page);
  await press(page, 'Take back');
  await expect(times).toHaveCount(1);
  await expect(rituals().getByRole('status')).toContainText('Taken back: Tea by the window');

  page = await lockAndUnlock(footnote, page, passphrase);
  await expect(rituals().getByRole('button', { name: /^Take back Tea by the window/ })).toHaveCount(1);

  await page.keyboard.press('ControlOrMeta+4');
  await page.getByRole('complementary').getByRole('button', { name: 'Rituals' }).press('Enter');
  await expect(page.getByText(/^In the last five weeks: /)).toHaveCount(1);
  await press(page, 'Put Tea by the window away');
  await expect(page.getByRole('main').getByRole('region', { name: 'Put away' })).toContainText(
    'Tea by the window',
  );
  await press(page, 'Take Tea by the window out again');
  await press(page, 'Delete Tea by the window and what was noted of it');
  await expect(page.getByText('Tea by the window', { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveText([
    /A walk/,
    /Tea by the window/,
    /Three breaths/,
  ]);
  await expect(page.getByText(/^In the last five weeks: /)).toHaveCount(1);

  // The same key leads back from a page of the room to the room.
  await page.keyboard.press('ControlOrMeta+4');
  await expect(page.getByRole('heading', { name: 'Movement', level: 1 })).toBeVisible();
});

test('a small step is opened, changed for another, noted and taken back on Today, and picked from the ladder', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  const smallest = page.getByRole('button', { name: /^Smallest step: / });
  await expect(smallest).toHaveText('Smallest step: once round the block');
  await smallest.press('Enter');
  await isAccessible(page);
  await press(page, 'Another step');
  await press(page, /^I did it: /);
  await expect(page.getByText(/^Noted at \d\d:\d\d: round the building until a song ends\.$/)).toBeVisible();
  await expect(smallest).toBeFocused();
  await press(page, 'Take back');
  await expect(page.getByText('Taken back: Round the building until a song ends.')).toBeVisible();

  await smallest.press('Enter');
  await press(page, 'The whole ladder');
  await expect(page.getByRole('heading', { name: 'Start small', level: 1 })).toBeVisible();
  await page.getByLabel('A step of your own').focus();
  await page.keyboard.type('To the bakery');
  await page.keyboard.press('Enter');
  await press(page, 'Pick To the bakery');
  await expect(page.getByRole('button', { name: 'Let go of To the bakery' })).toBeVisible();
  await press(page, 'I did it: To the bakery');
  await expect(page.getByRole('complementary')).toContainText('To the bakery');
  await isAccessible(page);
  await press(page, 'Delete To the bakery');
  await expect(page.getByRole('button', { name: 'Pick To the bakery' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Let go of To the bakery' })).toBeVisible();

  await new RoomsColumn(page).go('Today');
  await expect(smallest).toHaveText('Smallest step: To the bakery');
});
