import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';

test('how to read the insights is one page, a key away, and leads back', async ({ launchFootnote }) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).lookAround();
  await new TodayScreen(page).isShown();
  await new RoomsColumn(page).go('Insights');
  await page.getByRole('button', { name: 'How to read this' }).press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'How to read this' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('This compares days within weeks.');
  await expect(page.getByRole('img', { name: /invented example/ })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityProblems(page)).toEqual([]);
  }

  // The focus stands at the top of the page: the first stop of Tab is the way back.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'All questions' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /How were the days/ })).toBeVisible();

  await page.getByRole('button', { name: 'How to read this' }).press('Enter');
  await new RoomsColumn(page).go('Insights');
  await expect(page.getByRole('region', { name: /How were the days/ })).toBeVisible();
});
