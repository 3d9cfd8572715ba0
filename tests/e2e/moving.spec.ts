import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { MovementScreen } from './screens/MovementScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';

const passphrase = 'a lane with two puddles';

/** Presses one key after another and counts them. */
async function press(page: Page, ...keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

async function problemsInBoth(page: Page): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    problems.push(...(await accessibilityProblems(page)).map((problem) => `${colorScheme}: ${problem}`));
  }
  return problems;
}

test('a whole session with before and after takes at most twelve keys from Today, and coming back takes three', async ({
  launchFootnote,
}) => {
  const footnote = await launchFootnote();
  await new DoorScreen(footnote.page).begin(passphrase);
  await new TodayScreen(footnote.page).isShown();
  await footnote.page.locator('body').press('m');
  await expect(footnote.page.getByLabel('Walk', { exact: true })).toBeFocused();
  const began = Date.now();
  const keys = 1 + (await press(footnote.page, 'r', 'Tab', '4', '5', 'Tab', '3', '6', 'Enter'));
  await expect(new TodayScreen(footnote.page).margin).toContainText('Run, 45 min');
  expect(keys).toBeLessThanOrEqual(12);
  expect(Date.now() - began).toBeLessThan(20_000);
  await expect(
    new TodayScreen(footnote.page).margin.getByText('From slightly unpleasant to pleasant'),
  ).toBeAttached();

  // Out for a run, the lid closed on the way, and back.
  await footnote.page.getByRole('button', { name: 'I’m about to move' }).click();
  await footnote.page.keyboard.press('2');
  await expect(footnote.page.getByLabel('Run', { exact: true })).toBeChecked();
  await footnote.page.getByRole('button', { name: 'Off I go' }).click();
  await expect(footnote.page.getByText('Before: unpleasant')).toBeVisible();
  const page = await footnote.pageAfterLock(() => new RoomsColumn(footnote.page).lock.click());
  await new DoorScreen(page).unlock(passphrase);
  await new TodayScreen(page).isShown();
  await press(page, 'm', '7', 'Enter');
  await expect(page.getByText('From unpleasant to very pleasant')).toBeAttached();
});

test('a class is noted with what it was like; the place for that stays open for the kind', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  await page.getByRole('button', { name: 'Just log it' }).click();
  await page.getByLabel('Barre', { exact: true }).click();
  await page.getByText(/^More:/).click();
  const degree = (quality: string, value: number) =>
    page.getByRole('radiogroup', { name: quality }).getByRole('radio', { name: new RegExp(`^${value},`) });
  await degree('I could play', 3).click();
  await degree('I knew what to expect and felt safe', 0).click();
  await page.getByRole('group', { name: 'With whom' }).getByLabel('Group or class').click();
  await page.getByRole('group', { name: 'Where' }).getByLabel('Indoors').click();
  await page.getByLabel('Distance in km').fill('1,25');
  expect(await problemsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(new TodayScreen(page).margin).toContainText('Barre, 30 min');

  await new RoomsColumn(page).go('Movement');
  await page.getByRole('button', { name: /^Change Barre/ }).click();
  await expect(degree('I could play', 3)).toBeChecked();
  await expect(degree('I knew what to expect and felt safe', 0)).toBeChecked();
  await expect(
    page.getByRole('radiogroup', { name: 'I managed something small' }).getByRole('radio', { checked: true }),
  ).toHaveCount(0);
  await expect(page.getByLabel('Distance in km')).toHaveValue(/^1\.[23]$/);
});

test('what was noted yesterday is put right, and what cannot be is said in a sentence', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  await page.getByRole('button', { name: 'Just log it' }).click();
  const save = page.getByRole('button', { name: 'Save', exact: true });
  const said = page.getByRole('main').getByRole('alert');
  for (const [minutes, sentence] of [
    ['10000', 'longer than a day'],
    ['-5', 'end before it begins'],
    ['soon', 'a whole number'],
  ] as const) {
    await page.getByLabel('Minutes', { exact: true }).fill(minutes);
    await save.click();
    await expect(said).toContainText(sentence);
    await expect(page.getByLabel('Minutes', { exact: true })).toHaveValue(minutes);
  }
  await page.getByLabel('Minutes', { exact: true }).fill('30');
  await page.getByLabel('Day', { exact: true }).fill('2199-01-01');
  await save.click();
  await expect(said).toContainText('begin later than now');
  const yesterday = await page.evaluate(() => {
    const day = new Date(Date.now() - 86_400_000);
    return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
  });
  await page.getByLabel('Day', { exact: true }).fill(yesterday);
  await page.getByLabel('Start', { exact: true }).fill('12:10');
  await save.click();

  // The same time again: said once, kept when it is meant.
  await page.getByRole('button', { name: 'Just log it' }).click();
  await page.getByLabel('Day', { exact: true }).fill(yesterday);
  await page.getByLabel('Start', { exact: true }).fill('12:20');
  await save.click();
  await expect(said).toContainText('shares some of its time with “Walk, 30 min” at 12:10');
  await save.click();
  await expect(page.getByRole('button', { name: 'Just log it' })).toBeVisible();
});

