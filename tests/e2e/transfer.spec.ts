import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNewImage } from '../support/images';
import { accessibilityProblems } from '../support/accessibilityProblems';
import { expect, giveToUser, test, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { JournalScreen } from './screens/JournalScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { TransferScreen } from './screens/TransferScreen';
import { chooseFromMenu, openSampleJournal, writeAndSave } from './steps';

const passphrase = 'six gates and the mill race';

const track = (name: string, start: string, end: string): string => `<?xml version="1.0"?>
<gpx version="1.1" creator="a watch" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>${name}</name><type>running</type><trkseg>
<trkpt lat="48.85" lon="2.35"><time>${start}</time></trkpt><trkpt lat="48.86" lon="2.36"><time>${end}</time></trkpt>
</trkseg></trk></gpx>`;

/** In the home of the test, readable for the app. */
function put(home: string, name: string, text: string): string {
  const path = join(home, name);
  writeFileSync(path, text);
  giveToUser(path);
  return path;
}

async function begin(page: Page): Promise<TransferScreen> {
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  return new TransferScreen(page);
}

/** Folders of journals that are put together while a file is looked at. */
function scratchFolders(userData: string): readonly string[] {
  const folder = join(userData, 'session', 'scratch');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('incoming-')) : [];
}

test('an archive goes out and comes into another journal: first told, then brought in, then taken back', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(180_000);
  const archive = join(home, 'whole.footnote.zip');
  const one = await launchFootnote({ userData: 'one', pickers: { exportTarget: archive } });
  const there = new TransferScreen(one.page);
  await openSampleJournal(one.page);
  await there.takeOut('Archive');
  await expect(there.said).toContainText(/^Written to .*1 file: [\d,]+ entries/, { timeout: 30_000 });
  await one.quit();

  const two = await launchFootnote({ userData: 'two', pickers: { importSource: archive } });
  const { page } = two;
  const screen = await begin(page);
  await writeAndSave(page, 'Mine, from before.');
  await screen.openBringIn();
  expect(await accessibilityProblems(page)).toEqual([]);
  await screen.lookAtFile();
  await expect(screen.main.getByRole('heading', { name: 'An archive of Footnote' })).toBeVisible({
    timeout: 30_000,
  });
  const [fresh, same] = await screen.counts('Entries');
  expect(Number(fresh?.replaceAll(',', ''))).toBeGreaterThan(100);
  expect(same).toBe('–');
  await expect(screen.main.getByText('Nothing has changed yet.')).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);

  await screen.bringIn.click();
  await expect(screen.said).toContainText(`Brought in: ${fresh} entries`, { timeout: 30_000 });
  expect(scratchFolders(two.userData)).toEqual([]);

  await screen.main.getByRole('button', { name: 'Take back: what just came in' }).click();
  await expect(screen.main.getByText('What you changed since stays.')).toBeVisible();
  await screen.main.getByRole('button', { name: 'Take it back' }).click();
  await expect(screen.said).toContainText('as before', { timeout: 30_000 });
  await screen.main.getByRole('button', { name: 'Bring in something else' }).click();
  await expect(screen.main.getByText(/Taken back on/)).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await new JournalScreen(page).go();
  await expect(screen.main.getByText('Mine, from before.')).toBeVisible();
  await expect(screen.main.getByRole('article')).toHaveCount(1);
});

