import { createPng } from '../support/images';
import { expect, test, type Page } from './fixtures/app';
import { RoomsColumn } from './screens/RoomsColumn';
import { WriteScreen } from './screens/WriteScreen';
import { openSampleJournal, writeAndSave } from './steps';

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
  const journal = await openSampleJournal(page);
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

  await narrows(
    () => group('Tags').getByRole('checkbox', { name: 'by the water' }).check({ force: true }),
    /Without the filter “by the water”/,
  );
  await narrows(
    () => group('Only').getByRole('checkbox', { name: 'Starred' }).check({ force: true }),
    /Without the filter “Starred”/,
  );
  await narrows(
    () => group('Only').getByRole('checkbox', { name: 'Answering a prompt' }).check({ force: true }),
    /Without the filter “Answering a prompt”/,
  );
  await group('Only').getByRole('checkbox', { name: 'With pictures' }).check({ force: true });
  await expect(page.getByText('Nothing found.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect.poll(() => journal.count()).toBe(all);

  // Filters find something without a word as well.
  await journal.search.fill('');
  await group('Movement').getByRole('checkbox', { name: 'Dance' }).check({ force: true });
  expect(await journal.count()).toBeGreaterThan(0);
});

test('several prompts are asked for at once, or a whole theme of them', async ({ launchFootnote }) => {
  const { page } = await launchFootnote();
  const journal = await openSampleJournal(page);
  await journal.openFilters();
  await page.getByRole('checkbox', { name: 'Answering a prompt' }).check({ force: true });
  const answers = await journal.count();
  await page.getByRole('button', { name: 'Clear all' }).click();

  const theme = page.getByRole('group', { name: 'The body', exact: true });
  const [whole, first, second] = [0, 1, 2].map((index) => theme.getByRole('checkbox').nth(index));
  if (!whole || !first || !second) throw new Error('a theme with two prompts');
  await first.check({ force: true });
  const ofFirst = await journal.count();
  expect(ofFirst).toBeGreaterThan(0);
  await second.check({ force: true });
  await expect.poll(() => journal.count()).toBeGreaterThan(ofFirst);
  const ofBoth = await journal.count();
  await whole.check({ force: true });
  await expect.poll(() => journal.count()).toBeGreaterThanOrEqual(ofBoth);
  expect(await journal.count()).toBeLessThan(answers);
  for (const prompt of await theme.getByRole('checkbox').all()) await expect(prompt).toBeChecked();
  await expect(page.getByRole('list', { name: '1 filter' })).toContainText(/^\d+ prompts/);
  await whole.uncheck({ force: true });
  await expect(page.getByRole('list', { name: '1 filter' })).toBeHidden();
});

test('what is found has no end but the last, and who reads a result comes back to it', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  const journal = await openSampleJournal(page);
  await journal.search.fill('the');
  const total = await journal.count();
  expect(total).toBeGreaterThan(1000);
  const hit = (place: number) => page.locator(`[data-entry="${place}"]`);
  await hit(1).focus();
  // Over the edges of the pieces that are read.
  for (let place = 11; place <= 121; place += 10) {
    await page.keyboard.press('PageDown');
    await expect(hit(place)).toBeFocused();
  }
  await page.keyboard.press('End');
  await expect(hit(total)).toBeFocused();
  await expect(journal.hits.last()).toHaveAttribute('aria-posinset', String(total));
  expect(await journal.hits.count()).toBeLessThan(100);

  await page.keyboard.press('PageUp');
  await expect(hit(total - 10)).toBeInViewport();
  await page.waitForTimeout(300);
  const words = (await hit(total - 10).textContent()) ?? '';
  await hit(total - 10).click();
  await expect(page.getByRole('group', { name: 'What was looked for' })).toBeVisible();
  await journal.go();
  await expect(hit(total - 10)).toBeInViewport();
  await expect(hit(total - 10)).toHaveText(words);
  // Another search begins at its beginning.
  await journal.search.fill('river');
  await expect(hit(1)).toBeInViewport();
});

test('an entry with a picture is found by that, and not while it is in the bin', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  const journal = await openSampleJournal(page);
  await writeAndSave(page, 'A xylophone on the river');
  await page.locator('input[type="file"]').setInputFiles({
    name: 'IMG_1.png',
    mimeType: 'image/png',
    buffer: Buffer.from(createPng(40, 30)),
  });
  await expect(page.locator('figure img')).toBeVisible();
  await new WriteScreen(page).isSaved();
  await journal.go();
  await journal.openFilters();
  await page.getByRole('checkbox', { name: 'With pictures' }).check({ force: true });
  expect(await journal.count()).toBe(1);
  await journal.search.fill('xylo');
  await journal.hits.first().getByRole('button').click();
  await new WriteScreen(page).margin.getByRole('button', { name: 'Move to bin' }).click();
  await new RoomsColumn(page).go('Today');
  await journal.go();
  await expect(page.getByText('Nothing found.')).toBeVisible();
});

test('a result opens at its first match, with every match marked, and the way back leads to the search', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  const journal = await openSampleJournal(page);
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
  const journal = await openSampleJournal(page);
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

test('a kept search follows its tag to its new name, and back', async ({ launchFootnote }) => {
  const { page } = await launchFootnote();
  const journal = await openSampleJournal(page);
  await journal.openFilters();
  await page
    .getByRole('group', { name: 'Tags' })
    .getByRole('checkbox', { name: 'knee' })
    .check({ force: true });
  const found = await journal.count();
  await page.getByRole('button', { name: 'Keep this search' }).click();
  await page.getByLabel('Name of the search').fill('The left one');
  await page.keyboard.press('Enter');

  await new RoomsColumn(page).go('Settings');
  await page.getByRole('button', { name: 'Rename the tag “knee”' }).click();
  await page.getByLabel('Name of the tag').fill('left knee');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Rename the tag “left knee”' })).toBeVisible();
  await journal.go();
  // What was looked for goes with it as well.
  await expect.poll(() => journal.count()).toBe(found);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.getByRole('button', { name: 'The left one', exact: true }).click();
  await expect.poll(() => journal.count()).toBe(found);
  await expect(page.getByRole('button', { name: /Without the filter “left knee”/ })).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();

  await new RoomsColumn(page).go('Settings');
  await page.getByRole('button', { name: 'Remove the tag “left knee”' }).click();
  await expect(page.getByRole('button', { name: 'Rename the tag “left knee”' })).toBeHidden();
  await journal.go();
  await expect(page.getByRole('button', { name: 'The left one', exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'The left one', exact: true })).toBeVisible();
});
