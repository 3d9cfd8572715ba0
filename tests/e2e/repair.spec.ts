import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test, type Footnote } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RepairScreen } from './screens/RepairScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';

const passphrase = 'orchard path, walking, no watch';
const entryText = 'The heron stood in the ford.';

const journalIn = (home: string): string => join(home, 'Documents/Journal.journal');

/** A journal with one entry, locked again, which also makes its first backup. */
async function keepAnEntry(footnote: Footnote): Promise<void> {
  await new DoorScreen(footnote.page).begin(passphrase);
  await new TodayScreen(footnote.page).isShown();
  await new RoomsColumn(footnote.page).go('Write');
  const write = new WriteScreen(footnote.page);
  await write.write(entryText);
  await write.isSaved();
  await footnote.pageAfterLock(() => new RoomsColumn(footnote.page).lock.click());
}

/** As a failing disk does it: one page of the database is noise. */
function spoil(file: string, offset: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, offset, offset + 4096);
  writeFileSync(file, bytes);
}

test('a damaged database leads to its backups, and one of them brings the words back', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const footnote = await launchFootnote();
  await keepAnEntry(footnote);
  await footnote.quit();
  spoil(join(journalIn(home), 'journal.db'), 0);
  const damaged = readFileSync(join(journalIn(home), 'journal.db'));

  const { page } = await launchFootnote();
  await new DoorScreen(page).unlock(passphrase);
  const repair = new RepairScreen(page);
  await repair.isShown();
  await expect(repair.backups.first()).toContainText('in the journal’s folder');
  expect(await accessibilityProblems(page)).toEqual([]);
  await expect(page.getByRole('button', { name: /delete|start over/i })).toHaveCount(0);
  expect(readFileSync(join(journalIn(home), 'journal.db')).equals(damaged)).toBe(true);

  await repair.checkNewest();
  await repair.openNewest();
  await repair.unlock(passphrase);
  await new TodayScreen(page).isShown();
  await expect(new TodayScreen(page).margin).toContainText(entryText);
  expect(filesUnder(journalIn(home)).some((file) => readFileSync(file).equals(damaged))).toBe(true);
});

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));

test('what can be read of a damaged database is brought out, backup or none', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const footnote = await launchFootnote();
  await keepAnEntry(footnote);
  await footnote.quit();
  const database = join(journalIn(home), 'journal.db');
  spoil(database, 0);

  const { page } = await launchFootnote();
  await new DoorScreen(page).unlock(passphrase);
  const repair = new RepairScreen(page);
  await repair.isShown();

  await test.step('a wrong passphrase is said beside it', async () => {
    await repair.salvage('something else');
    await expect(page.getByRole('alert').filter({ hasText: 'does not open this journal' })).toBeVisible();
  });

  await repair.salvage(passphrase);
  await expect(repair.heading).toHaveText('This could be brought out', { timeout: 30_000 });
  await expect(repair.report).toContainText(/^One entry/);
  await expect(repair.report).toContainText('lie untouched in');
  await repair.unlock(passphrase);
  await new TodayScreen(page).isShown();
  await expect(new TodayScreen(page).margin).toContainText(entryText);
});

test('without a backup a journal with a broken page still gives what is on the others', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const footnote = await launchFootnote();
  await keepAnEntry(footnote);
  await footnote.quit();
  spoil(join(journalIn(home), 'journal.db'), 0);
  rmSync(join(journalIn(home), 'backups'), { recursive: true });

  const { page } = await launchFootnote();
  await new DoorScreen(page).unlock(passphrase);
  const repair = new RepairScreen(page);
  await repair.isShown();
  await expect(page.getByText('There is no backup beside this journal')).toBeVisible();
  await repair.salvage(passphrase);
  await expect(repair.heading).toHaveText('This could be brought out', { timeout: 30_000 });
  await expect(repair.report).toContainText('There was no backup to complete it from');
  await repair.unlock(passphrase);
  await new TodayScreen(page).isShown();
});

test('a key file that can’t be read is a page of its own, without a backup too', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const footnote = await launchFootnote();
  await keepAnEntry(footnote);
  await footnote.quit();
  for (const file of ['vault.json', 'vault.json.bak']) writeFileSync(join(journalIn(home), file), '{');
  const first = await launchFootnote();
  await new DoorScreen(first.page).unlock(passphrase);
  const repair = new RepairScreen(first.page);
  await repair.isShown();
  await expect(repair.heading).toHaveText('The key file can’t be read');
  await expect(repair.backups).toHaveCount(1);
  await first.quit();

  rmSync(join(journalIn(home), 'backups'), { recursive: true });
  const { page } = await launchFootnote();
  await new DoorScreen(page).unlock(passphrase);
  await expect(page.getByText('There is no backup beside this journal')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Look again' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open another journal' }).first()).toBeVisible();
});
