import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { KitScreen } from './screens/KitScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { SettingsScreen } from './screens/SettingsScreen';
import { TodayScreen } from './screens/TodayScreen';
import { lockAndUnlock, noticesOf, writeAndSave } from './steps';

const passphrase = 'the long field, in the rain';

test('a changed passphrase opens the journal, and the one before it does not', async ({ launchFootnote }) => {
  const footnote = await launchFootnote();
  await new DoorScreen(footnote.page).begin(passphrase);
  await new RoomsColumn(footnote.page).go('Settings');
  const settings = new SettingsScreen(footnote.page);

  await settings.changePassphrase('not this one', 'seven slow herons');
  await expect(
    footnote.page.getByRole('alert').filter({ hasText: 'does not open this journal' }),
  ).toBeVisible();
  await footnote.page.getByRole('button', { name: 'Not now' }).click();
  await settings.changePassphrase(passphrase, 'seven slow herons');
  await expect(footnote.page.getByText('The new passphrase opens the journal from now on')).toBeVisible();

  const page = await footnote.pageAfterLock(() => new RoomsColumn(footnote.page).lock.click());
  const door = new DoorScreen(page);
  await door.unlock(passphrase);
  await expect(door.problem).toContainText('does not open this journal');
  await door.unlock('seven slow herons');
  await new TodayScreen(page).isShown();
});

test('a new kit is made and proved, proved again, and takes the place of the first', async ({
  launchFootnote,
}) => {
  const footnote = await launchFootnote();
  const first = await new DoorScreen(footnote.page).begin(passphrase);
  const { page } = footnote;
  await new RoomsColumn(page).go('Settings');
  const settings = new SettingsScreen(page);
  const part = await settings.part('Recovery kit');
  await expect(part).toContainText('Proved on');

  await part.getByRole('button', { name: 'Make a new kit' }).click();
  await page.getByLabel('Passphrase now').fill(passphrase);
  await page.keyboard.press('Enter');
  const kit = new KitScreen(page);
  const second = await kit.read();
  expect(second).not.toBe(first);
  await kit.prove(second);

  await part.getByRole('button', { name: 'Prove it again' }).click();
  const code = page.getByLabel('Recovery code');
  await code.fill(first);
  await page.keyboard.press('Enter');
  await expect(part.getByRole('alert')).toContainText('not the one for this journal');
  await code.fill(second.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')));
  await page.keyboard.press('Enter');
  await expect(part.getByRole('alert')).toContainText('character of the code is not right');
  await code.fill(second.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  await expect(part.getByRole('status')).toContainText('That is the code');
  await expect(part.getByRole('button', { name: 'Close' })).toBeFocused();
});

test('a kit that was put off is remembered quietly in the margin of Today', async ({ launchFootnote }) => {
  const { page, pageAfterLock } = await launchFootnote();
  await new DoorScreen(page).beginWithoutKit(passphrase);
  const kit = new KitScreen(page);
  const code = await kit.read();
  await kit.goOn();
  await expect(page.getByRole('textbox', { name: /^Group/ }).first()).toBeFocused();
  const locked = await pageAfterLock(() => page.keyboard.press('Control+l'));
  await new DoorScreen(locked).unlock(passphrase);
  await new TodayScreen(locked).isShown();
  const note = new TodayScreen(locked).margin.getByRole('note').filter({ hasText: 'recovery kit' });
  await expect(note).toContainText('has not been proved yet');
  await note.getByRole('button').click();
  await expect(locked.getByRole('heading', { name: 'Recovery kit' })).toBeFocused();
  await locked.getByRole('button', { name: 'Prove it', exact: true }).click();
  await locked.getByLabel('Recovery code').fill(code);
  await locked.keyboard.press('Enter');
  await expect(locked.getByText('That is the code')).toBeVisible();
  await new RoomsColumn(locked).go('Today');
  await expect(note).toBeHidden();
});

test('a kit whose page was left unread is not asked for: a new one is offered, and what works is said', async ({
  launchFootnote,
}) => {
  const { page, pageAfterLock } = await launchFootnote();
  await new DoorScreen(page).beginWithoutKit(passphrase);
  const first = new KitScreen(page);
  await first.read();
  const locked = await pageAfterLock(() => first.lock.click());
  await new DoorScreen(locked).unlock(passphrase);
  const note = new TodayScreen(locked).margin.getByRole('note').filter({ hasText: 'recovery kit' });
  await expect(note).toContainText('left before it was printed');
  await note.getByRole('button', { name: 'Make a new kit' }).click();

  const part = await new SettingsScreen(locked).part('Recovery kit');
  const kit = new KitScreen(locked);
  const makeKit = async (): Promise<string> => {
    await part.getByRole('button', { name: 'Make a new kit' }).click();
    await locked.getByLabel('Passphrase now').fill(passphrase);
    await locked.keyboard.press('Enter');
    return await kit.read();
  };
  await kit.prove(await makeKit());
  await expect(part).toContainText('Proved on');
  await expect(part).not.toContainText('never proved');
  await makeKit();
  await locked.getByRole('button', { name: 'Not now' }).click();
  await expect(part).toContainText('A second kit was made and never proved');
});

test('new keys for everything come with a new kit, and the journal goes on', async ({ launchFootnote }) => {
  const footnote = await launchFootnote();
  const { page } = footnote;
  await new DoorScreen(page).begin(passphrase);
  await writeAndSave(page, 'Before the new keys.');
  await new RoomsColumn(page).go('Settings');
  const part = await new SettingsScreen(page).part('Passphrase');
  await part.getByRole('button', { name: 'Make new keys for everything' }).click();
  await page.getByLabel('Passphrase now').fill(passphrase);
  await page.getByRole('button', { name: 'Make new keys', exact: true }).click();
  const kit = new KitScreen(page);
  await kit.prove(await kit.read());
  await expect(page.getByText('Everything has new keys now')).toBeVisible();
  const again = await lockAndUnlock(footnote, page, passphrase);
  await expect(new TodayScreen(again).margin).toContainText('Before the new keys.');
  await expect(noticesOf(again)).toBeHidden();
});
