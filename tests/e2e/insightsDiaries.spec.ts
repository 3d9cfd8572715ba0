import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';
import type { writeOrchardJournal } from '../support/writeOrchardJournal';
import { expect, giveToUser, test, type Fixtures, type Page } from './fixtures/app';
import { askKeeper, takeKeeperPort } from './fixtures/keeperLine';
import { DoorScreen } from './screens/DoorScreen';
import { InsightsScreen } from './screens/InsightsScreen';
import { RoomsColumn } from './screens/RoomsColumn';
import { TodayScreen } from './screens/TodayScreen';

/** The core is written by Vite's own loader: it imports JSON as the build does. */
async function writeDiary(folder: string, truth: 'clear' | 'null') {
  const { module } = await runnerImport<{ readonly writeOrchardJournal: typeof writeOrchardJournal }>(
    resolve(import.meta.dirname, '../support/writeOrchardJournal.ts'),
    { configFile: false, logLevel: 'silent' },
  );
  const written = await module.writeOrchardJournal(folder, truth);
  giveToUser(folder);
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    giveToUser(join(folder, path));
  return written;
}

/** Two made-up diaries whose truth is known, opened in the app as any journal. */
async function openDiary(
  { home, launchFootnote }: Pick<Fixtures, 'home' | 'launchFootnote'>,
  truth: 'clear' | 'null',
) {
  const folder = join(home, 'Documents', 'Orchard.journal');
  const { passphrase, firstSession } = await writeDiary(folder, truth);
  const { page } = await launchFootnote({ pickers: { existingJournal: folder } });
  await page.getByRole('button', { name: 'Open a journal I already have' }).click();
  await new DoorScreen(page).unlock(passphrase);
  await new TodayScreen(page).isShown();
  const insights = new InsightsScreen(page);
  await insights.go();
  await insights.preset('All').check();
  await insights.isAnswered();
  return { page, insights, firstSession };
}

/** The question and the answer of every card, in their order; attached to the run, to be quoted. */
async function sayings(page: Page): Promise<Readonly<Record<string, string>>> {
  const heading = page.getByRole('heading', { level: 2 });
  const said: Record<string, string> = {};
  for (const card of await page.getByRole('main').getByRole('region').filter({ has: heading }).all()) {
    const answer = card.locator('p').first();
    if ((await answer.count()) === 0) continue;
    // The mark of the footnote is not part of the sentence.
    const text = await answer.evaluate((element) =>
      [...element.childNodes]
        .flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : []))
        .join(''),
    );
    said[await card.getByRole('heading', { level: 2 }).first().innerText()] = text.trim();
  }
  const body = JSON.stringify(said, null, 2);
  await test.info().attach('what the cards say', { body, contentType: 'application/json' });
  process.stdout.write(`${body}\n`);
  return said;
}

test('a diary in which movement does something is told so, as far as it is sure', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(180_000);
  const { page, insights, firstSession } = await openDiary({ home, launchFootnote }, 'clear');
  expect(await sayings(page)).toMatchObject({
    'How were the days, and when was there movement?':
      '660 days were rated, on the whole between neutral and slightly pleasant; there was movement on 319 days.',
    'Do sessions end differently from how they begin?':
      'Sessions ended about half a step more pleasant than they began (+0.5 to +1.0), and also more than your check-ins change over a few hours without movement.',
    'Do kinds of movement end differently?':
      'Each row is one kind, in your own order: how much higher or lower its sessions ended than they began.',
    'Are the evenings of movement days different?':
      'Within the same weeks, evenings of movement days were rated about half a step higher than evenings of other days (+0.2 to +0.6); this shows they go together, not which comes first.',
    'Which comes first?':
      'Nothing clear carries over to the next day so far. Moving was not clearly more likely after a more pleasant day. It leans higher so far; in diaries where nothing is going on, a lean like this turns up at some point in about three of ten.',
    'Do length and effort go along with how sessions end?':
      'Longer and shorter sessions of the same kind ended much alike so far. It leans higher so far; in diaries where nothing is going on, a lean like this turns up at some point in about three of ten. Harder and easier sessions of the same kind ended much alike so far. It leans lower so far; in diaries where nothing is going on, a lean like this turns up at some point in about three of ten.',
    'What were sessions like that ended higher?':
      'None of the four stands out beyond chance. Sessions noted “I could play” lean higher so far; in diaries where nothing is going on, a lean like this turns up now and then.',
    'What becomes of a feeling over a session?':
      'Of 64 sessions that began with anger, 23 ended with it: about as often as without movement (35 of 72).',
    'Does a weekday stand out?':
      'Mondays were rated about half a step lower than the rest of their weeks (−0.6 to −0.2). Saturdays were rated about half a step higher than the rest of their weeks (+0.3 to +0.7).',
    'What do the years hold?':
      'You have come back to movement once after a pause of two weeks or more. 2023 was rated around neutral. 2024 was rated around slightly pleasant.',
    'Around the time of “knee”, from 29 October 2023':
      'In the four weeks after it began, days were rated about one step lower than in the four weeks before; changes of this size happen in your diary at other times too.',
  });

  // What was noted is taken back behind the page: the room counts again as soon as it is come back to.
  const sessions = insights.card('Do sessions end differently from how they begin?');
  await expect(sessions).toContainText('319 sessions');
  await takeKeeperPort(page, async () => new RoomsColumn(page).go('Today'));
  expect(await askKeeper(page, 'sessions.remove', { id: firstSession })).toMatchObject({ ok: true });
  await insights.go();
  await expect(sessions).toContainText('318 sessions', { timeout: 20_000 });
});

test('a diary in which movement does nothing is told that nothing is clear', async ({
  home,
  launchFootnote,
}) => {
  test.setTimeout(180_000);
  const { page } = await openDiary({ home, launchFootnote }, 'null');
  expect(await sayings(page)).toMatchObject({
    'How were the days, and when was there movement?':
      '659 days were rated, on the whole between neutral and slightly pleasant; there was movement on 322 days.',
    'Do sessions end differently from how they begin?':
      'Some sessions ended higher and some lower; so far this can’t be told apart from how your mood changes anyway. The change is somewhere between −0.1 and +0.3 step.',
    'Do kinds of movement end differently?':
      'Each row is one kind, in your own order: how much higher or lower its sessions ended than they began.',
    'Are the evenings of movement days different?':
      'Within the same weeks, movement days and other days were rated about the same: any difference is smaller than a third of a step.',
    'Which comes first?':
      'Nothing clear carries over to the next day so far. Moving was more likely after a more pleasant day.',
    'Do length and effort go along with how sessions end?':
      'Longer and shorter sessions of the same kind ended much alike so far. Harder and easier sessions of the same kind ended much alike so far.',
    'What were sessions like that ended higher?': 'None of the four stands out beyond chance.',
    'What becomes of a feeling over a session?':
      'Of 68 sessions that began with anger, 40 ended with it: about as often as without movement (35 of 72).',
    'Does a weekday stand out?':
      'Mondays were rated about half a step lower than the rest of their weeks (−0.7 to −0.3). Saturdays were rated about half a step higher than the rest of their weeks (+0.2 to +0.6).',
    'What do the years hold?':
      'You have come back to movement once after a pause of two weeks or more. 2023 was rated around neutral. 2024 was rated around slightly pleasant.',
    'Around the time of “knee”, from 29 October 2023':
      'In the four weeks after it began, days were rated about three quarters of a step lower than in the four weeks before; changes this large between neighbouring months are rare in your diary.',
  });
});
