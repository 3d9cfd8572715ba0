import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { InsightsScreen } from './screens/InsightsScreen';
import { MovementScreen } from './screens/MovementScreen';
import { RoomsColumn } from './screens/RoomsColumn';

const overview = 'How were the days, and when was there movement?';
const kinds = 'Do kinds of movement end differently?';

test('any days can be looked at, in whole weeks; what is wrong in them stays as typed, and the room remembers', async ({
  launchFootnote,
}) => {
  test.setTimeout(180_000);
  const { page } = await launchFootnote();
  const insights = new InsightsScreen(page);
  await insights.openSample();

  // The presets are a radio group: arrow keys go through them.
  await insights.preset('1 year').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(insights.preset('13 weeks')).toBeChecked();
  await expect(insights.card(overview)).toContainText('Bars are minutes of one day.');

  const year = new Date().getFullYear() - 1;
  await insights.from.fill(`${year}-03-04`);
  await insights.to.fill(`${year}-05-20`);
  await expect(page.getByRole('status').filter({ hasText: 'Shown in whole weeks' })).toContainText(
    new RegExp(`March ${year} to \\d+ May ${year}`),
  );
  await expect(insights.preset('13 weeks')).not.toBeChecked();
  await expect(insights.card(kinds)).toContainText(
    new RegExp(`sessions .*\\d+ March ${year} to \\d+ May ${year}`),
    { timeout: 20_000 },
  );

  const shown = await insights.card(overview).getByRole('paragraph').first().textContent();
  await insights.to.fill(`${year}-02-01`);
  await insights.to.press('Enter');
  await expect(
    page.getByText('The last day comes before the first; what was shown before stays.'),
  ).toBeVisible();
  await expect(insights.to).toHaveValue(`${year}-02-01`);
  await expect(insights.card(overview).getByRole('paragraph').first()).toHaveText(shown ?? '');

  await new RoomsColumn(page).go('Today');
  await insights.go();
  await expect(insights.to).toHaveValue(`${year}-02-01`);
  await expect(insights.card(overview).getByRole('paragraph').first()).toHaveText(shown ?? '');

  await insights.from.fill('2001-01-01');
  await insights.to.fill('2001-02-01');
  await expect(page.getByText('Nothing was written down in this time.')).toBeVisible();
  await page.getByRole('button', { name: 'Show everything' }).press('Enter');
  await expect(insights.preset('All')).toBeChecked();
  await insights.isAnswered();
});

test('a picture is walked by keys, a table sorts, is copied and opens days, and an interval is twenty dots', async ({
  launchFootnote,
}) => {
  test.setTimeout(180_000);
  const { app, page } = await launchFootnote();
  const insights = new InsightsScreen(page);
  await insights.openSample();
  await insights.preset('13 weeks').check();

  const days = insights.card(overview);
  const picture = days.getByRole('application');
  await days.getByRole('button', { name: 'Show as table' }).focus();
  await page.keyboard.press('Shift+Tab');
  await expect(picture).toBeFocused();
  const reading = picture.getByRole('status');
  const last = await reading.textContent();
  await page.keyboard.press('Home');
  await expect(reading).not.toHaveText(last ?? '');
  const first = /^\w+, \d+ \w+ \d{4}/.exec((await reading.textContent()) ?? '')?.[0];
  expect(first).toBeTruthy();
  await page.keyboard.press('Escape');
  await expect(reading).toBeEmpty();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const movement = new MovementScreen(page);
  await expect(page.getByRole('region', { name: first ?? '' })).toBeInViewport();
  await expect(movement.grid).toBeVisible();

  // The room is as it was left.
  await insights.go();
  await expect(insights.preset('13 weeks')).toBeChecked();
  await days.getByRole('button', { name: 'Show as table' }).press('Enter');
  const minutes = days.getByRole('columnheader', { name: 'Movement (minutes)' });
  await expect(minutes).toHaveAttribute('aria-sort', 'none');
  await minutes.getByRole('button').press('Enter');
  await expect(minutes).toHaveAttribute('aria-sort', 'ascending');
  await minutes.getByRole('button').press('Enter');
  await expect(minutes).toHaveAttribute('aria-sort', 'descending');
  const shown = (await days.getByRole('row').locator('td:last-child').allTextContents()).map(Number);
  expect(shown.length).toBeGreaterThan(40);
  expect(shown).toEqual(shown.toSorted((one, other) => other - one));

  await days.getByRole('button', { name: 'Copy as CSV' }).press('Enter');
  await expect(page.getByText(`The table is copied, ${shown.length} rows.`)).toBeVisible();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  const [heads, ...rows] = copied.trimEnd().split(/\r?\n/);
  expect(heads).toBe('Day,Mood (steps from −3 to +3),Movement (minutes)');
  expect(rows.map((row) => Number(row.split(',')[2]))).toEqual(shown);
  expect(rows[0]).toMatch(/^\d{4}-\d\d-\d\d,/);

  const row = days.getByRole('button', { name: /, open this day$/ }).first();
  const name = (await row.textContent()) ?? '';
  await row.press('Enter');
  await expect(page.getByRole('region', { name })).toBeInViewport();
  await insights.go();

  // One path of twenty discs for each row, in place of the bars.
  await insights.preset('All').check();
  const card = insights.card(kinds);
  await expect(card.getByRole('application')).toBeVisible({ timeout: 20_000 });
  await card.getByRole('button', { name: 'Show as 20 dots' }).press('Enter');
  await expect(card.getByText('Each row has 20 dots', { exact: false })).toBeVisible();
  const discs = await card.locator('svg [data-point]').first().getAttribute('d');
  expect(discs?.split('M')).toHaveLength(21);
  await card.getByRole('button', { name: 'Show as bars' }).press('Enter');
  await expect(card.locator('svg circle[data-point]').first()).toBeVisible();

  // A dot of a picture is a session, and a click leads to its day.
  await card.getByRole('application').focus();
  await page.keyboard.press('ArrowDown');
  const said = card.getByRole('status');
  await expect(said).toContainText(' min');
  // Away from the foot of the window, where a message may lie.
  await card.locator('[data-form="ring"]').evaluate((mark) => mark.scrollIntoView({ block: 'center' }));
  const ring = await card.locator('[data-form="ring"]').boundingBox();
  await page.mouse.move((ring?.x ?? 0) + 9, (ring?.y ?? 0) + 6);
  await expect(said).toContainText(' min');
  const session = /^\w+, \d+ \w+ \d{4}/.exec((await said.textContent()) ?? '')?.[0] ?? '';
  await page.mouse.down();
  await page.mouse.up();
  await expect(page.getByRole('region', { name: session })).toBeInViewport();

  // The way back leads to where one was, with its table still open.
  await insights.go();
  await expect(card.getByRole('application')).toBeInViewport({ timeout: 20_000 });
  await expect(days.getByRole('columnheader').first()).toBeAttached();
});

