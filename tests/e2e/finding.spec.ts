import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { JournalScreen } from './screens/JournalScreen';
import { TodayScreen } from './screens/TodayScreen';

async function openSample(page: Page): Promise<JournalScreen> {
  await new DoorScreen(page).lookAround();
  await new TodayScreen(page).isShown();
  const journal = new JournalScreen(page);
  await journal.go();
  return journal;
}

const after = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The marks are drawn over the page; the document has none of them. */
const marksOn = (page: Page) =>
  page.evaluate(() => {
    const [current] = CSS.highlights.get('sought-current') ?? [];
    const all = [...(CSS.highlights.get('sought') ?? [])];
    const box = current instanceof Range ? current.getBoundingClientRect() : undefined;
    return {
      words: all.map((range) => (range instanceof Range ? range.toString().toLowerCase() : '')),
      isCurrentInSight: box !== undefined && box.top > 0 && box.bottom < innerHeight,
      markedInDocument: document.querySelectorAll('[contenteditable] mark').length,
    };
  });

test('a search is narrowed by every kind of filter, and each can be taken away again', async ({
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const { page } = await launchFootnote();
  const journal = await openSample(page);
  await journal.search.fill('river');
  const all = await journal.count();
  await journal.openFilters();

  const narrows = async (set: () => Promise<unknown>, chip: RegExp): Promise<void> => {
    await set();
    await expect.poll(() => journal.count()).toBeLessThan(all);
    await page.getByRole('button', { name: chip }).click();
    await expect.poll(() => journal.count()).toBe(all);
  };
  const group = (name: string) => page.getByRole('group', { name });
  await narrows(
    () => group('Feelings').getByRole('checkbox', { name: 'calm' }).check({ force: true }),
    /Without the filter “calm”/,
  );
  await narrows(
    () => group('Movement').getByRole('checkbox', { name: 'Run' }).check({ force: true }),
    /Without the filter “Run”/,
  );
  await narrows(
    () => page.getByLabel('Mood from').selectOption({ label: 'very pleasant' }),
    /Without the filter “Mood: very pleasant”/,
  );
  await narrows(async () => {
    const year = new Date().getFullYear();
    await page.getByLabel('First day').fill(`${year - 2}-01-01`);
    await page.getByLabel('Last day').fill(`${year - 2}-12-31`);
  }, /Without the filter “1 January/);

  await page.getByRole('combobox', { name: 'Prompt' }).selectOption({ index: 1 });
  await expect(page.getByRole('list', { name: '1 filter' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await group('Only').getByRole('checkbox', { name: 'With pictures' }).check({ force: true });
  await expect(page.getByText('Nothing found.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();

  // Filters find something without a word as well.
  await journal.search.fill('');
  await group('Movement').getByRole('checkbox', { name: 'Dance' }).check({ force: true });
  expect(await journal.count()).toBeGreaterThan(0);
});

test('a result opens at its first match, with every match marked, and the way back leads to the search', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  const journal = await openSample(page);
  await journal.search.fill('th ri');
  await expect(journal.hits.first().locator('mark').first()).toBeVisible();
  await journal.hits.first().getByRole('button').click();
  const bar = page.getByRole('group', { name: 'What was looked for' });
  await expect(bar).toContainText(/1 of \d+/);
  const marks = await marksOn(page);
  expect(marks.words.length).toBeGreaterThan(1);
  expect(marks.words.every((word) => word.startsWith('th') || word.startsWith('ri'))).toBe(true);
  expect(marks).toMatchObject({ isCurrentInSight: true, markedInDocument: 0 });
  await bar.getByRole('button', { name: 'Place after' }).click();
  await expect(bar).toContainText(/2 of \d+/);
  await bar.getByRole('button', { name: 'Place before' }).click();
  await expect(bar).toContainText(/1 of \d+/);
  await bar.getByRole('button', { name: 'Take the marks away' }).click();
  expect((await marksOn(page)).words).toEqual([]);

  await journal.go();
  await expect(journal.search).toHaveValue('th ri');
  await expect(journal.hits.first()).toBeVisible();
});

test('a search is kept, renamed, deleted and taken back', async ({ launchFootnote }) => {
  const { page } = await launchFootnote();
  const journal = await openSample(page);
  await journal.search.fill('river -rain');
  await page.getByRole('button', { name: 'Keep this search' }).click();
  await page.getByLabel('Name of the search').fill('Dry rivers');
  await page.keyboard.press('Enter');
  await journal.search.fill('');
  await page.getByRole('button', { name: 'Dry rivers', exact: true }).click();
  await expect(journal.search).toHaveValue('river -rain');
  await page.getByRole('button', { name: 'Rename “Dry rivers”' }).click();
  await page.keyboard.type('Rivers');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Delete the search “Rivers”' }).click();
  await expect(page.getByRole('button', { name: 'Rivers', exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Rivers', exact: true })).toBeVisible();
});

test('the calendar is walked by keyboard, and a day shows its pages and its earlier years', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  const journal = await openSample(page);
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
  const full = (await focused.getAttribute('aria-label'))?.replace(/,[^,]*entr(y|ies)$/, '') ?? '';
  await expect(page.getByRole('region', { name: full })).toBeVisible();
  await expect(journal.margin).toContainText('in earlier years');

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
  const journal = await openSample(page);
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
  test.setTimeout(180_000);
  const { page } = await launchFootnote();
  const journal = await openSample(page);
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
  expect(problems).toEqual([]);
});
