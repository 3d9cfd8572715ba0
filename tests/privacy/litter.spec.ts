import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, giveToUser, test, type Footnote } from '../e2e/fixtures/app';
import { fillWithMarks, marks } from '../e2e/fixtures/markedJournal';
import { DoorScreen } from '../e2e/screens/DoorScreen';
import { RoomsColumn } from '../e2e/screens/RoomsColumn';
import { TodayScreen } from '../e2e/screens/TodayScreen';
import { WriteScreen } from '../e2e/screens/WriteScreen';
import { descendantsOf } from '../support/processes';
import { scanForSecrets } from '../support/scanForText';
import { passphrase } from './support/journeys';
import { isNamed, namesOnPrivacyPage } from './support/privacyPage';

/** Sessions that end as they should; two more end in crashes. */
const sessions = 8;

const ofJournal = namesOnPrivacyPage('Your journal');
const ofApp = namesOnPrivacyPage('The app');
const ofSystem = namesOnPrivacyPage('In places of the system');

test('ten sessions and two crashes leave the files of docs/privacy.md and no others', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(400_000);
  const profile = join(home, 'profile');
  const sessionFolder = join(profile, 'session');
  const seen = new Set<string>();
  const secrets: (string | Uint8Array)[] = [passphrase, 'a line of session'];
  const look = (when: string) => {
    const files = filesBelow(home);
    for (const file of files) seen.add(withoutNumbers(file));
    expect(
      files.filter((file) => !isAllowed(file)),
      when,
    ).toEqual([]);
    expect(
      files.filter((file) => /\.dmp$|core(\.\d+)?$/.test(file)),
      `${when}: dumps`,
    ).toEqual([]);
    expect(scanForSecrets([home], secrets), `${when}: words and pictures`).toEqual([]);
  };

  for (let session = 1; session <= sessions; session += 1) {
    const footnote = await launchFootnote();
    if (session === 1) await new DoorScreen(footnote.page).begin(passphrase);
    else await new DoorScreen(footnote.page).unlock(passphrase);
    await new TodayScreen(footnote.page).isShown();
    // Everything a journal can hold leaves the same files as a line of text.
    if (session === 1) secrets.push(...(await fillWithMarks(footnote, footnote.page)));
    await write(footnote, `a line of session ${session} `);
    look(`in session ${session}`);
    if (session % 2 === 0) await footnote.pageAfterLock(() => new RoomsColumn(footnote.page).lock.click());
    await footnote.quit();
    look(`after session ${session}`);
    expect(filesBelow(sessionFolder), 'what Chromium wrote').toEqual([]);
  }

  const ninth = await launchFootnote();
  await new DoorScreen(ninth.page).unlock(passphrase);
  await new TodayScreen(ninth.page).isShown();
  await ninth.pageAfterLock(async () => {
    await ninth.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents()[0]?.forcefullyCrashRenderer(),
    );
  });
  look('after a crash of the page');
  await ninth.quit();
  expect(filesBelow(sessionFolder)).toEqual([]);

  const tenth = await launchFootnote();
  await new DoorScreen(tenth.page).unlock(passphrase);
  await new TodayScreen(tenth.page).isShown();
  const main = tenth.app.process();
  const family = [main.pid ?? 0, ...descendantsOf(main.pid ?? 0)];
  const ended = new Promise((done) => {
    main.once('exit', done);
  });
  await tenth.app.evaluate(() => process.crash()).catch(() => undefined);
  await ended;
  await tenth.kill();
  expect(family.length).toBeGreaterThan(1);
  look('after a crash of the main process');

  // What such a crash leaves in there is gone with the next start.
  const planted = join(sessionFolder, 'chromium/planted');
  mkdirSync(join(sessionFolder, 'chromium'), { recursive: true });
  writeFileSync(planted, 'left by a crash');
  giveToUser(planted);
  const eleventh = await launchFootnote();
  expect(existsSync(planted), 'emptied at the start').toBe(false);
  await eleventh.quit();
  look('at the end');
  expect(filesBelow(sessionFolder)).toEqual([]);

  console.log(`  ${seen.size} kinds of files in ten sessions:\n    ${[...seen].toSorted().join('\n    ')}`);

  const control = join(profile, 'Local Storage');
  writeFileSync(control, marks.tag);
  expect(
    filesBelow(home).filter((file) => !isAllowed(file)),
    'the look itself works',
  ).toEqual(['profile/Local Storage']);
  expect(scanForSecrets([home], secrets), 'and the search for words').toEqual([
    { file: control, encoding: 'UTF-8' },
  ]);
});

async function write({ page }: Footnote, words: string): Promise<void> {
  await new RoomsColumn(page).go('Write');
  await new WriteScreen(page).write(words);
  await new WriteScreen(page).isSaved();
}

/** `path` is relative to the home of the test. What the tests themselves put there is theirs. */
function isAllowed(path: string): boolean {
  if (path === 'profile-answers.json') return true;
  const inJournal = /^Documents\/[^/]+\.journal\/(.+)$/.exec(path)?.[1];
  if (inJournal !== undefined) return isNamed(inJournal, ofJournal);
  const inProfile = /^profile\/(.+)$/.exec(path)?.[1];
  if (inProfile !== undefined) return isNamed(inProfile, ofApp);
  const place = path.startsWith('tmp/') ? path.replace(/^tmp/, '$TMPDIR') : `~/${path}`;
  return isNamed(place, ofSystem);
}

/** Everything that is no folder: links and sockets too. */
function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => !item.isDirectory())
    .map((item) => relative(folder, join(item.parentPath, item.name)));
}

const withoutNumbers = (path: string) =>
  path.startsWith('profile/session/')
    ? 'profile/session/…'
    : path.replaceAll(/(?<=scoped_dir)\w+|[0-9a-f]{16}|\d{3,}/g, '…');
