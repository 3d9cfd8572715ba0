import { scanForText } from '../support/scanForText';
import { expect, test, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';

const passphrase = 'a passphrase nobody wrote down';
/** No dictionary has it, and no file may. */
const ownWord = 'Qvellinarthe';

/** The words the browser paints as misspelled, in the order of the page. */
const markedOn = async (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const ranges = [...(CSS.highlights.get('spelling') ?? [])].filter((range) => range instanceof Range);
    return ranges
      .toSorted((left, right) => left.compareBoundaryPoints(Range.START_TO_START, right))
      .map(String);
  });

const seesMarked = async (page: Page, words: readonly string[]): Promise<void> =>
  expect.poll(async () => markedOn(page), { timeout: 15_000 }).toEqual(words);

async function rightClickOn(page: Page, word: string): Promise<void> {
  const place = await page.evaluate((wanted) => {
    const range = [...(CSS.highlights.get('spelling') ?? [])].find((one) => String(one) === wanted);
    if (!(range instanceof Range)) return null;
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, word);
  if (place === null) throw new Error(`${word} is not marked`);
  await page.mouse.click(place.x, place.y, { button: 'right' });
}

/** What the page was refused by its policies from now on. */
async function noteRefusals(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective));
    Object.assign(window, { refused });
  });
  return async () => page.evaluate(() => Reflect.get(window, 'refused'));
}

async function chooseLanguage(page: Page, language: string): Promise<void> {
  await new RoomsColumn(page).go('Settings');
  await page.getByRole('radiogroup', { name: 'Check my spelling in' }).getByText(language).click();
  await expect(page.getByRole('radio', { name: language })).toBeChecked();
}

test('two planted errors are found and mended; an own word lasts, and is nowhere but in the journal', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(180_000);
  const leaks = () => scanForText([home, '/dev/shm'], ownWord);

  const first = await launchFootnote();
  const { page } = first;
  const refusals = await noteRefusals(page);
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  await chooseLanguage(page, 'English (UK)');
  await new RoomsColumn(page).go('Write');
  const write = new WriteScreen(page);
  await write.write(`${ownWord} and I recieved the colour of the seperate morning. `);
  await seesMarked(page, [ownWord, 'recieved', 'seperate']);

  await rightClickOn(page, 'recieved');
  await expect(page.getByRole('menuitem').first()).toHaveText('received');
  await page.getByRole('menuitem', { name: 'received', exact: true }).click();
  await seesMarked(page, [ownWord, 'seperate']);

  await page.keyboard.press('F7');
  await page.keyboard.press('Escape');
  await rightClickOn(page, 'seperate');
  await expect(page.getByRole('menuitem').first()).toHaveText('separate');
  await page.keyboard.press('Enter');
  await expect(write.text).toContainText('I received the colour of the separate morning.');

  await seesMarked(page, [ownWord]);
  await rightClickOn(page, ownWord);
  await page.getByRole('menuitem', { name: 'Add to my words' }).click();
  await seesMarked(page, []);
  await write.isSaved();
  expect(await refusals(), 'nothing was refused by the content security policy').toEqual([]);
  expect(leaks(), 'while unlocked').toEqual([]);
  await first.quit();
  expect(leaks(), 'after quitting').toEqual([]);

  const second = await launchFootnote();
  await new DoorScreen(second.page).unlock(passphrase);
  await new TodayScreen(second.page).isShown();
  await new RoomsColumn(second.page).go('Write');
  await new WriteScreen(second.page).write(`${ownWord} was there, and ${ownWord}’s frend. `);
  await seesMarked(second.page, ['frend']);
  await new RoomsColumn(second.page).go('Settings');
  await expect(second.page.getByRole('button', { name: `Remove ${ownWord}` })).toBeVisible();
  await second.page.getByRole('button', { name: `Remove ${ownWord}` }).click();
  await expect(second.page.getByText('None yet.', { exact: false })).toBeVisible();
  await new RoomsColumn(second.page).go('Write');
  await new WriteScreen(second.page).write(`${ownWord} again. `);
  await seesMarked(second.page, [ownWord]);
  await second.kill();
  expect(leaks(), 'after a kill').toEqual([]);
});

test('the keyboard opens the menu, and the language decides what is right', async ({ launchFootnote }) => {
  test.setTimeout(120_000);
  const { page } = await launchFootnote();
  await new DoorScreen(page).lookAround();
  await new TodayScreen(page).isShown();
  await chooseLanguage(page, 'English (US)');
  await new RoomsColumn(page).go('Write');
  const write = new WriteScreen(page);
  await write.write('The colour of it. ');
  await seesMarked(page, ['colour']);
  await page.keyboard.press('F7');
  await expect(page.getByRole('menu', { name: 'Spelling of “colour”' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'color', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(write.text).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'color', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(write.text).toHaveText('The color of it. ');
  await write.isSaved();
  await chooseLanguage(page, 'Off');
  await new RoomsColumn(page).go('Write');
  await new WriteScreen(page).write('teh colour ');
  await page.waitForTimeout(1500);
  expect(await markedOn(page)).toEqual([]);
});
