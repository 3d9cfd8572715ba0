import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';

const passphrase = 'the stairs one at a time';

const spansOf = (page: Page) => page.getByRole('region', { name: 'Something is different' });
const dialogOf = (page: Page) => page.getByRole('dialog');

/** `YYYY-MM-DD` some days before the day it is in the app, which ends at four. */
const daysAgo = async (page: Page, days: number): Promise<string> =>
  page.evaluate((before) => {
    const now = new Date();
    const hours = 4 + before * 24;
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000 - hours * 3_600_000)
      .toISOString()
      .slice(0, 10);
  }, days);

async function looksRight(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityProblems(page)).toEqual([]);
  }
}

test('an injury is noted, changes what Today asks, and is over some days later', async ({
  launchFootnote,
}) => {
  test.setTimeout(180_000);
  const footnote = await launchFootnote();
  let { page } = footnote;
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();

  // What is wrong is said beside its field, and what was typed stays.
  await page.getByRole('button', { name: 'Something is different for a while' }).click();
  await expect(dialogOf(page).getByRole('radio', { name: 'Injury' })).toBeChecked();
  await dialogOf(page).getByLabel('In your own words').fill('knee');
  await dialogOf(page)
    .getByLabel('First day')
    .fill(await daysAgo(page, 4));
  await dialogOf(page)
    .getByLabel('Last day')
    .fill(await daysAgo(page, 6));
  await dialogOf(page).getByRole('button', { name: 'Note it' }).click();
  await expect(dialogOf(page).getByLabel('Last day')).toHaveAccessibleDescription(
    /The last day would lie before the first one/,
  );
  await dialogOf(page).getByLabel('Last day').fill('');
  await dialogOf(page)
    .getByLabel('First day')
    .fill(await daysAgo(page, -3));
  await dialogOf(page).getByRole('button', { name: 'Note it' }).click();
  await expect(dialogOf(page).getByLabel('First day')).toHaveAccessibleDescription(
    /That day has not begun yet/,
  );
  await looksRight(page);

  // What is half filled in waits when the page is left.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Something is different for a while' }).click();
  await expect(dialogOf(page).getByLabel('In your own words')).toHaveValue('knee');
  await dialogOf(page)
    .getByLabel('First day')
    .fill(await daysAgo(page, 4));
  await dialogOf(page).getByRole('button', { name: 'Note it' }).click();
  await expect(spansOf(page)).toContainText('Injury: knee, since');
  await looksRight(page);

  // Whatever is asked for now, nothing asks of moving: as many questions as a patient hand looks through.
  const prompt = page.getByRole('main').locator('p[aria-live="polite"]');
  for (let asked = 0; asked < 12; asked += 1) {
    await expect(prompt).not.toContainText(/set off|out of the door|while you were moving|come back in/);
    const before = (await prompt.textContent()) ?? '';
    await page.getByRole('button', { name: 'Another', exact: true }).click();
    await expect(prompt).not.toHaveText(before);
  }

  // The same inside it is explained; a journey beside it is not.
  await page.getByRole('button', { name: 'Something else is different' }).click();
  await dialogOf(page).getByLabel('In your own words').fill('Knee');
  await dialogOf(page).getByRole('button', { name: 'Note it' }).click();
  await expect(dialogOf(page).getByLabel('In your own words')).toHaveAccessibleDescription(
    /The same is noted already, since/,
  );
  await dialogOf(page).getByRole('radio', { name: 'Travel' }).check({ force: true });
  await dialogOf(page).getByLabel('In your own words').fill('by train');
  await dialogOf(page)
    .getByLabel('Last day')
    .fill(await daysAgo(page, -2));
  await dialogOf(page).getByRole('button', { name: 'Note it' }).click();
  await expect(spansOf(page).getByRole('listitem')).toHaveCount(2);

  // It is there after a lock, and over by the keyboard.
  page = await footnote.pageAfterLock(() => new RoomsColumn(footnote.page).lock.click());
  await new DoorScreen(page).unlock(passphrase);
  await new TodayScreen(page).isShown();
  await spansOf(page).getByRole('button', { name: 'It is over: Injury: knee' }).press('Enter');
  await expect(page.getByRole('button', { name: 'today', exact: true })).toBeFocused();
  await looksRight(page);
  await page.getByRole('button', { name: 'a few days ago' }).press('Enter');
  const usual = spansOf(page).getByLabel('Back to usual since');
  await usual.fill(await daysAgo(page, 30));
  await usual.press('Enter');
  await expect(usual).toHaveAccessibleDescription(/It began on/);
  await usual.fill(await daysAgo(page, 2));
  await usual.press('Enter');
  await expect(spansOf(page)).not.toContainText('knee');

  // Back again, then deleted and back again.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(spansOf(page)).toContainText('Injury: knee, since');
  await page.getByRole('button', { name: 'Something else is different' }).click();
  await dialogOf(page).getByRole('button', { name: 'Delete Injury: knee' }).click();
  await expect(spansOf(page)).not.toContainText('knee');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(spansOf(page)).toContainText('Injury: knee, since');
});

test('the days of an injury have a band in the journal, the calendar, the year and the overview', async ({
  launchFootnote,
}) => {
  test.setTimeout(180_000);
  const { page } = await launchFootnote();
  await new DoorScreen(page).lookAround();
  await new TodayScreen(page).isShown();
  await new RoomsColumn(page).go('Journal');
  await page.getByRole('radio', { name: 'Year' }).check({ force: true });
  // The imagined knee was hurt two fifths into the sample of three years.
  await page.getByRole('button', { name: 'Year before' }).click();
  const month = page.getByRole('button', { name: /During .*Injury: knee/ }).first();
  await expect(month).toBeVisible();
  await looksRight(page);
  await month.click();
  const day = page
    .getByRole('gridcell')
    .getByRole('button', { name: /During .*Injury: knee/ })
    .first();
  await day.click();
  await expect(page.getByRole('main')).toContainText('Injury: knee');
  await looksRight(page);
  await page.getByRole('radio', { name: 'Pages' }).check({ force: true });
  await expect(page.getByText('During Injury: knee').first()).toBeAttached();
  await looksRight(page);
});

test('what was typed about it and left is kept when the journal is locked', async ({ launchFootnote }) => {
  test.setTimeout(120_000);
  const footnote = await launchFootnote();
  await new DoorScreen(footnote.page).begin(passphrase);
  await new TodayScreen(footnote.page).isShown();
  await footnote.page.getByRole('button', { name: 'Something is different for a while' }).click();
  await expect(dialogOf(footnote.page).getByRole('radio', { name: 'Injury' })).toBeFocused();
  await footnote.page.keyboard.press('ArrowRight');
  await footnote.page.keyboard.press('Tab');
  await footnote.page.keyboard.type('a fever');
  await footnote.page.keyboard.press('Escape');
  const page = await footnote.pageAfterLock(() => new RoomsColumn(footnote.page).lock.click());
  await new DoorScreen(page).unlock(passphrase);
  await expect(spansOf(page)).toContainText('Illness: a fever, since today', { timeout: 30_000 });

  // What was only looked at is nothing.
  await page.getByRole('button', { name: 'Something else is different' }).click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  const again = await footnote.pageAfterLock(() => new RoomsColumn(page).lock.click());
  await new DoorScreen(again).unlock(passphrase);
  await expect(spansOf(again).getByRole('listitem')).toHaveCount(1, { timeout: 30_000 });
});
