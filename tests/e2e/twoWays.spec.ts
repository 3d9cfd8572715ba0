import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { canonicalJson } from '../../src/main/vault/canonicalJson';
import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RepairScreen } from './screens/RepairScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { WriteScreen } from './screens/WriteScreen';

const passphrase = 'käsebröt am see';
const profile = mkdtempSync(join(tmpdir(), 'footnote-profile-'));
test.afterAll(() => rmSync(profile, { recursive: true, force: true }));
const projectFolder = resolve(import.meta.dirname, '../..');

/** Runs the built command line as a person would, with the passphrase on standard input. */
function footnote(words: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectFolder, 'out/main/footnote.js'), ...words, '--passphrase-stdin'],
    {
      input: `${passphrase}\n${input}`,
      encoding: 'utf8',
      // The memory of the person who runs the tests is none of their business.
      env: { ...process.env, FOOTNOTE_USER_DATA: profile },
    },
  );
  return { status, stdout, stderr };
}

/** What a key file written by a later Footnote looks like to this one. */
function makeNewer(folder: string): void {
  for (const name of ['vault.json', 'vault.json.bak']) {
    const file = join(folder, name);
    const { checksum: _, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
    const newer = { ...rest, version: 99 };
    const checksum = createHash('sha256').update(canonicalJson(newer)).digest('base64');
    writeFileSync(file, canonicalJson({ ...newer, checksum }));
  }
}

test('the command line and the app open the same journal', async ({ home, launchFootnote }) => {
  const folder = join(home, 'Documents', 'Knee.journal');
  expect(footnote(['create', folder])).toMatchObject({ status: 0 });
  expect(footnote(['add', folder, '--mood', '6'], '# Orchard\n\nTwice round, **slowly**.\n')).toMatchObject({
    status: 0,
  });

  const app = await launchFootnote({ pickers: { existingJournal: folder } });
  await app.page.getByRole('button', { name: 'Open a journal I already have' }).click();
  // The same letters as combining characters: a passphrase is what it looks like, not how it was typed.
  await new DoorScreen(app.page).unlock(passphrase.normalize('NFD'));
  await new TodayScreen(app.page).isShown();
  await expect(new TodayScreen(app.page).margin).toContainText('Orchard');

  expect(footnote(['list', folder, '--json']).status, 'it is open in the app').not.toBe(0);

  await new RoomsColumn(app.page).go('Write');
  await new WriteScreen(app.page).write('From the window side.');
  await new WriteScreen(app.page).isSaved();
  await app.quit();

  const found = footnote(['search', folder, 'window', '--json']);
  expect(found.status).toBe(0);
  expect(found.stdout).toContain('From the window side.');
  const target = join(home, 'taken');
  expect(footnote(['export', folder, `${target}.json`, '--format', 'json']).status).toBe(0);
  expect(readFileSync(`${target}.json`, 'utf8')).toContain('From the window side.');
  expect(footnote(['verify', folder]).status).toBe(0);
});

test('what is wrong with a journal is said in six different calm sentences', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const folder = (name: string) => join(home, 'Documents', `${name}.journal`);
  const create = (name: string) => expect(footnote(['create', folder(name)]).status).toBe(0);

  create('Wrong');
  create('Empty');
  truncateSync(join(folder('Empty'), 'journal.db'), 0);
  create('Newer');
  makeNewer(folder('Newer'));
  mkdirSync(folder('Missing'));
  writeFileSync(folder('File'), 'a file');
  create('Busy');
  const other = await launchFootnote({ userData: 'other', pickers: { existingJournal: folder('Busy') } });
  await other.page.getByRole('button', { name: 'Open a journal I already have' }).click();
  await new DoorScreen(other.page).unlock(passphrase);
  await new TodayScreen(other.page).isShown();

  const app = await launchFootnote();
  const sentences: string[] = [];
  for (const [name, typed, sentence] of [
    ['Wrong', 'not this one', 'does not open this journal'],
    ['Empty', passphrase, 'can’t be read whole'],
    ['Newer', passphrase, 'A newer Footnote has written this journal'],
    ['Missing', passphrase, 'There is no journal in that folder now'],
    ['File', passphrase, 'There is a file where the journal’s folder belongs'],
    ['Busy', passphrase, 'open somewhere else'],
  ] as const) {
    app.answerPickers({ existingJournal: folder(name) });
    await app.page
      .getByRole('button', { name: /^Open (a journal I already have|another journal|it from where it is)$/ })
      .first()
      .click();
    await expect(app.page.getByText(`“${name}”`, { exact: false })).toBeVisible();
    const door = new DoorScreen(app.page);
    // An empty folder is seen at once; no passphrase is asked for it.
    if (name !== 'Missing') await door.unlock(typed);
    const said = name === 'Empty' ? new RepairScreen(app.page).heading : door.problem;
    await expect(said).toContainText(sentence);
    sentences.push(await said.innerText());
  }
  expect(new Set(sentences).size).toBe(sentences.length);
});
