import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, test, type Footnote } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { SettingsScreen } from './screens/SettingsScreen';

interface Notice {
  readonly title: string;
  readonly body: string;
}

/** Notices of the system go nowhere; what they would have said is kept. */
async function catchNotices({ app }: Footnote): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const caught: Electron.Notification[] = [];
    Object.assign(globalThis, { caughtNotices: caught });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      caught.push(this);
    };
  });
}

const noticesOf = async ({ app }: Footnote): Promise<readonly Notice[]> =>
  app.evaluate(() => {
    const { caughtNotices } = globalThis as unknown as { caughtNotices: Electron.Notification[] };
    return caughtNotices.map(({ title, body }) => ({ title, body }));
  });

/** The clock of the app's main process on the wall, today; then it looks, as after the computer slept. */
async function wakeAt({ app }: Footnote, clock: string): Promise<void> {
  await app.evaluate(({ powerMonitor }, time) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const at = new Date(new Date().setHours(hours, minutes, 5, 0)).getTime();
    Date.now = () => at;
    powerMonitor.emit('resume');
  }, clock);
}

test('a reminder is off until it is chosen, says one neutral sentence at its time, and brings the window back', async ({
  launchFootnote,
}) => {
  const footnote = await launchFootnote();
  const { app, page } = footnote;
  await catchNotices(footnote);
  await new DoorScreen(page).begin('a lamp at the far end');
  await new RoomsColumn(page).go('Settings');
  const part = await new SettingsScreen(page).part('Reminders');
  const choice = part.getByRole('checkbox', { name: 'Let this computer say that Footnote is here' });
  await expect(choice).not.toBeChecked();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await wakeAt(footnote, '17:55');
  await wakeAt(footnote, '18:00');
  expect(await noticesOf(footnote)).toEqual([]);

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
  await wakeAt(footnote, '07:00');
  await choice.focus();
  await page.keyboard.press('Space');
  await expect(choice).toBeChecked();
  await part.getByRole('button', { name: 'Another time' }).focus();
  await page.keyboard.press('Enter');
  await expect(part.getByLabel('Time 2')).toHaveValue('08:00');
  await part.getByLabel('Time 1').fill('17:30');
  await expect(part.getByRole('button', { name: 'Remove 17:30' })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(300);
    expect(await accessibilityProblems(page), colorScheme).toEqual([]);
  }

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await wakeAt(footnote, '08:01');
  await wakeAt(footnote, '08:02');
  const notice = { title: 'Footnote', body: 'Footnote is here if you like.' };
  expect(await noticesOf(footnote)).toEqual([notice]);
  await wakeAt(footnote, '17:50');
  expect(await noticesOf(footnote), 'the time is long ago').toHaveLength(1);

  // A screen without a window manager has no front, so what counts is that it is asked for.
  const broughtForward = await app.evaluate(({ BrowserWindow }) => {
    const { caughtNotices } = globalThis as unknown as { caughtNotices: Electron.Notification[] };
    const [window] = BrowserWindow.getAllWindows();
    let times = 0;
    if (window)
      window.focus = () => {
        times += 1;
      };
    caughtNotices[0]?.emit('click');
    return times;
  });
  expect(broughtForward).toBe(1);
});
