import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test, type Footnote } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';

declare global {
  /** What a stand-in for the printer got last: a PDF in base64. */
  var printedPage: string | undefined;
}

/** In place of the system's print dialog and printer: what Chromium would give them, by the same options. */
async function standInForThePrinter({ app }: Footnote): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) return;
    const printAs = async (printBackground: boolean): Promise<void> => {
      const pdf = await contents.printToPDF({ printBackground, pageSize: 'A4' });
      globalThis.printedPage = pdf.toString('base64');
    };
    contents.print = (options, done) => {
      void printAs(options?.printBackground === true).finally(() => done?.(true, ''));
    };
  });
}

async function printedPage({ app }: Footnote, folder: string): Promise<string> {
  await expect
    .poll(async () => app.evaluate(() => globalThis.printedPage !== undefined), { timeout: 30_000 })
    .toBe(true);
  const pdf = await app.evaluate(() => {
    const page = globalThis.printedPage;
    globalThis.printedPage = undefined;
    return page ?? '';
  });
  const file = join(folder, 'printed.pdf');
  writeFileSync(file, Buffer.from(pdf, 'base64'));
  return file;
}

/** Undefined where poppler is not installed. */
function pagesOf(pdf: string): readonly string[] | undefined {
  try {
    return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  } catch {
    return undefined;
  }
}

const wordsOf = (text: string): string => text.replaceAll(/\s+/g, '');

test('the insights are printed on light paper, without the rooms, with tables when they are wanted', async ({
  launchFootnote,
  home,
}) => {
  test.setTimeout(240_000);
  // The shell's own pickers: the question it asks the system is part of what is looked at.
  const footnote = await launchFootnote({ env: { FOOTNOTE_TEST_PICKERS: '' } });
  const { page } = footnote;
  await new DoorScreen(page).lookAround();
  await new TodayScreen(page).isShown();
  await standInForThePrinter(footnote);
  await page.keyboard.press('Control+p');
  await expect(page.getByText('This page can’t be printed.')).toBeVisible();

  await new RoomsColumn(page).go('Insights');
  const kinds = page.getByRole('region', { name: 'Do kinds of movement end differently?' });
  await expect(kinds).toBeVisible({ timeout: 20_000 });
  await page.emulateMedia({ colorScheme: 'dark' });
  const answers = await page
    .locator('main section > p:first-of-type')
    .evaluateAll((answersOfCards) => answersOfCards.map((answer) => answer.firstChild?.textContent ?? ''));
  expect(answers.length).toBeGreaterThan(9);
  const cards = await page
    .locator('main section:has([role="note"])')
    .evaluateAll((sections) =>
      sections.map((section): readonly [asked: string, evidence: string] => [
        section.querySelector('h2')?.textContent ?? '',
        section.querySelector('[role="note"]')?.lastChild?.textContent ?? '',
      ]),
    );

  await page.keyboard.press('Control+p');
  const question = page.getByRole('dialog', { name: 'Print this page' });
  await expect(question).toContainText('print queue, may keep a copy');
  expect(await accessibilityProblems(page)).toEqual([]);
  await question.getByRole('button', { name: 'Print', exact: true }).press('Enter');
  const bare = pagesOf(await printedPage(footnote, home));
  if (bare === undefined) return;
  const text = wordsOf(bare.join(' '));
  for (const answer of answers) expect(text).toContain(wordsOf(answer));
  expect(text).not.toContain('Settings');
  expect(text).not.toContain('Sample journal');
  expect(text).not.toContain(wordsOf('Show as table'));
  expect(text).not.toContain(wordsOf('How sessions of each kind ended'));
  // A card begins and ends on one page.
  for (const [asked, evidence] of cards) {
    const begins = bare.find((onPage) => wordsOf(onPage).includes(wordsOf(asked))) ?? '';
    // One that is longer than a page begins a page.
    if (!wordsOf(begins).includes(wordsOf(evidence))) {
      expect(wordsOf(begins).startsWith(wordsOf(asked))).toBe(true);
    }
  }
  // The room is as it was.
  await expect(page.getByRole('button', { name: 'How to read this' })).toBeVisible();
  await expect(kinds.getByRole('table')).toBeHidden();

  await page.keyboard.press('Control+p');
  await question.getByLabel('With the tables').check();
  await question.getByRole('button', { name: 'Print', exact: true }).press('Enter');
  const full = pagesOf(await printedPage(footnote, home)) ?? [];
  expect(full.length).toBeGreaterThan(bare.length);
  expect(wordsOf(full.join(' '))).toContain(wordsOf('How sessions of each kind ended'));
});

test('one answer is printed alone, and “How to read this” as it stands', async ({ launchFootnote, home }) => {
  test.setTimeout(180_000);
  const footnote = await launchFootnote({ env: { FOOTNOTE_TEST_PICKERS: '' } });
  const { page } = footnote;
  await new DoorScreen(page).lookAround();
  await new TodayScreen(page).isShown();
  await standInForThePrinter(footnote);
  await new RoomsColumn(page).go('Insights');
  const card = page.getByRole('region', { name: 'Which comes first?' });
  await card.getByRole('button', { name: 'Save or print' }).press('Enter', { timeout: 20_000 });
  await page.getByRole('dialog').getByRole('button', { name: 'Print', exact: true }).press('Enter');
  const question = page.getByRole('dialog', { name: 'Print this answer' });
  await question.getByRole('button', { name: 'Print', exact: true }).press('Enter');
  const alone = pagesOf(await printedPage(footnote, home));
  if (alone === undefined) return;
  expect(alone).toHaveLength(1);
  expect(alone[0]).toContain('Which comes first?');
  expect(alone[0]).not.toContain('Do kinds of movement end differently?');
  await expect(page.getByRole('region', { name: 'Do kinds of movement' })).toBeVisible();

  await page.getByRole('button', { name: 'How to read this' }).press('Enter');
  await page.keyboard.press('Control+p');
  await page.getByRole('dialog').getByRole('button', { name: 'Print', exact: true }).press('Enter');
  const reading = wordsOf((pagesOf(await printedPage(footnote, home)) ?? []).join(' '));
  expect(reading).toContain(wordsOf('What it cannot see'));
  expect(reading).toContain(wordsOf('It lays what you wrote down side by side'));
  expect(reading).not.toContain('Allquestions');
});
