import { expect, test as base } from './fixtures/app';
import { startUndriven, type Undriven } from './fixtures/undriven';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';
import { writeAndSave } from './steps';

const passphrase = 'rain on the long field';

const test = base.extend<{ readonly footnote: Undriven }>({
  footnote: async ({ home }, use) => {
    const footnote = await startUndriven(home);
    await use(footnote);
    await footnote.end();
  },
});

test('a lock ends every process of the app, and the app that is there then opens the journal with every word', async ({
  footnote,
}) => {
  const page = await footnote.look();
  await new DoorScreen(page).begin(passphrase);
  await writeAndSave(page, 'The heron was back');
  // Half a second of typing that no pause has saved.
  await new WriteScreen(page).write(', and it stood still.');
  const before = footnote.pids();
  const place = await placeOfWindow(page);
  const started = Date.now();
  const locked = await footnote.pageAfterLock(() => new RoomsColumn(page).lock.click());
  await new DoorScreen(locked).seesUnlock();
  console.log(
    `  from the click to the door of the next process: ${((Date.now() - started) / 1000).toFixed(2)} s`,
  );
  expect(footnote.pids().filter((pid) => before.includes(pid))).toEqual([]);
  expect(await placeOfWindow(locked)).toEqual(place);

  await new DoorScreen(locked).unlock(passphrase);
  await new TodayScreen(locked).isShown();
  await new RoomsColumn(locked).go('Journal');
  await expect(locked.getByText('The heron was back, and it stood still.')).toBeVisible();

  // A second time, with the key.
  const again = await footnote.pageAfterLock(() => locked.keyboard.press('ControlOrMeta+l'));
  await new DoorScreen(again).unlock(passphrase);
  await new TodayScreen(again).isShown();
});

test('a page that crashes ends at the door of a new process', async ({ footnote }) => {
  const page = await footnote.look();
  await new DoorScreen(page).begin(passphrase);
  await writeAndSave(page, 'Before the crash.');
  const next = await footnote.pageAfterLock(async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('Page.crash');
  });
  await new DoorScreen(next).unlock(passphrase);
  await new RoomsColumn(next).go('Journal');
  await expect(next.getByText('Before the crash.')).toBeVisible();
});

const placeOfWindow = (page: Awaited<ReturnType<Undriven['look']>>) =>
  page.evaluate(() => [window.screenX, window.screenY, window.outerWidth, window.outerHeight]);