test('one switch turns every card to energy, with its own five stops and words, and back', async ({
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const { page } = await launchFootnote();
  const insights = new InsightsScreen(page);
  await insights.openSample();
  await insights.preset('All').check();
  const sessions = insights.card('Do sessions end differently from how they begin?');
  await expect(sessions).toContainText('very unpleasant', { timeout: 20_000 });
  await page.getByRole('radio', { name: 'How pleasant' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Energy' })).toBeChecked();
  await expect(sessions).toContainText('brimming', { timeout: 20_000 });
  await expect(insights.card(overview)).toContainText('in energy');
  await expect(page.getByRole('main')).not.toContainText('very unpleasant');
  await insights.card(overview).getByRole('button', { name: 'Show as table' }).press('Enter');
  await expect(
    insights.card(overview).getByRole('columnheader', { name: 'Energy (average in steps from −3 to +3)' }),
  ).toBeVisible();
  await new RoomsColumn(page).go('Today');
  await insights.go();
  await expect(page.getByRole('radio', { name: 'Energy' })).toBeChecked();
  await page.getByRole('radio', { name: 'How pleasant' }).check();
  await expect(sessions).toContainText('very unpleasant', { timeout: 20_000 });
});

test('a question that is put aside comes back by itself or from the end of the page', async ({
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const { page } = await launchFootnote();
  const insights = new InsightsScreen(page);
  await insights.openSample();
  const first = insights.card('Which comes first?');
  const putAside = async (question: string) =>
    insights.card(question).getByRole('button', { name: 'I don’t want this question' }).press('Enter');
  await putAside('Which comes first?');
  await expect(first).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(first).toBeVisible();

  await putAside('Which comes first?');
  await putAside(overview);
  await expect(page.getByRole('heading', { name: '2 questions put aside' })).toBeVisible();
  await new RoomsColumn(page).go('Today');
  await insights.go();
  await insights.isAnswered();
  await expect(first).toBeHidden();
  await expect(insights.card(overview)).toBeHidden();
  await page.getByRole('button', { name: 'Ask again: Which comes first?' }).press('Enter');
  await page.getByRole('button', { name: `Ask again: ${overview}` }).press('Enter');
  await expect(first).toBeVisible();
  await expect(insights.card(overview)).toBeVisible();
  await expect(page.getByRole('heading', { name: /put aside$/ })).toBeHidden();
});

test('an empty journal has its questions and says once what they wait for; all of it can be read by everybody', async ({
  launchFootnote,
}) => {
  test.setTimeout(180_000);
  const { app, page } = await launchFootnote();
  await new DoorScreen(page).begin('an orchard behind the house 1998');
  const insights = new InsightsScreen(page);
  await insights.go();
  await expect(insights.card(overview)).toContainText(
    'When there are check-ins, they will appear here as dots',
  );
  await expect(insights.card('Questions that wait').getByRole('listitem')).toHaveCount(6, {
    timeout: 20_000,
  });
  await expect(page.getByText(/about two months/)).toHaveCount(1);
  await expect(page.getByRole('main').getByRole('img')).toHaveCount(0);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityProblems(page)).toEqual([]);
  }
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600));
  const isWiderThanItsBox = () =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(await isWiderThanItsBox()).toBe(false);
});

test('cards with every table open, dots and a day pointed at have no accessibility problems, light or dark', async ({
  launchFootnote,
}) => {
  test.setTimeout(180_000);
  const { app, page } = await launchFootnote();
  const insights = new InsightsScreen(page);
  await insights.openSample();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600));
  // Each has other words once it is pressed.
  for (const act of ['Show as 20 dots', 'Show as table']) {
    const buttons = page.getByRole('button', { name: act });
    for (let left = await buttons.count(); left > 0; left -= 1) await buttons.first().press('Enter');
    await expect(buttons).toHaveCount(0);
  }
  await insights.card(overview).getByRole('application').focus();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityProblems(page)).toEqual([]);
  }
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
  ).toBe(false);
});
