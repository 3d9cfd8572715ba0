import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { TodayScreen } from './screens/TodayScreen';

const focused = (page: Page) => page.locator(':focus');

async function looksRight(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityProblems(page)).toEqual([]);
  }
}

test('everything on Today is one letter away, and letters are letters while something is typed', async ({
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const { page } = await launchFootnote();
  await new DoorScreen(page).lookAround();
  const today = new TodayScreen(page);
  await today.isShown();
  await looksRight(page);

  await page.keyboard.press('e');
  await expect(page.getByRole('dialog', { name: 'An earlier moment' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('d');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  const step = page.getByRole('button', { name: /^Smallest step/ });
  await page.keyboard.press('s');
  await expect(step).toHaveAttribute('aria-expanded', 'true');
  await looksRight(page);
  await page.keyboard.press('s');
  await expect(step).toHaveAttribute('aria-expanded', 'false');

  const question = page.getByRole('main').locator('p[aria-live="polite"]');
  const before = (await question.textContent()) ?? '';
  await page.keyboard.press('n');
  await expect(question).not.toHaveText(before);

  // The day so far: its first line is one letter away, and opens.
  await page.keyboard.press('5');
  await expect(today.margin).toContainText('Slightly pleasant');
  await page.keyboard.press('t');
  await expect(focused(page)).toHaveRole('button');
  expect(await today.margin.locator(':focus').count()).toBe(1);

  // A letter in a note is a letter.
  await page.getByLabel('A note').fill('wet');
  await page.getByLabel('A note').press('w');
  await expect(page.getByLabel('A note')).toHaveValue('wetw');

  await page.keyboard.press('Tab');
  await page.keyboard.press('a');
  await expect(
    page
      .getByRole('button', { name: 'Off I go' })
      .or(page.getByRole('button', { name: /go/i }))
      .first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('w');
  await expect(page.getByRole('textbox').first()).toBeVisible();
});
