import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, scanForSecrets } from '../support/scanForText';
import { expect, test, type Page } from './fixtures/app';
import { askKeeper } from './fixtures/keeperLine';
import { fillWithMarks, marks } from './fixtures/markedJournal';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { TransferScreen } from './screens/TransferScreen';
import { WriteScreen } from './screens/WriteScreen';

const passphrase = 'a passphrase nobody wrote down';

test('no file holds a word of the journal: working, locked, killed or closed', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(240_000);
  const first = await launchFootnote();
  const code = await new DoorScreen(first.page).begin(passphrase);
  await new TodayScreen(first.page).isShown();
  const secrets = [...(await fillWithMarks(first, first.page)), passphrase, code, code.replaceAll('-', '')];
  for (const channel of ['backups.make', 'repair.verify'])
    expect(await askKeeper(first.page, channel, {}), channel).toMatchObject({ ok: true });
  /** The whole home of this test: profile, journal, cache, configuration and temporary files; and shared memory. */
  const leaks = () => scanForSecrets([home, '/dev/shm'], secrets);
  await cancelExport(first.page);
  expect(leaks(), 'while unlocked').toEqual([]);

  const journal = join(home, 'Documents', onlyJournalIn(join(home, 'Documents')));
  expect(filesBelow(join(journal, 'backups')).filter((file) => file.endsWith('.db')).length).toBeGreaterThan(
    0,
  );

  const locked = await first.pageAfterLock(() => new RoomsColumn(first.page).lock.click());
  expect(leaks(), 'after a lock').toEqual([]);

  await new DoorScreen(locked).unlock(passphrase);
  await new TodayScreen(locked).isShown();
  await expect(new TodayScreen(locked).margin).toContainText(marks.title);
  await new RoomsColumn(locked).go('Write');
  await new WriteScreen(locked).write(`${marks.text} again`);
  await first.kill();
  expect(leaks(), 'after a kill').toEqual([]);

  const second = await launchFootnote();
  expect(leaks(), 'at the next start').toEqual([]);
  await new DoorScreen(second.page).unlock(passphrase);
  await new TodayScreen(second.page).isShown();
  await second.quit();
  expect(leaks(), 'after quitting').toEqual([]);

  for (const [index, secret] of secrets.entries())
    writeFileSync(
      join(home, `planted${index}`),
      typeof secret === 'string' ? Buffer.from(secret, 'utf16le') : secret,
    );
  expect(new Set(leaks().map(({ file }) => file)).size, 'the search itself works').toBe(secrets.length);
});

/** The person changes their mind when the system asks for a place: nobody has answered the picker. */
async function cancelExport(page: Page): Promise<void> {
  const screen = new TransferScreen(page);
  await screen.takeOut('Markdown');
  await expect(screen.choosePlace).toBeEnabled();
}

function onlyJournalIn(documents: string): string {
  const [name, ...others] = readdirSync(documents);
  if (name === undefined || others.length > 0) throw new Error(`one journal was expected in ${documents}`);
  return name;
}