test('a walk that two programs tell is proposed as one, and comes in only where the person says it is another', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const first = put(
    home,
    'watch.gpx',
    track('Loop by the river', '2026-03-01T08:00:00Z', '2026-03-01T08:32:00Z'),
  );
  const second = put(home, 'phone.gpx', track('Morning', '2026-03-01T08:01:00Z', '2026-03-01T08:32:00Z'));
  const footnote = await launchFootnote({ pickers: { importSource: first } });
  const { page } = footnote;
  const screen = await begin(page);
  await screen.openBringIn();
  // By keyboard alone: the page has put the focus on the first of the two buttons.
  await page.keyboard.press('Enter');
  await expect(screen.main.getByRole('heading', { name: 'A GPX file' })).toBeFocused();
  expect(await screen.counts('Times of moving')).toEqual(['1', '–']);
  await expect(screen.main.getByText(/comes without a before and after/)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(screen.bringIn).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(screen.said).toContainText('Brought in: 1 time of moving.');

  footnote.answerPickers({ importSource: second });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'A file…' })).toBeFocused();
  await page.keyboard.press('Enter');
  const alike = screen.main.getByRole('region', { name: /seems to be here already/ });
  await expect(alike).toContainText(/In the file\s*Run, 31 min/);
  await expect(alike).toContainText(/Here\s*Run, 32 min/);
  await expect(alike.getByRole('radio', { name: 'The same' })).toBeChecked();
  await expect(screen.main.getByText(/As it stands nothing would come in/)).toBeVisible();
  await expect(screen.bringIn).toBeHidden();
  expect(await accessibilityProblems(page)).toEqual([]);
  await alike.getByRole('radio', { name: 'Another one' }).check();
  await screen.bringIn.click();
  await expect(screen.said).toContainText('Brought in: 1 time of moving.');
});

