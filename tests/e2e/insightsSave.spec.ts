import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test, type Locator, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';

/** Tags away, entities back, blanks as one: what a person reads. */
function readable(markup: string): string {
  return markup
    .replaceAll(/<style>[\s\S]*?<\/style>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');
}

/** Whether words stand in a text in their order, whatever blanks are between them. */
const wordsOf = (text: string): string => text.replaceAll(/\s+/g, '');

async function openInsights(page: Page): Promise<(question: string) => Locator> {
  await new DoorScreen(page).lookAround();
  await new TodayScreen(page).isShown();
  await new RoomsColumn(page).go('Insights');
  return (question) => page.getByRole('region', { name: question });
}

test('an answer is saved as words, as a drawing and as a picture, each with what the screen says', async ({
  launchFootnote,
  home,
}) => {
  test.setTimeout(180_000);
  const footnote = await launchFootnote();
  const { page } = footnote;
  const violations: string[] = [];
  page.on('console', (line) => {
    if (/Content.Security.Policy|TrustedHTML/i.test(line.text()))
      violations.push(`${line.text()} ${JSON.stringify(line.location())}`);
  });
  const region = await openInsights(page);
  const card = region('Do kinds of movement end differently?');
  await expect(card).toBeVisible({ timeout: 20_000 });
  await page.emulateMedia({ colorScheme: 'dark' });
  // As text is, not as it is read aloud: the mark of the footnote belongs to the page.
  const answer = await card
    .locator('p')
    .first()
    .evaluate((element) => element.firstChild?.textContent);
  const evidence = (await card.getByRole('note').innerText()).replace(/^\D*\d+\s*/, '');
  await card.getByRole('button', { name: 'Show as table' }).press('Enter');
  const rows = await card.getByRole('row').allInnerTexts();
  expect(rows.length).toBeGreaterThan(2);

  await card.getByRole('button', { name: 'Save or print' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Save or print this answer' });
  await expect(dialog).toContainText('whoever has the file can read it');
  expect(await accessibilityProblems(page)).toEqual([]);
  const save = async (as: string, name: string): Promise<string> => {
    const target = join(home, name);
    footnote.answerPickers({ cardTarget: target });
    await dialog.getByRole('button', { name: `Save ${as}` }).press('Enter');
    await expect(dialog.getByText(`Saved in ~/${name}.`)).toBeVisible();
    return target;
  };

  const words = readFileSync(await save('As words', 'answer.html'), 'utf8');
  expect(readable(words)).toContain(answer);
  expect(wordsOf(readable(words))).toContain(wordsOf(evidence));
  for (const row of rows) expect(wordsOf(readable(words))).toContain(wordsOf(row));
  expect(words).not.toMatch(/<script|https?:|src=/);

  const drawing = readFileSync(await save('As a drawing (SVG)', 'answer.svg'), 'utf8');
  for (const said of [answer ?? '', evidence, 'Do kinds of movement end differently?']) {
    expect(wordsOf(readable(drawing))).toContain(wordsOf(said));
  }
  for (const name of await card.getByRole('rowheader').allInnerTexts()) {
    expect(readable(drawing)).toContain(name);
  }
  expect(drawing).toMatch(/<title id="title">Do kinds of movement end differently\?<\/title>/);
  expect(drawing).not.toMatch(/<style|<script|href=|url\(|class=|var\(|footnote:/);
  // Light, whatever the room is.
  expect(drawing).toMatch(/<rect [^>]*fill="#fbf8f3"/);
  expect(drawing).toMatch(/<text [^>]*fill="#23272a"[^>]*>Each row/);

  const picture = readFileSync(await save('As a picture (PNG)', 'answer.png'));
  const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
  const [, drawnWidth, drawnHeight] = /width="(\d+)" height="(\d+)"/.exec(drawing) ?? [];
  expect([width, height]).toEqual([2 * Number(drawnWidth), 2 * Number(drawnHeight)]);

  // Nothing else came to lie anywhere near.
  expect(readdirSync(home).filter((name) => name.includes('answer') || name.startsWith('.footnote'))).toEqual(
    expect.arrayContaining(['answer.html', 'answer.png', 'answer.svg']),
  );
  expect(readdirSync(home).filter((name) => name.startsWith('.footnote-export-'))).toEqual([]);
  expect(violations).toEqual([]);

  footnote.answerPickers({});
  await dialog.getByRole('button', { name: 'Save As words' }).press('Enter');
  await expect(dialog.getByText(/^Saved in/)).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(card.getByRole('button', { name: 'Save or print' })).toBeFocused();
});

test('where nothing may be written, it says so and writes nothing', async ({ launchFootnote }) => {
  const { page } = await launchFootnote({ pickers: { cardTarget: '/nowhere/at/all/answer.svg' } });
  const region = await openInsights(page);
  const card = region('How were the days, and when was there movement?');
  await card.getByRole('button', { name: 'Save or print' }).press('Enter');
  await page.getByRole('button', { name: 'Save As a drawing (SVG)' }).press('Enter');
  await expect(page.getByText('Footnote may not write there')).toBeVisible();
});
