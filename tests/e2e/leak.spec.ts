import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, scanForText } from '../support/scanForText';
import { createExif, jpegComment, withSegments } from '../support/images';
import { expect, test, type Page } from './fixtures/app';
import { askKeeper, takeKeeperPort } from './fixtures/keeperLine';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';

const passphrase = 'a passphrase nobody wrote down';
const marker = 'Qv7 the heron stood in the cold shallows k2X';
const replaced = 'Zt4 a sentence that was taken back m9W';
const ownWord = 'Xylophonistry';
const asked = 'Hb2 which lantern was still burning w5D';
const kept = 'Gn8 a line about the empty ferry r1F';
const hardDay = 'Pj3 sit by the boiler until it passes u7S';
const takenAt = 'Rq4 taken behind the old boathouse z8L';
const seen = 'Wm6 the dog that never came when called c3T';

test('no file holds a word of the journal: working, locked, killed or closed', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(240_000);
  const secrets = [marker, replaced, ownWord, asked, kept, hardDay, passphrase, takenAt, seen];
  /** The whole home of this test: profile, journal, cache, configuration and temporary files; and shared memory. */
  const leaks = () => secrets.flatMap((text) => scanForText([home, '/dev/shm'], text));

  const first = await launchFootnote();
  const code = await new DoorScreen(first.page).begin(passphrase);
  secrets.push(code, code.replaceAll('-', ''));
  await new TodayScreen(first.page).isShown();
  await new RoomsColumn(first.page).go('Write');
  const write = new WriteScreen(first.page);
  await write.write(replaced);
  // It stays with the earlier version when the text is replaced.
  await addPicture(first.page);
  await write.isSaved();
  await rewrite(first.page, marker);
  await new RoomsColumn(first.page).go('Journal');
  await first.page.getByRole('searchbox').fill('heron');
  await expect(first.page.getByText('1 entry has these words')).toBeVisible();
  await takeKeeperPort(first.page, () => new RoomsColumn(first.page).go('Insights'));
  for (const [channel, input] of [
    ['spelling.add', { word: ownWord }],
    [
      'prompts.saveOwn',
      { id: 'own-018f0000-0000-7000-8000-0000000000aa', text: asked, theme: 'play', moments: ['any'] },
    ],
    [
      'keepsakes.save',
      { id: '018f0000-0000-7000-8000-0000000000ab', text: kept, author: null, entryId: null, day: null },
    ],
    ['hardDay.save', { page: { people: [], emergencyNumber: '', steps: hardDay, places: '', words: '' } }],
    ['backups.make', {}],
    ['repair.verify', {}],
  ] as const)
    expect(await askKeeper(first.page, channel, input), channel).toMatchObject({ ok: true });
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

  for (const [index, secret] of secrets.entries())
    writeFileSync(join(home, `planted${index}`), Buffer.from(secret, 'utf16le'));
  expect(new Set(leaks().map(({ file }) => file)).size, 'the search itself works').toBe(secrets.length);
});

/** With words of a camera in it, and words of the person under it. */
async function addPicture(page: Page): Promise<void> {
  const plain = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(64, 48);
    canvas.getContext('2d')?.fillRect(0, 0, 32, 48);
    return Array.from(
      new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer()),
    );
  });
  const buffer = Buffer.from(withSegments(Uint8Array.from(plain), createExif(1), jpegComment(takenAt)));
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await page.locator('figcaption').click();
  await page.getByRole('textbox', { name: 'What is to be seen?' }).fill(seen);
  await page.keyboard.press('Enter');
}

/** What was there before becomes an earlier version. */
async function rewrite(page: Page, words: string): Promise<void> {
  const write = new WriteScreen(page);
  await write.text.press('Control+a');
  await write.write(words);
  await write.isSaved();
}

/** The person changes their mind when the system asks for a place: nobody has answered the picker. */
async function cancelExport(page: Page): Promise<void> {
  await new RoomsColumn(page).go('Settings');
  await page.getByRole('button', { name: 'Export Markdown' }).click();
  await expect(page.getByRole('button', { name: 'Export Markdown' })).toBeEnabled();
}

function onlyJournalIn(documents: string): string {
  const [name, ...others] = readdirSync(documents);
  if (name === undefined || others.length > 0) throw new Error(`one journal was expected in ${documents}`);
  return name;
}
