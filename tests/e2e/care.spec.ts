import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityProblems } from '../support/accessibilityProblems';
import {
  cannotMount,
  fillDisk,
  makeRoom,
  mountReadOnly,
  mountSmallDisk,
  type Mount,
} from '../support/testMounts';
import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { TransferScreen } from './screens/TransferScreen';
import { WriteScreen } from './screens/WriteScreen';
import { lockAndUnlock, noticesOf, writeAndSave } from './steps';

const passphrase = 'the long field, in the rain';
const journalOf = (home: string): string => join(home, 'Documents', 'Journal.journal');

const mounts: Mount[] = [];
test.afterEach(() => {
  for (const mount of mounts.splice(0)) mount.end();
});

test('an older copy that was put back is told of calmly, and locks nobody out', async ({
  home,
  launchFootnote,
}) => {
  const first = await launchFootnote();
  await new DoorScreen(first.page).begin(passphrase);
  await writeAndSave(first.page, 'The first page.');
  await first.quit();
  cpSync(journalOf(home), join(home, 'copy'), { recursive: true });
  const second = await launchFootnote();
  await new DoorScreen(second.page).unlock(passphrase);
  await new TodayScreen(second.page).isShown();
  await writeAndSave(second.page, 'A later page.');
  await second.quit();
  rmSync(journalOf(home), { recursive: true });
  cpSync(join(home, 'copy'), journalOf(home), { recursive: true });

  const third = await launchFootnote();
  const { page } = third;
  await new DoorScreen(page).unlock(passphrase);
  await new TodayScreen(page).isShown();
  await expect(noticesOf(page)).toContainText('This is an earlier state of your journal.');
  expect(await accessibilityProblems(page)).toEqual([]);
  await noticesOf(page).getByRole('button', { name: 'Look at the backups' }).click();
  await expect(page.getByRole('heading', { name: 'Backups' })).toBeFocused();
  await writeAndSave(page, 'Writing goes on.');
  await noticesOf(page)
    .getByRole('button', { name: /^I know/ })
    .click();
  await expect(noticesOf(page)).toBeHidden();
  const again = await lockAndUnlock(third, page, passphrase);
  await expect(noticesOf(again)).toBeHidden();
  await expect(new TodayScreen(again).margin).toContainText('Writing goes on.');
});

test('a journal that may only be read opens, says so, and can be taken along', async ({
  home,
  launchFootnote,
}) => {
  test.skip(cannotMount !== null, cannotMount ?? '');
  const first = await launchFootnote();
  await new DoorScreen(first.page).begin(passphrase);
  await writeAndSave(first.page, 'Read me anywhere.');
  await first.quit();
  mounts.push(mountReadOnly(journalOf(home)));

  const { page, answerPickers } = await launchFootnote();
  await new DoorScreen(page).unlock(passphrase);
  await expect(noticesOf(page)).toContainText('This journal is open for reading only.');
  await expect(new TodayScreen(page).scale).toBeHidden();
  expect(await accessibilityProblems(page)).toEqual([]);
  await new TodayScreen(page).margin.getByRole('button', { name: /Read me anywhere/ }).click();
  const { text } = new WriteScreen(page);
  await expect(text).toHaveText('Read me anywhere.');
  await expect(text).toHaveAttribute('contenteditable', 'false');
  await expect(page.getByRole('main')).toContainText('open for reading only');
  await new RoomsColumn(page).go('Movement');
  await expect(page.getByRole('main').getByRole('button', { name: /Log|Just log/ })).toHaveCount(0);

  await noticesOf(page).getByRole('button', { name: 'Take it with you' }).click();
  answerPickers({ exportTarget: join(home, 'taken') });
  await new TransferScreen(page).takeOut('Markdown');
  await expect(page.getByText(/^Written to .* 1 entry/)).toBeVisible();
  await noticesOf(page)
    .getByRole('button', { name: /^I know/ })
    .click();
  await expect(noticesOf(page)).toBeHidden();
  await expect(page.getByText('For reading only. Offline.')).toBeVisible();
});

