import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { KitScreen } from './screens/KitScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';

const passphrase = 'orchard path, walking, no watch';

const journalIn = (home: string): string => join(home, 'Documents/Journal.journal');

test('a kit is read, mistyped, proved, and opens the journal when the passphrase is forgotten', async ({
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const footnote = await launchFootnote();
  const kit = new KitScreen(footnote.page);
  await new DoorScreen(footnote.page).beginWithoutKit(passphrase);
  const code = await kit.read();
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);

  await test.step('the code is covered while it is proved, and a typing error is said', async () => {
    await kit.goOn();
    for (const group of code.split('-')) await expect(footnote.page.getByText(group)).toHaveCount(0);
    await kit.type(code.replaceAll(/[^-]/g, (letter) => (letter === '7' ? '8' : '7')));
    await expect(kit.said).toContainText(/^Groups \d and \d do not match the kit yet/);
    await expect(footnote.page.getByRole('textbox').first()).toBeFocused();
  });

  await test.step('small letters and spaces prove it as well', async () => {
    await kit.type(code.toLowerCase().replaceAll('-', ' -'));
    await new TodayScreen(footnote.page).isShown();
  });

  const page = await footnote.pageAfterLock(() => new RoomsColumn(footnote.page).lock.click());
  const door = new DoorScreen(page);

  await test.step('a mistyped code and a stranger’s code are told apart', async () => {
    const other = code.at(-2) === 'A' ? 'B' : 'A';
    await door.giveCode(`${code.slice(0, -2)}${other}${code.at(-1)}`);
    await expect(door.problem).toContainText('One character of the code is not right');
    await door.code.fill('RC4EK-5VFVA-BZRZD-ZKB9W-P64H0-A3EC');
    await door.code.press('Enter');
    await expect(door.problem).toContainText(/not the one for this journal|not right/);
  });

  await test.step('the code asks for a new passphrase at once, and one can still turn back', async () => {
    await door.code.fill(code.toLowerCase().replaceAll('-', ' '));
    await door.code.press('Enter');
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
    await door.giveCode(code);
    await door.setNewPassphrase('geese over the long field');
    await new TodayScreen(page).isShown();
  });

  const again = await footnote.pageAfterLock(() => new RoomsColumn(page).lock.click());
  await new DoorScreen(again).unlock(passphrase);
  await expect(new DoorScreen(again).problem).toContainText('does not open this journal');
  await new DoorScreen(again).unlock('geese over the long field');
  await new TodayScreen(again).isShown();
});

test('the kit is saved as a PDF that holds the code and nothing of the journal', async ({
  home,
  launchFootnote,
}) => {
  const target = join(home, 'kit.pdf');
  const footnote = await launchFootnote({ pickers: { kitTarget: target } });
  const kit = new KitScreen(footnote.page);
  await new DoorScreen(footnote.page).beginWithoutKit(passphrase);
  const code = await kit.read();
  await kit.savePdf.click();
  await expect(kit.said).toContainText('Saved as ~/kit.pdf');
  expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
  expect(statSync(target).mode & 0o077).toBe(0);
  const text = textOfPdf(target);
  if (text === undefined) return;
  for (const group of code.split('-')) expect(text).toContain(group);
  expect(text).toContain('Journal');
  expect(text).toContain('Use the recovery code');
  expect(text).not.toContain('go on');
  expect(text.split('\f').filter((page) => page.trim() !== '')).toHaveLength(1);
});

/** Undefined where poppler is not installed. */
function textOfPdf(file: string): string | undefined {
  try {
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}

test('a person who locks before proving the kit comes back to the journal', async ({ launchFootnote }) => {
  const footnote = await launchFootnote();
  const kit = new KitScreen(footnote.page);
  await new DoorScreen(footnote.page).beginWithoutKit(passphrase);
  await kit.read();
  await footnote.page.keyboard.press('Escape');
  await expect(kit.heading).toBeVisible();
  const page = await footnote.pageAfterLock(() => kit.lock.click());
  await expect(page.getByRole('list', { name: 'Recovery code' })).toHaveCount(0);
  await new DoorScreen(page).unlock(passphrase);
  await new TodayScreen(page).isShown();
});

test('a passphrase is judged in words and never refused for being weak, only for being empty', async ({
  launchFootnote,
}) => {
  const { page } = await launchFootnote();
  const door = new DoorScreen(page);
  await door.passphrase.fill('walking');
  await expect(page.getByText('would need less than a minute').first()).toBeVisible();
  await expect(page.getByText('You can use it all the same.').first()).toBeVisible();
  await door.passphrase.fill('orchard path, walking, no watch');
  await expect(page.getByText('would need longer than ten thousand years').first()).toBeVisible();

  await door.beginWithoutKit('   ');
  await expect(door.problem).toContainText('A journal needs a passphrase');
  await door.beginWithoutKit('walking');
  await new KitScreen(page).read();
});

test('a refused place keeps what was typed, and leads to the journal that lies there', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const footnote = await launchFootnote();
  await new DoorScreen(footnote.page).begin(passphrase);
  await footnote.quit();

  const stranger = await launchFootnote({
    userData: 'stranger',
    pickers: { newJournal: journalIn(home), existingJournal: join(home, 'Documents') },
  });
  const door = new DoorScreen(stranger.page);
  await stranger.page.getByRole('button', { name: 'Choose another place' }).click();
  await door.beginWithoutKit(passphrase);
  await expect(door.problem).toContainText('A journal already lies there');
  await expect(door.passphrase).toHaveValue(passphrase);
  await expect(door.again).toHaveValue(passphrase);
  await stranger.page.getByRole('button', { name: 'Open the journal that lies there' }).click();
  await expect(stranger.page.getByRole('heading', { name: 'Open this journal' })).toBeVisible();

  await test.step('a folder without a journal is not greeted', async () => {
    await stranger.page.getByRole('button', { name: 'Open another journal' }).click();
    await expect(stranger.page.getByRole('heading', { name: 'No journal in that folder' })).toBeVisible();
    await expect(stranger.page.getByRole('heading', { name: 'Welcome back' })).toHaveCount(0);
    await expect(stranger.page.getByRole('button', { name: 'Open it from where it is' })).toBeFocused();
  });
});

