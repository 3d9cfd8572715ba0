import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';

const passphrase = 'a class in a cold hall';

test('every room of a full journal stands up to WCAG 2.2 AA, light and dark', async ({ launchFootnote }) => {
  test.setTimeout(180_000);
  const { page } = await launchFootnote();
  const problems: string[] = [];
  const look = async (name: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const problem of await accessibilityProblems(page))
        problems.push(`${name}, ${colorScheme}: ${problem}`);
    }
  };
  await look('Unlock');
  await new DoorScreen(page).lookAround();
  await new TodayScreen(page).isShown();
  for (const room of ['Today', 'Write', 'Journal', 'Movement', 'Insights', 'Library', 'Settings'] as const) {
    await new RoomsColumn(page).go(room);
    await expect(page.getByRole('main')).toBeVisible();
    await page.waitForTimeout(500);
    await look(room);
  }
  expect(problems).toEqual([]);
});

test('someone who leaves to move and closes the lid is asked about it when back', async ({
  launchFootnote,
}) => {
  const footnote = await launchFootnote();
  await new DoorScreen(footnote.page).begin(passphrase);
  await new TodayScreen(footnote.page).isShown();
  await footnote.page.getByRole('button', { name: 'I’m about to move' }).click();
  await footnote.page.keyboard.press('2');
  await footnote.page.getByLabel('Hike', { exact: true }).click();
  await footnote.page.getByRole('button', { name: 'Off I go' }).click();
  await expect(footnote.page.getByText('Before: unpleasant')).toBeVisible();

  const page = await footnote.pageAfterLock(() => new RoomsColumn(footnote.page).lock.click());
  await new DoorScreen(page).unlock(passphrase);
  await page.getByRole('button', { name: 'I’m back' }).click();
  await page.getByLabel('Minutes', { exact: true }).fill('40');
  await page.getByRole('radiogroup', { name: 'After' }).getByRole('radio', { name: /^5,/ }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const { margin } = new TodayScreen(page);
  await expect(margin).toContainText('Hike, 40 min');
  await expect(margin.getByText('From unpleasant to slightly pleasant')).toBeAttached();
  await expect(page.getByRole('button', { name: 'I’m about to move' })).toBeVisible();
});

test('what is pasted keeps its shape and brings nothing live along', async ({ launchFootnote }) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  await new RoomsColumn(page).go('Write');
  const { text } = new WriteScreen(page);
  await text.click();
  await text.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/html',
      '<h2 style="color:red">By the lake</h2><p>Twice <b>round</b>.<img src="https://tracker.example/x.png" onerror="document.title=1"><script>document.title = 2</script></p><ul><li>geese</li></ul>',
    );
    clipboardData.setData('text/plain', 'By the lake');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(text.getByRole('heading', { name: 'By the lake' })).toBeVisible();
  await expect(text.locator('strong')).toHaveText('round');
  await expect(text.getByRole('listitem')).toHaveText('geese');
  await expect(text.locator('img, script, [style*="red"]')).toHaveCount(0);
  await expect(page).toHaveTitle('Footnote');
});

test('a movement form left open in another room is kept when the lid closes', async ({ launchFootnote }) => {
  const footnote = await launchFootnote();
  await new DoorScreen(footnote.page).begin(passphrase);
  await new TodayScreen(footnote.page).isShown();
  await new RoomsColumn(footnote.page).go('Movement');
  await footnote.page.getByRole('button', { name: 'Log movement' }).click();
  await footnote.page.getByLabel('Minutes', { exact: true }).fill('17');
  await footnote.page.getByLabel('Note', { exact: true }).fill('The stairs, twice.');
  await new RoomsColumn(footnote.page).go('Today');
  const page = await footnote.pageAfterLock(() => new RoomsColumn(footnote.page).lock.click());
  await new DoorScreen(page).unlock(passphrase);
  await new TodayScreen(page).isShown();
  await new RoomsColumn(page).go('Movement');
  await expect(page.getByText('The stairs, twice.')).toBeVisible();
  await expect(page.getByText('17 min')).toBeVisible();

  await page.getByRole('button', { name: /^Change Walk/ }).click();
  await page.getByLabel('Note', { exact: true }).fill('The stairs, three times.');
  await new RoomsColumn(page).go('Today');
  await new RoomsColumn(page).go('Movement');
  await page.getByRole('button', { name: /^Change Walk/ }).click();
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('The stairs, three times.');
});

test('a movement form with unclear minutes is never saved with a length nobody gave', async ({
  launchFootnote,
}) => {
  const footnote = await launchFootnote();
  let { page } = footnote;
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  await page.getByRole('button', { name: 'Just log it' }).click();
  await page.getByLabel('Minutes', { exact: true }).fill('abc');
  await page.getByLabel('Note', { exact: true }).fill('The stairs, twice.');
  await new RoomsColumn(page).lock.click();
  await expect(page.getByText('minutes or a start that are unclear')).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: /minutes/i })).toBeVisible();
  await page.getByLabel('Note', { exact: true }).fill('');
  page = await footnote.pageAfterLock(() => new RoomsColumn(page).lock.click());
  await new DoorScreen(page).unlock(passphrase);
  await new TodayScreen(page).isShown();
  await new RoomsColumn(page).go('Movement');
  await expect(page.getByRole('button', { name: 'Log movement' }).first()).toBeVisible();
  await expect(page.getByText(/\d+ min/)).toHaveCount(0);
});

test('keys behind the open keyboard list do nothing', async ({ launchFootnote }) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin(passphrase);
  const today = new TodayScreen(page);
  await today.isShown();
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('7');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(today.scale.getByRole('radio', { name: /^7,/ })).not.toBeChecked();
  await page.keyboard.press('7');
  await expect(today.scale.getByRole('radio', { name: /^7,/ })).toBeChecked();
});

test('forms and check-ins survive a visit to another room', async ({ launchFootnote }) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin(passphrase);
  const today = new TodayScreen(page);
  await today.isShown();
  await page.keyboard.press('2');
  await expect(today.margin.getByText('Unpleasant', { exact: true })).toBeVisible();
  await new RoomsColumn(page).go('Library');
  await new RoomsColumn(page).go('Today');
  await expect(today.scale.getByRole('radio', { name: /^2,/ })).toBeChecked();
  await page.keyboard.press('6');
  await expect(today.margin.getByText('Pleasant', { exact: true })).toBeVisible();
  await expect(today.margin.getByText('Unpleasant', { exact: true })).toHaveCount(0);

  await page.getByRole('button', { name: 'I’m about to move' }).click();
  await page.keyboard.press('3');
  await page.getByRole('button', { name: 'Off I go' }).click();
  await page.getByRole('button', { name: 'I’m back' }).click();
  await page.getByLabel('Note', { exact: true }).fill('The stairs, twice.');
  await new RoomsColumn(page).go('Library');
  await new RoomsColumn(page).go('Today');
  await page.getByRole('button', { name: 'I’m back' }).click();
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('The stairs, twice.');
  await page.getByLabel('Minutes', { exact: true }).fill('40');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(
    page
      .getByText(/^Noted|is noted/)
      .or(page.getByText('Walk, 40 min'))
      .first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Just log it' }).click();
  await page.getByLabel('Minutes', { exact: true }).fill('none');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Close' })).toHaveCount(0);
});