test('words typed while the disk is full stay, are told of in every room, and are saved when there is room', async ({
  home,
  launchFootnote,
}) => {
  test.skip(cannotMount !== null, cannotMount ?? '');
  test.setTimeout(120_000);
  const documents = join(home, 'Documents');
  mounts.push(mountSmallDisk(documents, 24 * 1024 * 1024));
  const footnote = await launchFootnote();
  const { page } = footnote;
  await new DoorScreen(page).begin(passphrase);
  await writeAndSave(page, 'Saved before.');
  const write = new WriteScreen(page);

  await test.step('the page says so', async () => {
    await expect(async () => {
      fillDisk(documents);
      await write.write(' x');
      await expect(page.getByRole('alert').filter({ hasText: 'The disk is full' })).toBeVisible({
        timeout: 4_000,
      });
    }).toPass({ timeout: 40_000 });
    await write.write(' Not saved yet.');
  });

  await test.step('every other room says so, and the page comes back with its newest words', async () => {
    await new RoomsColumn(page).go('Today');
    await expect(noticesOf(page)).toContainText('A page is not saved yet.');
    await new TodayScreen(page).margin.getByRole('button', { name: /Saved before/ }).click();
    await expect(write.text).toContainText('Not saved yet.');
    await new RoomsColumn(page).go('Journal');
    await noticesOf(page).getByRole('button', { name: 'Show the page' }).click();
    await expect(write.text).toContainText('Not saved yet.');
  });

  await test.step('a lock that comes by itself hides everything and keeps the words', async () => {
    await footnote.app.evaluate((electron) => electron.powerMonitor.emit('suspend'));
    await expect(page.getByRole('dialog', { name: 'The curtain is drawn' })).toContainText(
      'Not every word is saved yet',
    );
  });

  await test.step('it locks by itself when there is room, and nothing is lost', async () => {
    const locked = await footnote.pageAfterLock(async () => makeRoom(documents));
    await new DoorScreen(locked).unlock(passphrase);
    await new TodayScreen(locked).isShown();
    await locked.getByRole('button', { name: /Saved before/ }).click();
    await expect(new WriteScreen(locked).text).toContainText('Not saved yet.');
    await new RoomsColumn(locked).go('Journal');
    await expect(
      locked.getByRole('complementary', { name: 'In the margin' }).getByText('1 entry'),
    ).toBeVisible();
  });
});

test('words typed while the journal’s folder is moved away are not called saved, and are when it is back', async ({
  home,
  launchFootnote,
}) => {
  const footnote = await launchFootnote();
  const { page } = footnote;
  await new DoorScreen(page).begin(passphrase);
  await writeAndSave(page, 'Saved before.');
  const write = new WriteScreen(page);
  const away = join(home, 'Moved.journal');

  renameSync(journalOf(home), away);
  await write.write(' While it was away.');
  await expect(page.getByRole('alert').filter({ hasText: 'is no longer where it was' })).toBeVisible();
  await expect(page.getByText('Saved', { exact: true })).toHaveCount(0);
  expect(existsSync(journalOf(home))).toBe(false);

  renameSync(away, journalOf(home));
  // It goes on trying by itself.
  await write.isSaved();
  const locked = await lockAndUnlock(footnote, page, passphrase);
  await expect(new TodayScreen(locked).margin).toContainText('While it was away.');
});

test('the minutes until a lock are kept when they are typed out, not with every key', async ({
  launchFootnote,
}) => {
  const { app, page } = await launchFootnote();
  await new DoorScreen(page).begin(passphrase);
  await new RoomsColumn(page).go('Settings');
  const minutes = page.getByRole('textbox', { name: 'Minutes' });
  const file = join(await app.evaluate((electron) => electron.app.getPath('userData')), 'preferences.json');
  const kept = (): unknown => JSON.parse(readFileSync(file, 'utf8')).privacy.lockAfterMinutes;

  await minutes.fill('');
  await minutes.pressSequentially('61');
  await minutes.press('Tab');
  await expect(page.getByText(/1 (to|and) 60/)).toBeVisible();
  expect(kept()).toBe(5);
  await minutes.fill('');
  await minutes.pressSequentially('45');
  expect(kept()).toBe(5);
  await minutes.press('Enter');
  await expect.poll(kept).toBe(45);
});
