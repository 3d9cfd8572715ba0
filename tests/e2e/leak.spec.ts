import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanForText } from '../support/scanForText';
import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';

const passphrase = 'a passphrase nobody wrote down';
const marker = 'Qv7 the heron stood in the cold shallows k2X';

test('no file holds a word of the journal: working, locked, killed or closed', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(180_000);
  /** The whole home of this test: profile, journal, cache, configuration and temporary files; and shared memory. */
  const leaks = () => [marker, passphrase].flatMap((text) => scanForText([home, '/dev/shm'], text));

  const first = await launchFootnote();
  await new DoorScreen(first.page).begin(passphrase);
  await new TodayScreen(first.page).isShown();
  await new RoomsColumn(first.page).go('Write');
  const write = new WriteScreen(first.page);
  await write.write(marker);
  await write.isSaved();
  await new RoomsColumn(first.page).go('Journal');
  await first.page.getByRole('searchbox').fill('heron');
  await expect(first.page.getByText('1 entry has these words')).toBeVisible();
  await new RoomsColumn(first.page).go('Insights');
  expect(leaks(), 'while unlocked').toEqual([]);

  const locked = await first.pageAfterLock(() => new RoomsColumn(first.page).lock.click());
  expect(leaks(), 'after a lock').toEqual([]);

  await new DoorScreen(locked).unlock(passphrase);
  await new TodayScreen(locked).isShown();
  await expect(new TodayScreen(locked).margin).toContainText('the heron stood');
  await new RoomsColumn(locked).go('Write');
  await new WriteScreen(locked).write(`${marker} again`);
  await first.kill();
  expect(leaks(), 'after a kill').toEqual([]);

  const second = await launchFootnote();
  expect(leaks(), 'at the next start').toEqual([]);
  await new DoorScreen(second.page).unlock(passphrase);
  await new TodayScreen(second.page).isShown();
  await second.quit();
  expect(leaks(), 'after quitting').toEqual([]);

  writeFileSync(join(home, 'planted'), Buffer.from(marker, 'utf16le'));
  expect(leaks(), 'the search itself works').toHaveLength(1);
});
