import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { JournalScreen } from './screens/JournalScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { SettingsScreen } from './screens/SettingsScreen';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';

test('tags are renamed, merged and removed in the settings, each can be taken back, and the list shows them with the stars', async ({
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin('slates on the shed roof');
  await new TodayScreen(page).isShown();
  const rooms = new RoomsColumn(page);
  const write = new WriteScreen(page);
  const undo = page.getByRole('button', { name: 'Undo' });

  await rooms.go('Write');
  for (const [text, tag] of [
    ['Along the mill.', 'walk'],
    ['Down to the weir.', 'stroll'],
  ] as const) {
    await page.keyboard.press('ControlOrMeta+n');
    await write.write(text);
    await write.isSaved();
    await write.margin.getByLabel('Add a tag').fill(tag);
    await page.keyboard.press('Enter');
    await expect(write.margin.getByRole('button', { name: `Remove the tag “${tag}”` })).toBeVisible();
  }

  await rooms.go('Settings');
  const part = await new SettingsScreen(page).part('Tags');
  const row = (name: string) => part.getByRole('listitem').filter({ hasText: name });
  await expect(part.getByRole('listitem')).toHaveText([/stroll1 entry/, /walk1 entry/]);

  await part.getByRole('button', { name: 'Rename the tag “walk”' }).click();
  await page.getByLabel('Name of the tag').fill('A walk');
  await page.keyboard.press('Enter');
  await expect(row('A walk')).toContainText('1 entry');

  // A name that is taken leads to a merge, which says what it will do.
  await part.getByRole('button', { name: 'Rename the tag “A walk”' }).click();
  await page.getByLabel('Name of the tag').fill('Stroll');
  await page.keyboard.press('Enter');
  await expect(part.getByLabel('Merge “A walk” into')).toBeFocused();
  await expect(part).toContainText('There is a tag “stroll” already.');
  await expect(part).toContainText('1 entry with “A walk” will have “stroll” instead');
  expect(await accessibilityProblems(page)).toEqual([]);
  await part.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(part.getByRole('listitem')).toHaveText([/stroll2 entries/]);
  await undo.click();
  await expect(part.getByRole('listitem')).toHaveText([/A walk1 entry/, /stroll1 entry/]);

  await part.getByRole('button', { name: 'Remove the tag “A walk”' }).click();
  await expect(part.getByRole('listitem')).toHaveCount(1);
  await undo.click();
  await expect(row('A walk')).toContainText('1 entry');
  await part.getByRole('button', { name: 'Merge the tag “A walk” into another' }).click();
  await part.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(part.getByRole('listitem')).toHaveText([/stroll2 entries/]);

  const journal = new JournalScreen(page);
  await journal.go();
  await expect(page.getByRole('article').filter({ hasText: 'Tags: stroll' })).toHaveCount(2);
  const star = page.getByRole('button', { name: /^Star “Along the mill/ });
  await expect(star).toHaveAttribute('aria-pressed', 'false');
  await star.click();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  expect(await accessibilityProblems(page)).toEqual([]);

  await journal.openFilters();
  await page.getByRole('checkbox', { name: 'stroll' }).check({ force: true });
  await expect.poll(() => journal.count()).toBe(2);
  await page.getByRole('checkbox', { name: 'Starred' }).check({ force: true });
  await expect.poll(() => journal.count()).toBe(1);
  await expect(journal.hits).toContainText('Along the mill.');
});