test('a kind of one’s own is made, offered first, and taken by its letter', async ({ launchFootnote }) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  await new RoomsColumn(page).go('Settings');
  await page.getByRole('button', { name: 'Add a kind' }).click();
  await page.getByLabel('Name', { exact: true }).fill('run');
  const form = page.locator('form').filter({ has: page.getByText('It is most like') });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('There is a kind called “run” already.')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Unicycling');
  await form.getByLabel('Wheels').last().click();
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Move “Unicycling” up' }).click();
  await page.getByRole('button', { name: 'Don’t offer “Barre”' }).click();
  expect(await problemsInBoth(page)).toEqual([]);

  await new RoomsColumn(page).go('Today');
  await new TodayScreen(page).isShown();
  await page.locator('body').press('m');
  await press(page, 'u', 'Enter');
  await expect(new TodayScreen(page).margin).toContainText('Unicycling, 30 min');
  await page.getByRole('button', { name: 'Just log it' }).click();
  await expect(page.getByLabel('Unicycling', { exact: true })).toBeChecked();
  await expect(page.getByLabel('Barre', { exact: true })).toHaveCount(0);
});

test('a class is noted, written about, and the two lead to each other', async ({ launchFootnote }) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  await page.getByRole('button', { name: 'Just log it' }).click();
  await page.getByLabel('Barre', { exact: true }).click();
  // So short that it began on the day it is noted, also right after the day has begun.
  await page.getByLabel('Minutes', { exact: true }).fill('1');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(new TodayScreen(page).margin).toContainText('Barre, 1 min');

  const movement = new MovementScreen(page);
  const write = new WriteScreen(page);
  await movement.go();
  await page.getByRole('button', { name: 'Write about it: Barre, 1 min' }).click();
  await write.write('The mirror was kind today.');
  await write.isSaved();
  const named = write.margin.getByRole('button', { name: 'Barre, 1 min, in Movement' });
  await expect(named).toBeVisible();
  expect(await problemsInBoth(page)).toEqual([]);
  await named.click();
  const link = movement.rows.getByRole('button', { name: 'Written about it: The mirror was kind today.' });
  await expect(link).toBeVisible();
  await expect(page.getByRole('button', { name: /^Write about it/ })).toHaveCount(0);
  expect(await problemsInBoth(page)).toEqual([]);

  // The form names it as well; there it is taken back, and given again.
  const about = page.getByRole('radiogroup', { name: 'Written about it' });
  await page.getByRole('button', { name: /^Change Barre/ }).click();
  await expect(about.getByLabel('The mirror was kind today.')).toBeChecked();
  expect(await problemsInBoth(page)).toEqual([]);
  await about.getByLabel('No entry').check({ force: true });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Write about it/ })).toBeAttached();
  await expect(link).toHaveCount(0);
  await page.getByRole('button', { name: /^Change Barre/ }).click();
  await page.getByText(/^More:/).click();
  await about.getByLabel('The mirror was kind today.').check({ force: true });
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  // In the bin nothing leads to it.
  await link.click();
  await expect(write.text).toContainText('The mirror was kind today.');
  await page.getByRole('button', { name: 'Move to bin' }).click();
  await movement.go();
  await expect(page.getByRole('button', { name: /^Write about it/ })).toBeAttached();
  await expect(link).toHaveCount(0);
});

test('what is begun about a time of moving is tied to it even when the journal is locked at the first words', async ({
  launchFootnote,
}) => {
  const footnote = await launchFootnote();
  await new DoorScreen(footnote.page).begin(passphrase);
  await new TodayScreen(footnote.page).isShown();
  await footnote.page.getByRole('button', { name: 'Just log it' }).click();
  await footnote.page.getByLabel('Run', { exact: true }).click();
  await footnote.page.getByLabel('Minutes', { exact: true }).fill('1');
  await footnote.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(new TodayScreen(footnote.page).margin).toContainText('Run, 1 min');
  await new MovementScreen(footnote.page).go();
  await footnote.page.getByRole('button', { name: 'Write about it: Run, 1 min' }).press('Enter');
  await expect(new WriteScreen(footnote.page).text).toBeFocused();
  await footnote.page.keyboard.insertText('Out');
  const page = await footnote.pageAfterLock(() => new RoomsColumn(footnote.page).lock.click());
  await new DoorScreen(page).unlock(passphrase);
  await new TodayScreen(page).isShown();
  await new MovementScreen(page).go();
  await page.getByRole('button', { name: 'Written about it: Out' }).press('Enter');
  await expect(new WriteScreen(page).text).toHaveText('Out');
});

test('a small step that is set off with is the kind one leaves with, and who chose the field gives the feeling on it', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  await page.getByRole('button', { name: 'Just log it' }).click();
  await page.getByLabel('Run', { exact: true }).click();
  await page.getByLabel('Minutes', { exact: true }).fill('1');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(new TodayScreen(page).margin).toContainText('Run, 1 min');
  await new RoomsColumn(page).go('Settings');
  await page.getByText('A field', { exact: true }).click();
  await expect(page.getByRole('radio', { name: 'A field' })).toBeChecked();
  await new RoomsColumn(page).go('Today');
  await page.getByRole('button', { name: 'Smallest step: once round the block' }).click();
  await page.getByRole('button', { name: 'Set off with it' }).click();
  await expect(page.getByLabel('Walk', { exact: true })).toBeChecked();
  const field = page.getByRole('main').getByRole('slider').first();
  await field.press('ArrowRight');
  await field.press('Enter');
  expect(await problemsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Off I go' }).click();
  await expect(page.getByText(/^Before: /)).toBeVisible();
});
