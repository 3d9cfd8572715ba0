import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';
import { TransferScreen } from './screens/TransferScreen';
import { WriteScreen } from './screens/WriteScreen';

const passphrase = 'orchard path, walking, no watch';

test('a person begins a journal, answers a question, moves, looks back, takes it all out and comes back to it', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(180_000);
  const footnote = await launchFootnote();
  let page = footnote.page;

  await test.step('begin', async () => {
    await new DoorScreen(page).begin(passphrase);
    await new TodayScreen(page).isShown();
  });

  await test.step('answer the question', async () => {
    await new TodayScreen(page).writeToPrompt();
    const write = new WriteScreen(page);
    const question = await write.text.locator('[data-block="prompt"]').first().innerText();
    expect(question.length).toBeGreaterThan(10);
    await write.write('The one who counts kerbs.');
    await write.text.press('Enter');
    await write.write('Tomorrow: the orchard path.');
    await write.isSaved();
    await expect(write.text).toContainText(question);
  });

  await test.step('note how it is with one key', async () => {
    await new RoomsColumn(page).go('Today');
    const today = new TodayScreen(page);
    await today.isShown();
    await expect(today.margin).toContainText('The one who counts kerbs.');
    await page.keyboard.press('3');
    await expect(today.scale.getByRole('radio', { name: '3, slightly unpleasant' })).toBeChecked();
    await page
      .getByRole('button', { name: 'anxiety', exact: true })
      .or(page.getByLabel('anxiety', { exact: true }))
      .first()
      .click();
    await expect(today.margin).toContainText('Slightly unpleasant');
    await expect(today.margin).toContainText('anxiety');
  });

  await test.step('note a run with a before and an after', async () => {
    await page.getByRole('button', { name: 'Just log it' }).click();
    await page.getByLabel('Run', { exact: true }).click();
    await page.getByLabel('Minutes', { exact: true }).fill('32');
    await page.getByRole('radiogroup', { name: 'Before' }).getByRole('radio', { name: /^3,/ }).click();
    await page.getByRole('radiogroup', { name: 'After' }).getByRole('radio', { name: /^6,/ }).click();
    await page.getByText(/^More:/).click();
    await page.getByRole('radiogroup', { name: 'Effort' }).getByRole('radio', { name: /^5,/ }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(new TodayScreen(page).margin).toContainText('Run, 32 min');
  });

  await test.step('see mood against movement', async () => {
    await new RoomsColumn(page).go('Insights');
    await expect(page.getByRole('heading', { name: 'Insights' })).toBeVisible();
    await expect(page.getByText('How were the days, and when was there movement?')).toBeVisible();
  });

  await test.step('take it out in all three ways', async () => {
    for (const [format, target, holds] of [
      ['Markdown', 'taken-text', '1 entry, 3 check-ins and 1 time of moving'],
      ['JSON', 'taken-everything.json', '1 entry, 3 check-ins and 1 time of moving'],
      // What has no tables is not counted.
      ['Tables', 'taken-tables', 'files: 3 check-ins and 1 time of moving'],
    ] as const) {
      footnote.answerPickers({ exportTarget: join(home, target) });
      const screen = new TransferScreen(page);
      await screen.takeOut(format);
      await expect(screen.said).toContainText(`Written to ~/${target}.`);
      await expect(screen.said).toContainText(holds);
    }
    const everything = readFileSync(join(home, 'taken-everything.json'), 'utf8');
    expect(everything).toContain('The one who counts kerbs.');
    expect(readdirSync(join(home, 'taken-tables')).length).toBeGreaterThan(0);
    expect(readdirSync(join(home, 'taken-text')).length).toBeGreaterThan(0);
  });

  await test.step('lock', async () => {
    const before = await footnote.processes();
    expect(before.map(({ what }) => what)).toContain('Footnote keeper');
    const oldRenderers = before.filter(({ what }) => what === 'Tab').map(({ pid }) => pid);
    page = await footnote.pageAfterLock(() => new RoomsColumn(page).lock.click());
    await new DoorScreen(page).seesUnlock();
    await expect
      .poll(async () =>
        (await footnote.processes()).filter(
          ({ what, pid }) => what === 'Footnote keeper' || oldRenderers.includes(pid),
        ),
      )
      .toEqual([]);
  });

  await test.step('a wrong passphrase is said calmly', async () => {
    const door = new DoorScreen(page);
    await door.unlock('something else');
    await expect(door.problem).toContainText('does not open this journal');
  });

  await test.step('unlock', async () => {
    await new DoorScreen(page).unlock(passphrase);
    const today = new TodayScreen(page);
    await today.isShown();
    await expect(today.margin).toContainText('The one who counts kerbs.');
    await expect(today.margin).toContainText('Run, 32 min');
  });

  await test.step('what was typed before a power cut is there', async () => {
    await new RoomsColumn(page).go('Write');
    const write = new WriteScreen(page);
    await write.write('The geese went over at six.');
    await write.isSaved();
    await write.write(' And then the light');
    await footnote.kill();
    const again = await launchFootnote();
    await new DoorScreen(again.page).unlock(passphrase);
    await new TodayScreen(again.page).isShown();
    await expect(new TodayScreen(again.page).margin).toContainText('The geese went over at six.');
    await again.quit();
  });
});

