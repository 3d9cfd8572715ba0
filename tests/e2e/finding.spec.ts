import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test } from './fixtures/app';
import { WriteScreen } from './screens/WriteScreen';
import { openSampleJournal } from './steps';

const after = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

test('the calendar is walked by keyboard, and a day shows its pages and its earlier years', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  const journal = await openSampleJournal(page);
  await journal.look('Calendar');
  const focused = journal.grid.locator('button:focus');
  await journal.grid.locator('[aria-current="date"]').focus();
  const dayOf = async () => (await focused.getAttribute('data-day')) ?? '';
  const start = await dayOf();
  for (const [key, days] of [
    ['ArrowLeft', -1],
    ['ArrowUp', -8],
    ['ArrowRight', -7],
    ['ArrowDown', 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect(focused).toHaveAttribute('data-day', after(start, days));
  }
  await page.keyboard.press('Home');
  const week = await dayOf();
  await page.keyboard.press('End');
  await expect(focused).toHaveAttribute('data-day', after(week, 6));
  await page.keyboard.press('Shift+PageUp');
  expect(Number((await dayOf()).slice(0, 4))).toBe(Number(after(week, 6).slice(0, 4)) - 1);
  await page.keyboard.press('PageUp');
  // Read aloud first; the figure that is seen is hidden from the name.
  const name = (await focused.locator('span').first().textContent()) ?? '';
  const full = name.replace(/,[^,]*entr(y|ies).*$/, '');
  expect(full).toMatch(/^[A-Z][a-z]+day, \d+ [A-Z][a-z]+ \d{4}$/);
  await expect(page.getByRole('region', { name: full })).toBeVisible();
  await expect(journal.margin).toContainText('in earlier years');
  const earlier = journal.margin.getByRole('listitem').filter({ hasText: /^20\d\d/ });
  await expect(earlier.first()).toBeVisible();
  const title = (await earlier.first().textContent())?.replace(/^20\d\d/, '').slice(0, 20) ?? '';
  await earlier.first().getByRole('button').click();
  await expect(new WriteScreen(page).text).toContainText(title);
  await journal.go();
  await expect(page.getByRole('region', { name: full })).toBeVisible();

  await journal.look('Year');
  await page.getByRole('button', { name: 'Year before' }).click();
  await page
    .getByRole('button', { name: /^March \d{4}, \d+ entries$/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: /^March \d{4}$/ })).toBeVisible();
});

test('thousands of pages are walked by keyboard and left for any day', async ({ launchFootnote }) => {
  const { page } = await launchFootnote();
  const journal = await openSampleJournal(page);
  const focused = page.locator('[data-entry]:focus');
  await page.locator('[data-entry="1"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveAttribute('data-entry', '2');
  await page.keyboard.press('PageDown');
  await expect(focused).toHaveAttribute('data-entry', '12');
  await page.keyboard.press('End');
  const total = Number(await page.locator('article').first().getAttribute('aria-setsize'));
  expect(total).toBeGreaterThan(1000);
  await expect(focused).toHaveAttribute('data-entry', String(total));
  expect(await page.locator('article').count()).toBeLessThan(100);
  await page.keyboard.press('Home');
  await expect(focused).toHaveAttribute('data-entry', '1');

  const year = new Date().getFullYear() - 2;
  await journal.margin.getByLabel('Go to a day').fill(`${year}-07-01`);
  await expect(
    page.getByRole('heading', { name: new RegExp(`^(June|July) ${year}`) }).first(),
  ).toBeInViewport();

  // Who opens a page and comes back is where they were.
  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, 2500);
  await page.waitForTimeout(800);
  const at = await page.evaluate(() => {
    const entries = [...document.querySelectorAll<HTMLElement>('[data-entry]')];
    return entries.find((entry) => entry.getBoundingClientRect().top > 300)?.dataset['entry'];
  });
  const entry = page.locator(`[data-entry="${at}"]`);
  await entry.click();
  await expect(page.getByRole('textbox', { name: 'Your text' })).toBeVisible();
  await journal.go();
  await expect(entry).toBeInViewport();
});

test('every way of looking at the journal stands up to WCAG 2.2 AA, light and dark', async ({
  launchFootnote,
}) => {
  test.setTimeout(240_000);
  const { page } = await launchFootnote();
  const journal = await openSampleJournal(page);
  const problems: string[] = [];
  const check = async (name: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(300);
      for (const problem of await accessibilityProblems(page))
        problems.push(`${name}, ${colorScheme}: ${problem}`);
    }
  };
  await check('pages');
  await journal.look('Calendar');
  await check('calendar');
  await journal.look('Year');
  await check('year');
  await journal.openFilters();
  await page.getByRole('checkbox', { name: 'calm' }).check({ force: true });
  await journal.search.fill('river');
  await expect(journal.hits.first()).toBeVisible();
  await check('search with filters');
  await journal.hits.first().getByRole('button').click();
  await expect(page.getByRole('group', { name: 'What was looked for' })).toBeVisible();
  await check('opened at the match');
  await journal.go();
  await journal.search.fill('xyzzyx');
  await expect(page.getByText('Nothing found.')).toBeVisible();
  await check('nothing found');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await journal.search.fill('');
  await page.getByRole('button', { name: 'Look in the bin' }).click();
  await expect(page.getByText('The bin is empty.')).toBeVisible();
  await check('empty bin');
  await page.getByRole('button', { name: 'Back to the journal' }).click();
  await journal.look('Pages');
  await page.locator('article').first().hover();
  await page
    .locator('article')
    .first()
    .getByRole('button', { name: /^Move to bin/ })
    .click();
  await page.getByRole('button', { name: 'Look in the bin' }).click();
  await expect(page.getByRole('button', { name: 'Empty the bin' })).toBeVisible();
  await check('bin');
  expect(problems).toEqual([]);
});