test('a jrnl file brought into the journal it came from says what is here already, and all of it stays out or comes in as one choice', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const text = join(home, 'mine.txt');
  const footnote = await launchFootnote({ pickers: { exportTarget: text, importSource: text } });
  const { page } = footnote;
  const screen = await begin(page);
  await writeAndSave(page, 'The heron was at the mill again.');
  await chooseFromMenu(footnote, 'New entry');
  await writeAndSave(page, 'Rain, and nobody on the towpath.');
  await screen.takeOut('jrnl');
  await expect(screen.said).toContainText('Written to', { timeout: 30_000 });
  giveToUser(text);

  await screen.openBringIn();
  await page.keyboard.press('Enter');
  await expect(screen.main.getByRole('heading', { name: 'jrnl' })).toBeFocused();
  const alike = screen.main.getByRole('region', { name: '2 entries seem to be here already' });
  await expect(alike).toContainText('The heron was at the mill again.');
  await expect(alike).toContainText('Rain, and nobody on the towpath.');
  expect(await screen.counts('Entries')).toEqual(['–', '–', '2']);
  await expect(screen.main.getByText(/As it stands nothing would come in/)).toBeVisible();
  await expect(screen.bringIn).toBeHidden();
  expect(await accessibilityProblems(page)).toEqual([]);

  // By keyboard alone: the choice is the next stop.
  await page.keyboard.press('Tab');
  await expect(alike.getByRole('radio', { name: 'They stay out' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(alike.getByRole('radio', { name: 'Bring them in as well' })).toBeChecked();
  expect(await screen.counts('Entries')).toEqual(['2', '–']);
  await page.keyboard.press('ArrowLeft');
  await expect(screen.bringIn).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await expect(screen.bringIn).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(screen.said).toContainText('Brought in: 2 entries.');
  await screen.main.getByRole('button', { name: 'Take back: what just came in' }).click();
  await screen.main.getByRole('button', { name: 'Take it back' }).click();
  await expect(screen.said).toContainText('as before', { timeout: 30_000 });

  // With a word that is new in it, that one comes in and the other one stays out.
  put(home, 'mine.txt', readFileSync(text, 'utf8').replace('nobody', 'somebody'));
  await screen.main.getByRole('button', { name: 'Bring in something else' }).click();
  await screen.lookAtFile();
  await expect(screen.main.getByRole('region', { name: 'One entry seems to be here already' })).toContainText(
    'The heron was at the mill again.',
  );
  expect(await screen.counts('Entries')).toEqual(['1', '–', '1']);
  await screen.bringIn.click();
  await expect(screen.said).toContainText('Brought in: 1 entry.');
  await new JournalScreen(page).go();
  await expect(screen.main.getByRole('article')).toHaveCount(3);
});

test('a sealed archive opens with its own passphrase, also where the first one was wrong', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const archive = join(home, 'sealed.footnote-sealed');
  const footnote = await launchFootnote({ pickers: { exportTarget: archive, importSource: archive } });
  const { page } = footnote;
  const screen = await begin(page);
  await writeAndSave(page, 'The mill race was loud.');
  await screen.openTakeOut();
  await screen.main.getByRole('radio', { name: /Sealed/ }).check();
  await screen.main.getByLabel('Passphrase for the archive').fill('for the drawer');
  await screen.main.getByLabel('The same once more').fill('for the door');
  await screen.choosePlace.click();
  await expect(screen.problem.filter({ hasText: 'not the same' })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await screen.main.getByLabel('The same once more').fill('for the drawer');
  await screen.choosePlace.click();
  await expect(screen.said).toContainText('It opens with the passphrase you gave it.', { timeout: 30_000 });
  // Nothing stays of it, nor of what was said about it.
  await expect(screen.main.getByLabel('Passphrase for the archive')).toHaveValue('');
  await expect(screen.main.getByText(/A stranger’s computer/)).toBeHidden();
  expect(readFileSync(archive).subarray(0, 8).toString('latin1')).toBe('FTNTSEAL');

  await screen.openBringIn();
  await screen.lookAtFile();
  await expect(screen.main.getByRole('heading', { name: 'It is sealed' })).toBeVisible();
  const field = screen.main.getByLabel('Its passphrase');
  await field.fill('for the shed');
  await field.press('Enter');
  await expect(screen.problem.filter({ hasText: 'does not open it' })).toBeVisible({ timeout: 30_000 });
  expect(await accessibilityProblems(page)).toEqual([]);
  await field.fill('for the drawer');
  await field.press('Enter');
  await expect(screen.main.getByText(/There is nothing to do/)).toBeVisible({ timeout: 30_000 });
  expect(await screen.counts('Entries')).toEqual(['–', '1']);
});

test('a long export that is stopped leaves nothing, and one that can go on says how far it is', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(180_000);
  const target = join(home, 'Documents', 'taken');
  const footnote = await launchFootnote({ pickers: { exportTarget: target } });
  const { page } = footnote;
  await openSampleJournal(page);
  const screen = new TransferScreen(page);
  await screen.openTakeOut();
  await screen.main.getByRole('radio', { name: 'Markdown' }).check();
  await screen.choosePlace.click();
  // The button is gone: the next one is that to stop.
  await expect(screen.main.getByRole('group', { name: 'Writing' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(screen.said).toHaveText('Stopped. Nothing was left behind.');
  expect(readdirSync(join(home, 'Documents'))).toEqual([]);
  await expect(screen.choosePlace).toBeFocused();
  await screen.choosePlace.click();
  await expect(screen.said).toContainText(/^Written to /, { timeout: 60_000 });
  // What it says leaves the page to what one chooses from, in a small window too.
  await page.setViewportSize({ width: 900, height: 600 });
  const foot = await screen.foot.boundingBox();
  expect(foot?.height).toBeLessThan(600 / 5);
});

test('taking back can be stopped: everything stays, and that is said where it was asked for', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const rows = Array.from({ length: 20_000 }, (_, index) => {
    const at = new Date(Date.UTC(2001, 0, 1) + index * 10 * 3_600_000).toISOString();
    return `${index + 1},${at.slice(0, 19).replace('T', ' ')},Walk,Walk,,1800,2000,,,`;
  });
  const heads = 'id,date,name,type,description,elapsed_time,distance (m),commute,gear,filename';
  const importSource = put(home, 'activities.csv', [heads, ...rows].join('\n'));
  const { page } = await launchFootnote({ pickers: { importSource } });
  const screen = await begin(page);
  await screen.openBringIn();
  await screen.lookAtFile();
  await screen.bringIn.click({ timeout: 60_000 });
  await expect(screen.said).toHaveText('Brought in: 20,000 times of moving.', { timeout: 60_000 });
  const takeBack = screen.main.getByRole('button', { name: 'Take back: what just came in' });
  await takeBack.click();
  await screen.main.getByRole('button', { name: 'Take it back' }).click();
  // Nobody goes elsewhere and misses what becomes of it.
  await expect(screen.main.getByRole('button', { name: 'Bring in something else' })).toHaveCount(0);
  await screen.main.getByRole('button', { name: 'Stop' }).click();
  await expect(screen.said).toHaveText('Stopped. What came in is still here, all of it.', {
    timeout: 30_000,
  });
  await expect(takeBack).toBeFocused();
  await screen.main.getByRole('button', { name: 'Bring in something else' }).click();
  await expect(screen.main.getByText(/: 20,000 times of moving/)).toBeVisible();
  await expect(screen.main.getByText(/Taken back on/)).toHaveCount(0);
});

test('a lock ends a look and leaves nothing of it', async ({ home, launchFootnote }) => {
  test.setTimeout(120_000);
  const file = put(home, 'watch.gpx', track('Loop', '2026-03-01T08:00:00Z', '2026-03-01T08:32:00Z'));
  const footnote = await launchFootnote({ pickers: { importSource: file } });
  const screen = await begin(footnote.page);
  await screen.openBringIn();
  await screen.lookAtFile();
  await expect(screen.bringIn).toBeVisible();
  expect(scratchFolders(footnote.userData)).toHaveLength(1);
  // Elsewhere and back: it is still open.
  await new RoomsColumn(footnote.page).go('Today');
  await screen.openBringIn();
  await expect(screen.bringIn).toBeVisible();
  const locked = await footnote.pageAfterLock(() => new RoomsColumn(footnote.page).lock.click());
  expect(scratchFolders(footnote.userData)).toEqual([]);
  await new DoorScreen(locked).unlock(passphrase);
  await new TodayScreen(locked).isShown();
  const again = new TransferScreen(locked);
  await again.openBringIn();
  await expect(again.main.getByRole('button', { name: 'A file…' })).toBeVisible();
  await expect(again.main.getByText('Brought in before')).toBeHidden();
});

test('a folder of Markdown comes in with its picture, which the page has drawn anew', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const folder = join(home, 'notes');
  mkdirSync(folder);
  giveToUser(folder);
  put(home, 'notes/2026-03-01.md', '# By the weir\n\nThe heron stood still.\n\n![A heron](heron.png)\n');
  const { bytes } = createNewImage();
  writeFileSync(join(folder, 'heron.png'), Buffer.concat([bytes, Buffer.from('where it was taken')]));
  giveToUser(join(folder, 'heron.png'));
  const footnote = await launchFootnote({ pickers: { importSource: folder } });
  const { page } = footnote;
  const screen = await begin(page);
  await screen.openBringIn();
  await screen.main.getByRole('button', { name: 'A folder…' }).click();
  await expect(screen.bringIn).toBeVisible();
  expect(await screen.counts('Entries')).toEqual(['1', '–']);
  expect(await screen.counts('Pictures')).toEqual(['1', '–']);
  expect(await accessibilityProblems(page)).toEqual([]);
  await screen.bringIn.click();
  await expect(screen.said).toContainText('Brought in: 1 entry and 1 picture.');
  await screen.main.getByRole('button', { name: 'Open the Journal' }).click();
  await screen.main.getByText('The heron stood still.').click();
  await expect(page.getByRole('img', { name: 'A heron' })).toBeVisible();
});

test('a file or a folder that nobody knows is said calmly, and changes nothing', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(120_000);
  const folder = join(home, 'empty');
  mkdirSync(folder);
  giveToUser(folder);
  const footnote = await launchFootnote({ pickers: { importSource: folder } });
  const screen = await begin(footnote.page);
  await screen.openBringIn();
  await screen.main.getByRole('button', { name: 'A folder…' }).click();
  await expect(screen.problem.filter({ hasText: 'your journal is as it was' })).toBeVisible();
  footnote.answerPickers({ importSource: put(home, 'notes.bin', 'nothing anybody knows') });
  await screen.lookAtFile();
  await expect(screen.problem.filter({ hasText: 'your journal is as it was' })).toBeVisible();
});