test('without a keyring nothing offers this computer’s login', async ({ launchFootnote }) => {
  const footnote = await launchFootnote();
  await new DoorScreen(footnote.page).begin(passphrase);
  const page = await footnote.pageAfterLock(() => new RoomsColumn(footnote.page).lock.click());
  await new DoorScreen(page).seesUnlock();
  await expect(page.getByRole('button', { name: /login/ })).toHaveCount(0);
});

/** As a later Footnote would write it: the rule of its checksum stays. */
function fromNewerVersion(keyFile: string): string {
  const { checksum: _, ...rest } = JSON.parse(keyFile) as Record<string, unknown>;
  const newer = { ...rest, version: 99 };
  const checksum = createHash('sha256').update(JSON.stringify(newer)).digest('base64');
  return JSON.stringify({ ...newer, checksum });
}

test('every other way a journal can refuse is said calmly, with a way on', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(180_000);
  const keeper = await launchFootnote();
  await new DoorScreen(keeper.page).begin(passphrase);
  await new TodayScreen(keeper.page).isShown();
  const folder = journalIn(home);

  const stranger = await launchFootnote({ userData: 'stranger', pickers: { existingJournal: folder } });
  const { page } = stranger;
  const door = new DoorScreen(page);
  await page.getByRole('button', { name: 'Open a journal I already have' }).click();

  await test.step('open elsewhere', async () => {
    await door.unlock(passphrase);
    await expect(page.getByRole('heading', { name: 'Open somewhere else' })).toBeVisible();
    await expect(door.passphrase).toHaveValue(passphrase);
    await keeper.quit();
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await new TodayScreen(page).isShown();
    await stranger.quit();
  });

  const key = readFileSync(join(folder, 'vault.json'), 'utf8');
  const states = [
    {
      heading: 'From a newer Footnote',
      way: 'Try again',
      make: () => {
        const newer = fromNewerVersion(key);
        for (const file of ['vault.json', 'vault.json.bak']) writeFileSync(join(folder, file), newer);
      },
      mend: () => {
        for (const file of ['vault.json', 'vault.json.bak']) writeFileSync(join(folder, file), key);
      },
    },
    {
      heading: 'That folder can’t be read',
      way: 'Try again',
      make: () => {
        renameSync(join(folder, 'journal.db'), join(home, 'journal.db'));
        mkdirSync(join(folder, 'journal.db'));
      },
      mend: () => {
        rmSync(join(folder, 'journal.db'), { recursive: true });
        renameSync(join(home, 'journal.db'), join(folder, 'journal.db'));
      },
    },
    {
      heading: 'No journal in that folder',
      way: 'Try again',
      make: () => renameSync(folder, join(home, 'elsewhere')),
      mend: () => renameSync(join(home, 'elsewhere'), folder),
    },
  ] as const;

  for (const { heading, way, make, mend } of states) {
    await test.step(heading, async () => {
      const footnote = await launchFootnote();
      const at = new DoorScreen(footnote.page);
      await at.seesUnlock();
      make();
      await at.unlock(passphrase);
      await expect(footnote.page.getByRole('heading', { name: heading })).toBeVisible();
      await expect(at.passphrase).toHaveCount(0);
      expect(await accessibilityProblems(footnote.page)).toEqual([]);
      mend();
      await footnote.page.getByRole('button', { name: way }).click();
      await at.unlock(passphrase);
      await new TodayScreen(footnote.page).isShown();
      await footnote.quit();
    });
  }
});

test('the kit and the way back through the code stand up to WCAG 2.2 AA and need no mouse', async ({
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const footnote = await launchFootnote();
  const problems: string[] = [];
  const look = async (page: Page, name: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const problem of await accessibilityProblems(page))
        problems.push(`${name}, ${colorScheme}: ${problem}`);
    }
  };
  const { page } = footnote;
  const { keyboard } = page;
  const kit = new KitScreen(page);
  await expect(new DoorScreen(page).passphrase).toBeFocused();
  await keyboard.type(passphrase);
  await look(page, 'Begin');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.type(passphrase);
  await keyboard.press('Enter');
  const code = await kit.read();
  await expect(kit.heading).toBeFocused();
  await look(page, 'Kit');
  for (let presses = 0; presses < 3; presses += 1) await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox').first()).toBeFocused();
  await look(page, 'Proof');
  const asked = await page
    .getByRole('textbox')
    .evaluateAll((fields) =>
      fields.map((field) => (field as HTMLInputElement).labels?.[0]?.textContent ?? ''),
    );
  const groups = asked.map((label) => code.split('-')[Number(label.slice(-1)) - 1] ?? '');
  await keyboard.type(groups[0] ?? '');
  await keyboard.press('Tab');
  await keyboard.type(groups[1] ?? '');
  await keyboard.press('Enter');
  await new TodayScreen(page).isShown();

  const locked = await footnote.pageAfterLock(async () =>
    // The page goes away under the key.
    keyboard.press('ControlOrMeta+l').catch(() => undefined),
  );
  await new DoorScreen(locked).giveCode(code);
  await expect(locked.getByRole('heading', { name: 'A new passphrase' })).toBeVisible();
  await expect(new DoorScreen(locked).passphrase).toBeFocused();
  await look(locked, 'New passphrase');
  expect(problems).toEqual([]);
});
