import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { SettingsScreen } from './screens/SettingsScreen';
import { TodayScreen } from './screens/TodayScreen';
import { lockAndUnlock } from './steps';

const passphrase = 'slates on the shed roof';

/** Types as a person would and counts: a chord is one key. */
function countedKeys(page: Page) {
  let pressed = 0;
  return {
    press: async (key: string): Promise<void> => {
      pressed += 1;
      await page.keyboard.press(key);
    },
    pressed: () => pressed,
  };
}

async function problemsInBothSchemes(page: Page): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    problems.push(...(await accessibilityProblems(page)).map((problem) => `${colorScheme}: ${problem}`));
  }
  return problems;
}

/** Where the clock stands at that hour just now, or at the one before when it would soon be over. */
function zoneWhereItIs(wanted: number): { readonly zone: string; readonly offset: number } {
  const now = new Date();
  const hour = now.getUTCMinutes() < 50 ? wanted : wanted - 1;
  const ahead = (((hour - now.getUTCHours()) % 24) + 24) % 24;
  const offset = ahead > 12 ? ahead - 24 : ahead;
  // The signs of these names are turned round.
  return { zone: offset === 0 ? 'UTC' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`, offset };
}

test('from any room a check-in takes two keys, and can be opened, changed, removed and taken back by keyboard', async ({
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin(passphrase);
  const today = new TodayScreen(page);
  await today.isShown();
  await page.keyboard.press('ControlOrMeta+4');
  await expect(page.getByRole('heading', { name: 'Movement' })).toBeVisible();

  const keys = countedKeys(page);
  await keys.press('ControlOrMeta+1');
  await keys.press('2');
  await expect(page.getByText(/^Noted at \d\d:\d\d\.$/)).toBeVisible();
  expect(keys.pressed()).toBeLessThanOrEqual(3);
  const line = today.margin.getByRole('button', { name: /^Unpleasant/ });
  await expect(line).toBeVisible();

  await page.getByLabel('A note').fill('The stairs again.');
  await expect(today.margin.getByText('“The stairs again.”')).toBeVisible();
  await page.getByRole('button', { name: '+ a word of your own' }).press('Enter');
  await page.keyboard.type('homesick');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: 'homesick' })).toBeChecked();
  expect(await problemsInBothSchemes(page)).toEqual([]);

  await line.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'How it was then' });
  await expect(dialog.getByLabel('A note')).toHaveValue('The stairs again.');
  await expect(dialog.getByRole('radio', { name: '2, unpleasant' })).toBeChecked();
  await dialog.getByRole('radio', { name: '2, unpleasant' }).press('5');
  await dialog.getByLabel('A note').fill('The light on the roofs.');
  expect(await problemsInBothSchemes(page)).toEqual([]);
  // What is left without an answer is there again.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(line).toBeFocused();
  await line.press('Enter');
  await expect(dialog.getByLabel('A note')).toHaveValue('The light on the roofs.');
  await dialog.getByLabel('A note').press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const changed = today.margin.getByRole('button', { name: /^Slightly pleasant/ });
  await expect(changed).toContainText('“The light on the roofs.”');
  // The panel goes on from what the dialog said.
  await expect(page.getByLabel('A note')).toHaveValue('The light on the roofs.');

  await changed.press('Enter');
  await dialog.getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(changed).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(changed).toContainText('homesick');
});

test('at three in the night a check-in is of the day that is not over, and one of days ago is from memory', async ({
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const { zone, offset } = zoneWhereItIs(3);
  const { page } = await launchFootnote({ env: { TZ: zone } });
  await new DoorScreen(page).begin(passphrase);
  const today = new TodayScreen(page);
  await today.isShown();
  const date = Temporal.Instant.fromEpochMilliseconds(Date.now() + offset * 3_600_000)
    .toZonedDateTimeISO('UTC')
    .toPlainDate();
  const living = date.subtract({ days: 1 });
  await expect(page.getByRole('heading', { level: 1 })).toContainText(String(living.day));
  await page.keyboard.press('7');
  await expect(today.margin.getByRole('button', { name: /^Very pleasant/ })).toBeVisible();

  const dialog = page.getByRole('dialog', { name: 'An earlier moment' });
  const earlier = page.getByRole('button', { name: 'An earlier moment' });
  await earlier.press('Enter');
  await expect(dialog.getByLabel('Day', { exact: true })).toHaveValue(living.toString());
  await expect(dialog.getByText(/^That is in the night after/)).toBeVisible();
  await dialog.getByRole('radio', { name: /^3,/ }).check();
  await dialog.getByLabel('Time').fill('22:15');
  await expect(dialog.getByText(/^That is in the night after/)).toBeHidden();
  // A moment that has not come is refused in a sentence, and what was typed stays.
  await dialog.getByLabel('Day', { exact: true }).fill(date.toString());
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(
    'That moment has not come yet. Choose now or an earlier one.',
  );
  await expect(dialog.getByLabel('Time')).toHaveValue('22:15');
  await dialog.getByLabel('Day', { exact: true }).fill(living.toString());
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(dialog).toBeHidden();
  await expect(today.margin.getByRole('listitem').first()).toContainText('22:15');

  await earlier.press('Enter');
  await dialog.getByRole('radio', { name: /^1,/ }).check();
  await dialog.getByLabel('Day', { exact: true }).fill(living.subtract({ days: 3 }).toString());
  await expect(dialog.getByText('More than a day ago: it will be marked as from memory.')).toBeVisible();
  await dialog.getByLabel('A note').fill('Told late');
  expect(await problemsInBothSchemes(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByText('Noted.', { exact: true })).toBeVisible();
  await expect(today.margin.getByRole('listitem')).toHaveCount(2);
});

/** The built command line, with a clock that is some minutes behind. */
function footnoteAgo(minutes: number, zone: string, profile: string, words: readonly string[]) {
  const clock = `const now = Date.now.bind(Date); Date.now = () => now() - ${minutes * 60_000};`;
  const { status } = spawnSync(
    process.execPath,
    [
      `--import=data:text/javascript,${encodeURIComponent(clock)}`,
      resolve(import.meta.dirname, '../../out/main/footnote.js'),
      ...words,
      '--passphrase-stdin',
    ],
    { input: `${passphrase}\n`, env: { ...process.env, FOOTNOTE_USER_DATA: profile, TZ: zone } },
  );
  return status;
}

test('what was noted first stays to be read beside its correction', async ({ home, launchFootnote }) => {
  test.setTimeout(120_000);
  const { zone } = zoneWhereItIs(15);
  const folder = join(home, 'Documents', 'Knee.journal');
  const profile = join(home, 'terminal');
  expect(footnoteAgo(100, zone, profile, ['create', folder])).toBe(0);
  const noted = ['checkin', folder, '2', '--feeling', 'grief', '--note', 'On the bench'];
  expect(footnoteAgo(95, zone, profile, noted)).toBe(0);
  const { page } = await launchFootnote({ env: { TZ: zone }, pickers: { existingJournal: folder } });
  await page.getByRole('button', { name: 'Open a journal I already have' }).click();
  await new DoorScreen(page).unlock(passphrase);
  const { margin } = new TodayScreen(page);
  await new TodayScreen(page).isShown();
  await margin.getByRole('button', { name: /^Unpleasant/ }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'How it was then' });
  await expect(dialog.getByText('What you noted first')).toBeHidden();
  await dialog.getByRole('radio', { name: '4, neutral' }).check();
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await margin.getByRole('button', { name: /^Neutral/ }).press('Enter');
  await expect(dialog.getByText('What you noted first')).toBeVisible();
  await expect(dialog.getByText('Unpleasant; grief')).toBeVisible();
  expect(await problemsInBothSchemes(page)).toEqual([]);
});

test('a form that was left open is in the journal after a lock', async ({ launchFootnote }) => {
  test.setTimeout(120_000);
  const footnote = await launchFootnote();
  const { page } = footnote;
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  await page.getByRole('button', { name: 'An earlier moment' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'An earlier moment' });
  await dialog.getByRole('radio', { name: /^6,/ }).check();
  await dialog.getByLabel('A note').fill('Before the lid was closed');
  await page.keyboard.press('Escape');
  const unlocked = await lockAndUnlock(footnote, page, passphrase);
  await expect(new TodayScreen(unlocked).margin.getByText('“Before the lid was closed”')).toBeVisible();
});

test('the field gives both numbers, by arrow keys and by pointer, and the order of the words is one’s own', async ({
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const { page } = await launchFootnote();
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  const rooms = new RoomsColumn(page);
  await rooms.go('Settings');
  const part = await new SettingsScreen(page).part('Feelings');
  await part.getByText('A field', { exact: true }).click();
  await expect(part.getByRole('radio', { name: 'A field' })).toBeChecked();
  await part.getByLabel('A word of your own').fill('Joy');
  await page.keyboard.press('Enter');
  await expect(part.getByRole('alert')).toHaveText('“Joy” is there already.');
  await part.getByLabel('A word of your own').fill('wistful');
  await page.keyboard.press('Enter');
  const words = part.getByRole('list').getByRole('listitem');
  await expect(words.last()).toContainText('wistful');
  await part.getByRole('button', { name: 'Move “wistful” up' }).press('Alt+ArrowUp');
  await expect(words.last()).toContainText('connection');
  await expect(part.getByRole('button', { name: 'Move “wistful” up' })).toBeFocused();
  for (let before = await words.allTextContents(); !before[0]?.includes('wistful');) {
    const order = before;
    await page.keyboard.press('Enter');
    await expect(async () => expect(await words.allTextContents()).not.toEqual(order)).toPass();
    before = await words.allTextContents();
  }
  await part.getByRole('button', { name: 'Hide “rage”' }).press('Enter');
  await expect(part.getByRole('button', { name: 'Show “rage”' })).toBeVisible();
  expect(await problemsInBothSchemes(page)).toEqual([]);

  await rooms.go('Today');
  const pleasant = page.getByRole('slider', { name: 'How pleasant' });
  const energy = page.getByRole('slider', { name: 'Energy' });
  await pleasant.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(pleasant).toHaveAttribute('aria-valuetext', 'slightly pleasant; energy: some');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(energy).toBeFocused();
  await expect(energy).toHaveAttribute('aria-valuetext', 'slightly pleasant; energy: plenty');
  const today = new TodayScreen(page);
  await expect(today.margin.getByRole('button', { name: /^Slightly pleasant/ })).toBeVisible();
  const feelings = page.getByRole('group', { name: 'Feelings' }).getByRole('checkbox');
  await expect(feelings.first()).toHaveAccessibleName('wistful');
  await expect(page.getByRole('checkbox', { name: 'rage' })).toHaveCount(0);
  expect(await problemsInBothSchemes(page)).toEqual([]);

  await page.getByRole('button', { name: 'Note another' }).click();
  const field = page.getByRole('group', { name: 'How is it right now?' });
  const box = await field.locator('div').first().boundingBox();
  if (!box) throw new Error('the field is there');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 2, box.y + box.height - 2, { steps: 4 });
  await page.mouse.up();
  await expect(pleasant).toHaveAttribute('aria-valuetext', 'very unpleasant; energy: hardly any');
  await expect(today.margin.getByRole('button', { name: /^Very unpleasant/ })).toBeVisible();
  await page.getByRole('button', { name: 'Leave the energy out' }).click();
  await expect(pleasant).toHaveAttribute('aria-valuetext', 'very unpleasant; no energy noted');
  // One key is one of the seven stops here, too.
  await page.keyboard.press('4');
  await expect(pleasant).toHaveAttribute('aria-valuetext', 'neutral; no energy noted');
});
