import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { MovementScreen } from './screens/MovementScreen';
import { TodayScreen } from './screens/TodayScreen';

async function openSample(page: Page): Promise<MovementScreen> {
  await new DoorScreen(page).lookAround();
  await new TodayScreen(page).isShown();
  const movement = new MovementScreen(page);
  await movement.go();
  return movement;
}

test('what was done is narrowed by every kind of filter, and each can be taken away again', async ({
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const { page } = await launchFootnote();
  const movement = await openSample(page);
  const all = await movement.count();
  expect(all).toBeGreaterThan(100);
  await movement.openFilters();

  const narrows = async (set: () => Promise<unknown>, chip: RegExp): Promise<void> => {
    await set();
    await expect.poll(() => movement.count()).toBeLessThan(all);
    expect(await movement.count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: chip }).click();
    await expect.poll(() => movement.count()).toBe(all);
  };
  await narrows(
    () =>
      page.getByRole('group', { name: 'Kind' }).getByRole('checkbox', { name: 'Run' }).check({ force: true }),
    /Without the filter “Run”/,
  );
  const year = new Date().getFullYear();
  await narrows(async () => {
    await page.getByLabel('First day').fill(`${year - 1}-01-01`);
    await page.getByLabel('Last day').fill(`${year - 1}-12-31`);
  }, /Without the filter “1 January/);
  for (const felt of ['Both noted', 'Ended higher', 'Ended where it began', 'Ended lower'])
    await narrows(
      () => page.getByLabel('Before, after').selectOption({ label: felt }),
      new RegExp(`Without the filter “${felt}”`),
    );
  await narrows(async () => {
    await page.getByLabel('Effort from').selectOption('5');
    await page.getByLabel('Effort to').selectOption('7');
  }, /Without the filter “Effort 5 to 7”/);
  // The sample journal is another every day; this word is in some of its notes on each of them.
  await narrows(
    () => page.getByRole('searchbox', { name: 'In the note' }).fill('THE'),
    /Without the filter “.THE.”/,
  );

  // Sums for who asks, of what is shown.
  await expect(page.getByText(/\d+ h \d+ min/)).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Run' }).check({ force: true });
  await expect.poll(() => movement.count()).toBeLessThan(all);
  const runs = await movement.count();
  await page.getByRole('button', { name: 'Add up what is shown' }).click();
  await expect(movement.margin.getByText(new RegExp(`^${runs} times, \\d+ h \\d+ min`))).toBeVisible();

  await page.getByRole('searchbox', { name: 'In the note' }).fill('volcano');
  await expect(page.getByText('Nothing fits.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect.poll(() => movement.count()).toBe(all);
});

test('a month shows what was done on its days, goes by keys, and opens a day', async ({ launchFootnote }) => {
  test.setTimeout(120_000);
  const { page } = await launchFootnote();
  const movement = await openSample(page);
  await movement.look('Month');
  await page.getByRole('button', { name: 'Month before' }).click();
  const marked = movement.grid.locator('[data-marked="true"]').first();
  await expect(marked).toHaveAccessibleName(/\d{4}: \w+, \d+ min/);
  await marked.click();
  await expect(movement.openDay.getByRole('article').first()).toBeVisible();

  // What was felt stands between what was done, and opens again.
  const felt = movement.openDay.getByRole('button', { name: /^\d\d:\d\d/ });
  await expect(felt.first()).toContainText(/pleasant|neutral/i);

  // The keys of a grid of dates.
  const before = await page.evaluate(() => document.activeElement?.getAttribute('data-day'));
  await page.keyboard.press('ArrowDown');
  const after = await page.evaluate(() => document.activeElement?.getAttribute('data-day'));
  expect(Date.parse(after ?? '') - Date.parse(before ?? '')).toBe(7 * 86_400_000);
  await page.keyboard.press('PageUp');
  await expect(movement.grid.locator('[data-chosen="true"]')).toBeFocused();

  // The filters hold for the month as well.
  await movement.openFilters();
  await page.getByRole('searchbox', { name: 'In the note' }).fill('volcano');
  await expect(movement.grid.locator('[data-marked="true"]')).toHaveCount(0);
  await expect(page.getByText('No movement of this day fits the filters.')).toBeVisible();
});

test('a session is done again, changed, removed and brought back', async ({ launchFootnote }) => {
  test.setTimeout(120_000);
  const { page } = await launchFootnote();
  const movement = await openSample(page);
  const all = await movement.count();
  const first = movement.rows.first();
  const minutes = /\d+ min/.exec((await first.textContent()) ?? '')?.[0];
  await first.hover();
  await first.getByRole('button', { name: /^Again: / }).click();
  await expect(page.getByLabel('Minutes', { exact: true })).toHaveValue(minutes?.replace(' min', '') ?? '');
  await page.getByLabel('Note', { exact: true }).fill('The same, and slower.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => movement.count()).toBe(all + 1);
  const again = movement.rows.filter({ hasText: 'The same, and slower.' });
  await expect(again).toContainText(minutes ?? '');

  await again.getByRole('button', { name: /^Change / }).click();
  await page.getByLabel('Minutes', { exact: true }).fill('17');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(again).toContainText('17 min');

  // With the ratings it had, at their own moments.
  const rated = movement.rows.filter({ has: page.getByRole('img') }).nth(1);
  const words = await rated.textContent();
  await rated.getByRole('button', { name: /^Remove / }).click({ force: true });
  await expect.poll(() => movement.count()).toBe(all);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => movement.count()).toBe(all + 1);
  const back = movement.rows.filter({ has: page.getByRole('img') }).nth(1);
  await expect(back).toHaveText(words ?? '');

  // Arrow keys go from one to the next.
  await movement.rows
    .first()
    .getByRole('button', { name: /^Change / })
    .focus();
  await page.keyboard.press('ArrowDown');
  await expect(movement.rows.nth(1).getByRole('button', { name: /^Change / })).toBeFocused();
  await page.keyboard.press('End');
  await expect(movement.rows.last()).toHaveAttribute('aria-posinset', String(all + 1));
});

test('list and month have no accessibility problems, light or dark, also in a small window', async ({
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const { app, page } = await launchFootnote();
  const movement = await openSample(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await movement.look('List');
    await movement.openFilters();
    await expect(movement.rows.first()).toBeVisible();
    expect(await accessibilityProblems(page)).toEqual([]);
    await movement.look('Month');
    await expect(movement.grid).toBeVisible();
    expect(await accessibilityProblems(page)).toEqual([]);
  }
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600));
  const isWiderThanItsBox = () =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(await isWiderThanItsBox()).toBe(false);
  expect(await accessibilityProblems(page)).toEqual([]);
});