test('text typed less than a second before a lock or a quit is kept', async ({ launchFootnote }) => {
  const first = await launchFootnote();
  await new DoorScreen(first.page).begin(passphrase);
  await new TodayScreen(first.page).isShown();
  await new RoomsColumn(first.page).go('Write');
  await new WriteScreen(first.page).text.pressSequentially('Straight from the keys');
  const locked = await first.pageAfterLock(() => first.page.keyboard.press('ControlOrMeta+l'));
  await new DoorScreen(locked).unlock(passphrase);
  await new TodayScreen(locked).isShown();
  await expect(new TodayScreen(locked).margin).toContainText('Straight from the keys');
  await new RoomsColumn(locked).go('Write');
  await new WriteScreen(locked).text.pressSequentially('And out of the door');
  await first.quit();

  const second = await launchFootnote();
  await new DoorScreen(second.page).unlock(passphrase);
  await new TodayScreen(second.page).isShown();
  await expect(new TodayScreen(second.page).margin).toContainText('And out of the door');
  await second.quit();
});

test('the sample journal opens, is marked, and leaves nothing behind', async ({ launchFootnote }) => {
  test.setTimeout(120_000);
  const footnote = await launchFootnote();
  await new DoorScreen(footnote.page).lookAround();
  await new TodayScreen(footnote.page).isShown();
  await expect(
    footnote.page.getByText('Sample journal. Nothing here is yours, nothing is kept.'),
  ).toBeVisible();
  await new RoomsColumn(footnote.page).go('Journal');
  await expect(
    footnote.page.getByRole('complementary', { name: 'In the margin' }).getByText(/\d{3} entries/),
  ).toBeVisible();
  const page = await footnote.pageAfterLock(() =>
    footnote.page.getByRole('button', { name: 'Leave', exact: true }).click(),
  );
  await expect(page.getByRole('heading', { name: 'Begin a journal' })).toBeVisible();
  await footnote.quit();
});

test('words typed while the keeper goes away are saved when the journal is open again', async ({
  launchFootnote,
}) => {
  const { app, page, processes } = await launchFootnote();
  await new DoorScreen(page).begin(passphrase);
  await new TodayScreen(page).isShown();
  await new RoomsColumn(page).go('Write');
  const write = new WriteScreen(page);
  await write.write('The first line.');
  await write.isSaved();
  const keeper = (await processes()).find(({ what }) => what === 'Footnote keeper');
  expect(keeper).toBeDefined();
  await write.write(' And the last one');
  process.kill(keeper?.pid ?? 0, 'SIGKILL');
  const door = new DoorScreen(page);
  await expect(door.problem).toContainText('has stopped');
  await expect(page.getByText('Words that were not saved yet wait in this window')).toBeVisible();
  // Whoever wants to quit is asked, and here they stay.
  await app.evaluate((electron) => electron.app.quit());
  await door.unlock(passphrase);
  await new TodayScreen(page).isShown();
  await expect(new TodayScreen(page).margin).toContainText('The first line. And the last one');
});
