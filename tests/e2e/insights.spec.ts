import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';

test('every question has its sentence, its picture and its table, and one that is not wanted stays away', async ({
  launchFootnote,
}) => {
  test.setTimeout(180_000);
  const { page } = await launchFootnote();
  await new DoorScreen(page).lookAround();
  await new TodayScreen(page).isShown();
  await new RoomsColumn(page).go('Insights');
  const card = (question: string) => page.getByRole('region', { name: question });
  await page.getByRole('radio', { name: 'All' }).check();
  for (const question of [
    'How were the days, and when was there movement?',
    'Do sessions end differently from how they begin?',
    'Do kinds of movement end differently?',
    'Are the evenings of movement days different?',
    'Which comes first?',
    'Do length and effort go along with how sessions end?',
    'What were sessions like that ended higher?',
    'What becomes of a feeling over a session?',
    'Does a weekday stand out?',
    'What do the years hold?',
    'How do days and writing go together?',
  ]) {
    await expect(card(question)).toBeVisible({ timeout: 20_000 });
    await expect(card(question).getByRole('heading')).toHaveText(question);
  }
  // Both arrows of time, of equal size.
  const arrows = card('Which comes first?').getByRole('img');
  await expect(arrows).toHaveCount(2);
  const sizes = await arrows.evaluateAll((drawings) =>
    drawings.map((drawing) => drawing.getBoundingClientRect()).map(({ width, height }) => [width, height]),
  );
  expect(sizes[0]).toEqual(sizes[1]);
  await expect(page.locator('[data-drawn="not yet"]')).toHaveCount(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityProblems(page)).toEqual([]);
  }

  const kinds = card('Do kinds of movement end differently?');
  await kinds.getByRole('button', { name: 'Show as table' }).press('Enter');
  await expect(kinds.getByRole('row', { name: /^Walk/ })).toContainText(/[+−]\d\.\d/);

  await card('Does a weekday stand out?')
    .getByRole('button', { name: 'I don’t want this question' })
    .press('Enter');
  await expect(card('Does a weekday stand out?')).toBeHidden();
  await new RoomsColumn(page).go('Today');
  await new RoomsColumn(page).go('Insights');
  await expect(card('Which comes first?')).toBeVisible({ timeout: 20_000 });
  await expect(card('Does a weekday stand out?')).toBeHidden();
  await page.getByRole('button', { name: 'Ask again: Does a weekday stand out?' }).press('Enter');
  await expect(card('Does a weekday stand out?')).toBeVisible({ timeout: 20_000 });
});
