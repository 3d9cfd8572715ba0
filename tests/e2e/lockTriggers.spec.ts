import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { isInstalled, startBus } from '../support/privateBus';
import { expect, test, type Footnote, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { chooseFromMenu } from './steps';
import { WriteScreen } from './screens/WriteScreen';

const passphrase = 'a path along the weir, then home';

async function begin(page: Page): Promise<void> {
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
}

function sendSignal(address: string, path: string, name: string, ...values: readonly string[]): void {
  execFileSync('dbus-send', [`--bus=${address}`, '--type=signal', path, name, ...values]);
}

/** Milliseconds from `act` until the keeper and the page that held the words are gone as processes. */
async function timeToLock(footnote: Footnote, act: () => void): Promise<number> {
  const holders = (await footnote.processes()).filter(
    ({ what }) => what === 'Tab' || what === 'Footnote keeper',
  );
  expect(holders.map(({ what }) => what).toSorted()).toEqual(['Footnote keeper', 'Tab']);
  let took = Number.NaN;
  await footnote.pageAfterLock(async () => {
    const start = performance.now();
    act();
    await expect.poll(() => holders.some(({ pid }) => isAlive(pid)), { intervals: [5] }).toBe(false);
    took = performance.now() - start;
  });
  await new DoorScreen(await footnote.currentPage()).seesUnlock();
  return took;
}

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

/** Leaves words on the page that autosave has had no time for. */
async function type(page: Page, words: string): Promise<void> {
  await new TodayScreen(page).isShown();
  await new RoomsColumn(page).go('Write');
  await new WriteScreen(page).write(words);
}

async function unlockAndFind(page: Page, words: string): Promise<void> {
  await new DoorScreen(page).unlock(passphrase);
  await new TodayScreen(page).isShown();
  await new RoomsColumn(page).go('Journal');
  await page.getByRole('searchbox').fill(words);
  await expect(page.getByText('1 entry has these words')).toBeVisible();
  await new RoomsColumn(page).go('Today');
}

const tell = async (footnote: Footnote, signal: string) =>
  footnote.app.evaluate((electron, name) => void electron.powerMonitor.emit(name), signal);

const isLocked = async (page: Page) => new DoorScreen(page).seesUnlock();

/** Also ended when a test fails half-way. */
const started: (() => unknown)[] = [];
test.afterEach(() => {
  for (const stop of started.splice(0)) stop();
});

test.describe('signals of a Linux desktop', () => {
  test.skip(
    !isInstalled('dbus-daemon') || !isInstalled('dbus-send'),
    'dbus-daemon and dbus-send are not installed',
  );

  const signals = [
    ['system', '/org/freedesktop/login1/session/_31', 'org.freedesktop.login1.Session.Lock'],
    ['system', '/org/freedesktop/login1', 'org.freedesktop.login1.Manager.PrepareForSleep', 'boolean:true'],
    ['session', '/org/freedesktop/ScreenSaver', 'org.freedesktop.ScreenSaver.ActiveChanged', 'boolean:true'],
    ['session', '/org/gnome/ScreenSaver', 'org.gnome.ScreenSaver.ActiveChanged', 'boolean:true'],
  ] as const;

  test('lock the journal, with the words that were being typed', async ({ home, launchFootnote }) => {
    test.setTimeout(120_000);
    const system = await startBus(home);
    started.push(system.stop);
    const session = await startBus(home);
    started.push(session.stop);
    const addressOf = { system: system.address, session: session.address };
    const footnote = await launchFootnote({
      env: { DBUS_SYSTEM_BUS_ADDRESS: system.address, DBUS_SESSION_BUS_ADDRESS: session.address },
    });
    await begin(footnote.page);

    const times: number[] = [];
    for (const [index, [bus, path, name, ...values]] of signals.entries()) {
      const words = `heron${index}`;
      await type(await footnote.currentPage(), words);
      const took = await timeToLock(footnote, () => {
        sendSignal(addressOf[bus], path, name, ...values);
        // Another one while the lock is under way.
        sendSignal(addressOf[bus], path, name, ...values);
      });
      console.log(`${name}: locked after ${Math.round(took)} ms`);
      times.push(took);
      await unlockAndFind(await footnote.currentPage(), words);
    }

    // The bar of the security specification, for all but the slowest of four: another program may have the machine for a moment.
    expect(times.toSorted((one, other) => one - other)[2]).toBeLessThan(1_000);

    await test.step('which mean something else leave it open', async () => {
      const sleep = 'org.freedesktop.login1.Manager.PrepareForSleep';
      sendSignal(system.address, '/org/freedesktop/login1', sleep, 'boolean:false');
      const saver = 'org.freedesktop.ScreenSaver.ActiveChanged';
      sendSignal(session.address, '/org/freedesktop/ScreenSaver', saver, 'boolean:false');
      sendSignal(session.address, '/org/freedesktop/ScreenSaver', saver, 'string:true');
      sendSignal(system.address, '/x', 'org.freedesktop.login1.Session.Unlock');
      await (await footnote.currentPage()).waitForTimeout(500);
      await new TodayScreen(await footnote.currentPage()).isShown();
    });
  });
});

test('a journal locks itself when nobody is there', async ({ launchFootnote }) => {
  // A minute of two seconds: the five minutes of the setting are ten seconds.
  const footnote = await launchFootnote({ env: { FOOTNOTE_TEST_MINUTE: '2000' } });
  await begin(footnote.page);
  await test.step('but not while somebody writes', async () => {
    await new RoomsColumn(footnote.page).go('Write');
    for (let word = 0; word < 7; word += 1) {
      await new WriteScreen(footnote.page).write('stays ');
      await footnote.page.waitForTimeout(2_000);
    }
    await expect(new WriteScreen(footnote.page).text).toContainText('stays stays');
  });
  const last = performance.now();
  const page = await footnote.pageAfterLock(async () => undefined);
  const took = performance.now() - last;
  console.log(`locked ${Math.round(took)} ms after the last key`);
  expect(took).toBeGreaterThan(7_000);
  await isLocked(page);
  await unlockAndFind(page, 'stays');
});

for (const signal of ['suspend', 'lock-screen', 'user-did-resign-active'] as const) {
  test(`a journal locks itself when Electron tells of "${signal}"`, async ({ launchFootnote }) => {
    const footnote = await launchFootnote();
    await begin(footnote.page);
    await type(footnote.page, 'sandpiper');
    const page = await footnote.pageAfterLock(async () => tell(footnote, signal));
    await isLocked(page);
    await unlockAndFind(page, 'sandpiper');
  });
}

const wantsLock = {
  'the computer goes to sleep': async (footnote: Footnote) => tell(footnote, 'suspend'),
  'somebody locks from the menu': async (footnote: Footnote) => chooseFromMenu(footnote, 'Lock'),
  'somebody presses the button': async ({ page }: Footnote) => new RoomsColumn(page).lock.click(),
};

for (const [what, want] of Object.entries(wantsLock)) {
  test(`words that cannot be saved when ${what} wait behind the curtain`, async ({ launchFootnote }) => {
    test.skip(process.platform === 'win32', 'a process cannot be stopped there');
    test.setTimeout(120_000);
    const footnote = await launchFootnote();
    const { page } = footnote;
    await begin(page);
    await new RoomsColumn(page).go('Write');
    const keeper = (await footnote.processes()).find(({ what }) => what === 'Footnote keeper');
    expect(keeper).toBeDefined();
    // As long as it stands still nothing can be saved.
    process.kill(keeper?.pid ?? 0, 'SIGSTOP');
    await new WriteScreen(page).write('turnstone');
    await want(footnote);
    await expect(page.locator('dialog[open]')).toBeVisible({ timeout: 20_000 });
    const locked = await footnote.pageAfterLock(async () => {
      process.kill(keeper?.pid ?? 0, 'SIGCONT');
    });
    await isLocked(locked);
    await unlockAndFind(locked, 'turnstone');
  });
}
