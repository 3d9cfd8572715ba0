import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';
import { chooseFromMenu } from './steps';

const passphrase = 'a desk under the window';

async function openWrite(page: Page): Promise<WriteScreen> {
  await new RoomsColumn(page).go('Write');
  const write = new WriteScreen(page);
  await expect(write.text).toBeFocused();
  return write;
}

/** What a script inside the page gets that asks by itself to have an address opened. */
const askByScript = async (page: Page, address: string): Promise<string | undefined> =>
  page.evaluate(async (asked) => {
    const { footnote } = globalThis as unknown as {
      footnote: { invoke: (channel: string, input: unknown) => Promise<{ error?: { type: string } }> };
    };
    return (await footnote.invoke('link.open', { address: asked })).error?.type;
  }, address);

const opacity = async (page: Page): Promise<readonly string[]> =>
  Promise.all(
    [
      page.getByRole('navigation'),
      page.getByRole('complementary', { name: 'In the margin' }),
      page.getByRole('toolbar', { name: 'Shape the text' }),
    ].map(async (part) => part.evaluate((element) => getComputedStyle(element).opacity)),
  );

test('focus leaves only the page, lasts over a start, and Escape leaves it', async ({ launchFootnote }) => {
  test.setTimeout(120_000);
  const first = await launchFootnote();
  await new DoorScreen(first.page).begin(passphrase);
  await new TodayScreen(first.page).isShown();
  const write = await openWrite(first.page);
  await first.page.mouse.move(500, 300);
  await first.page.keyboard.press('F8');
  await expect.poll(() => opacity(first.page)).toEqual(['0', '0', '0']);
  await first.page.keyboard.press('Alt+F10');
  await expect.poll(() => opacity(first.page)).toEqual(['0', '0', '1']);
  await first.page.keyboard.press('Escape');
  await expect(write.text).toBeFocused();
  await new RoomsColumn(first.page).go('Today');
  await expect(first.page.getByRole('navigation')).toHaveCSS('opacity', '1');
  await first.quit();

  const second = await launchFootnote();
  await new DoorScreen(second.page).unlock(passphrase);
  await new TodayScreen(second.page).isShown();
  await openWrite(second.page);
  await second.page.mouse.move(500, 300);
  await expect.poll(() => opacity(second.page)).toEqual(['0', '0', '0']);
  await second.page.keyboard.press('Escape');
  await expect.poll(() => opacity(second.page)).toEqual(['1', '1', '1']);
});

test('Ctrl F in the text finds and replaces in the entry, from elsewhere it searches the journal', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  await new DoorScreen(page).lookAround();
  await new TodayScreen(page).isShown();
  const write = await openWrite(page);
  await write.write('a lake and another lake');
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: 'Find in this entry' });
  await expect(field).toBeFocused();
  await field.fill('LAKE');
  await expect(page.getByRole('search')).toContainText('of 2');
  await page.getByRole('textbox', { name: 'Replace with' }).fill('hill');
  await page.getByRole('button', { name: 'Replace all' }).click();
  await expect(write.text).toHaveText('a hill and another hill');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(write.text).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(write.text).toHaveText('a lake and another lake');
  await write.isSaved();

  await page.keyboard.press('Control+Shift+f');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await openWrite(page);
  await page.getByRole('button', { name: 'Today' }).focus();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('a link is opened by the system, and only when the person said so to the system', async ({
  home,
  launchFootnote,
}) => {
  const opened = join(home, 'profile-answers.json.opened');
  const { page, answerPickers } = await launchFootnote({ pickers: { openAddress: 'cancel' } });
  await new DoorScreen(page).lookAround();
  await new TodayScreen(page).isShown();
  const write = await openWrite(page);
  const address = 'https://example.org/orchard?path=long#end';
  await write.write(`see [the path](${address}) now`);
  const link = page.getByText('the path', { exact: true });
  await link.click();
  await link.click({ modifiers: ['Control'] });
  expect(await askByScript(page, 'https://example.org/by-itself'), 'what a page that went wrong gets').toBe(
    'Cancelled',
  );
  expect(existsSync(opened), 'before anybody said so').toBe(false);
  answerPickers({ openAddress: 'open' });
  await page.keyboard.press('Alt+Enter');
  await expect.poll(() => (existsSync(opened) ? readFileSync(opened, 'utf8') : '')).toBe(`${address}\n`);
  expect(page.url()).toMatch(/^footnote:/);
});

test('the desk with its menus open stands up to WCAG 2.2 AA, light and dark', async ({ launchFootnote }) => {
  test.setTimeout(120_000);
  const { page } = await launchFootnote();
  await new DoorScreen(page).lookAround();
  await new TodayScreen(page).isShown();
  const write = await openWrite(page);
  const problems: string[] = [];
  const look = async (name: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(300);
      for (const problem of await accessibilityProblems(page))
        problems.push(`${name}, ${colorScheme}: ${problem}`);
    }
  };
  await write.write('see [the path](https://example.org) and words ');
  await write.write('/');
  await expect(page.getByRole('listbox', { name: 'Insert' })).toBeVisible();
  await look('slash menu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Home');
  await expect(page.getByRole('toolbar', { name: 'Shape the selection' })).toBeVisible();
  await look('selection');
  await page.getByText('the path', { exact: true }).click();
  await expect(page.getByRole('toolbar', { name: 'Link' })).toBeVisible();
  await look('link');
  await page.getByRole('button', { name: 'More tools' }).click();
  await expect(page.getByRole('menu', { name: 'More tools' })).toBeVisible();
  await look('more tools');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F8');
  await look('focus');
  await page.keyboard.press('F8');
  expect(problems).toEqual([]);
});

test('the menu pastes as plain text: what looks like Markdown stays what it is', async ({
  launchFootnote,
}) => {
  const footnote = await launchFootnote();
  const { app, page } = footnote;
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  const write = await openWrite(page);
  const copy = async (text: string) =>
    app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
  await copy('## Tonight\n\n- one\n- two');
  await chooseFromMenu(footnote, 'Paste as plain text');
  await expect(write.text).toContainText('## Tonight');
  await expect(write.text).toContainText('- two');
  await expect(write.text.getByRole('heading')).toHaveCount(0);
  await write.isSaved();
  // The page asks for it only after the menu: by itself it gets nothing.
  await copy('not asked for');
  await page.evaluate(async () => {
    const { footnote: bridge } = globalThis as unknown as {
      footnote: { invoke: (channel: string, input: unknown) => Promise<unknown> };
    };
    await bridge.invoke('app.pastePlain', {});
  });
  await page.keyboard.type(' end');
  await expect(write.text).toContainText('end');
  await expect(write.text).not.toContainText('not asked for');
});
