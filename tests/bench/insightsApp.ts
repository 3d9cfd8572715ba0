import type { ElectronApplication, Page } from 'playwright';
import { createCheckInId } from '../../src/shared/id';
import { createSeededRandom } from '../../src/main/sample/seededRandom';
import { callTimes, lock, type BenchedApp } from './app';
import { openInApp } from './longApp';
import { timed, toFigure } from './measure';
import { watchKeys, type KeyTimes } from './typing';

type Add = (name: string, figure: object) => void;

const openings = 10;
const coldOpenings = 3;
const typedRounds = 12;
const keysOfRound = 12;
const overview = 'How were the days, and when was there movement?';
/** The comparisons come all at once; this one is there whatever was noted. */
const late = 'Do sessions end differently from how they begin?';

const room = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });

async function goToday(page: Page): Promise<void> {
  await room(page, 'Today').click();
  await page.getByRole('radiogroup', { name: 'How is it right now?' }).waitFor();
}

interface Opening {
  readonly answer: number;
  readonly picture: number;
  readonly answers: number;
  readonly pictures: number;
}

/** Milliseconds from choosing the room to the frames with the first answer, the first picture, every answer in words and every picture; measured in the page. */
async function openRoom(page: Page): Promise<Opening> {
  return page.evaluate(
    async ([earliest, latest]) => {
      const button = [...document.querySelectorAll('nav button')].find(({ textContent }) =>
        textContent?.startsWith('Insights'),
      );
      if (!(button instanceof HTMLElement)) throw new Error('there is no such room');
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- in the page there is only what is in here
      const isThere = (question: string, what: 'svg' | 'p'): boolean =>
        [...document.querySelectorAll('main h2')].some(
          (heading) =>
            heading.textContent === question && heading.closest('section')?.querySelector(what) !== null,
        );
      const start = performance.now();
      button.click();
      let answer: number | undefined;
      let picture: number | undefined;
      let answers: number | undefined;
      for (;;) {
        // Past the frame in which it was drawn.
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const now = performance.now() - start;
        if (isThere(earliest, 'p')) answer ??= now;
        if (isThere(earliest, 'svg')) picture ??= now;
        if (isThere(latest, 'p')) answers ??= now;
        const isWhole = document.querySelector('[data-drawn="not yet"]') === null;
        if (answer !== undefined && picture !== undefined && answers !== undefined && isWhole)
          return { answer, picture, answers, pictures: now };
        if (now > 60_000) throw new Error('the answers do not come');
      }
    },
    [overview, late] as const,
  );
}

const nothing = async (): Promise<void> => {};

const toFigures = (found: readonly Opening[]) => ({
  firstAnswer: toFigure(found.map(({ answer }) => answer)),
  firstPicture: toFigure(found.map(({ picture }) => picture)),
  everyAnswer: toFigure(found.map(({ answers }) => answers)),
  everyPicture: toFigure(found.map(({ pictures }) => pictures)),
});

/** Opens it several times after `before`, which has left it. */
async function openSeveral(page: Page, times: number, before: (run: number) => Promise<unknown>) {
  const found: Opening[] = [];
  for (let run = 0; run < times; run += 1) {
    await before(run);
    found.push(await openRoom(page));
    await goToday(page);
  }
  return toFigures(found);
}

/** The room as somebody meets it after decades: right after an unlock, from the cache, after a change, and left while it computes. */
export async function benchInsightsApp(add: Add, app: BenchedApp): Promise<void> {
  const opened = await openInApp(app, 'insights-profile');
  const { electron } = opened;
  let { page } = opened;
  add('app, insights: opened some time after the unlock, one year', {
    measured: await openSeveral(page, 1, nothing),
  });
  add('app, insights: opened again, one year', { measured: await openSeveral(page, openings, nothing) });

  await room(page, 'Insights').click();
  const chosen = await timed(async () => {
    await page.getByRole('radio', { name: 'All', exact: true }).check();
    await page.getByRole('region', { name: late }).waitFor();
  });
  add('app, insights: all years chosen', { measured: toFigure([chosen]) });
  await page.waitForTimeout(1000);
  add('app, insights: elements of the pictures, all years', await countElements(page));
  await goToday(page);
  add('app, insights: opened again, all years', { measured: await openSeveral(page, openings, nothing) });

  const change = createChange(page);
  add('app, insights: opened after a change, all years', {
    measured: await openSeveral(page, openings, change),
  });
  add('app, insights: the version at the bridge', {
    measured: toFigure(
      await callTimes(
        page,
        'insights.version',
        Array.from({ length: 100 }, () => ({})),
      ),
    ),
  });
  add('app, insights: every record at the bridge', {
    measured: toFigure(
      await callTimes(
        page,
        'insights.records',
        Array.from({ length: openings }, () => ({})),
      ),
    ),
  });
  await benchKeys(add, page, change);

  const cold: Opening[] = [];
  for (let run = 0; run < coldOpenings; run += 1) {
    page = await unlockAgain(electron, page, app.passphrase);
    cold.push(await openRoom(page));
  }
  add('app, insights: opened at once after an unlock, one year', {
    measured: toFigures(cold),
  });
  await electron.close();
}

async function unlockAgain(electron: ElectronApplication, page: Page, passphrase: string): Promise<Page> {
  const next = await lock(electron, page);
  await next.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await next.keyboard.press('Enter');
  await next.getByRole('radiogroup', { name: 'How is it right now?' }).waitFor();
  return next;
}

/** A feeling noted behind the page's back, so that what was compared is another version. */
function createChange(page: Page): () => Promise<unknown> {
  const random = createSeededRandom(9);
  return async () => {
    const id = createCheckInId(Date.now(), random.bytes);
    const felt = { valence: random.chance(0.5) ? 0 : 1 / 3, energy: null, feelings: [] };
    return callTimes(page, 'checkIns.save', [{ id, ...felt }]);
  };
}

async function countElements(page: Page): Promise<object> {
  const counts = await page.evaluate(() =>
    [...document.querySelectorAll('main section')].flatMap((section) => {
      const question = section.querySelector('h2')?.textContent ?? '';
      const pictures = [...section.querySelectorAll('svg')];
      const elements = pictures.map((picture) => picture.querySelectorAll('*').length + 1);
      return elements.length === 0 ? [] : [{ question, largest: Math.max(...elements) }];
    }),
  );
  const all = await page.evaluate(() => document.querySelectorAll('main svg, main svg *').length);
  return {
    largest: Math.max(...counts.map(({ largest }) => largest)),
    page: all,
    ofEach: Object.fromEntries(counts.map(({ question, largest }) => [question, largest])),
  };
}

/**
 * Keys in an entry while the comparisons of all years are made: something changed, the room was opened and left again as soon as
 * its first picture stood there, and what it asked is still being computed. A key counts while that thread runs.
 */
async function benchKeys(add: Add, page: Page, change: () => Promise<unknown>): Promise<void> {
  await room(page, 'Write').click();
  await page.getByRole('textbox', { name: 'Your text' }).click();
  await watchKeys(page);
  await page.keyboard.type('an ordinary sentence to begin with ');
  const type = async (isOn: () => boolean): Promise<readonly KeyTimes[]> => {
    await page.evaluate(() => {
      const times: unknown = Reflect.get(window, 'keyTimes');
      if (Array.isArray(times)) times.length = 0;
    });
    for (let key = 0; key < keysOfRound && isOn(); key += 1) {
      await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e');
      await page.waitForTimeout(25 + ((key * 37) % 31));
    }
    await page.waitForTimeout(100);
    return page.evaluate(() => Reflect.get(window, 'keyTimes'));
  };
  const alone: KeyTimes[] = [];
  const meanwhile: KeyTimes[] = [];
  const isComputing = (): boolean => page.workers().some((worker) => worker.url().includes('insightsWorker'));
  for (let round = 0; round < typedRounds; round += 1) {
    alone.push(...(await type(() => true)));
    await change();
    await room(page, 'Insights').click();
    await page.getByRole('region', { name: overview }).waitFor();
    await room(page, 'Write').click();
    await page.getByRole('textbox', { name: 'Your text' }).click();
    meanwhile.push(...(await type(isComputing)));
    while (isComputing()) await page.waitForTimeout(50);
  }
  add('app, insights: a key while all years are compared (floor: while nothing is)', {
    ...figures(meanwhile),
    floor: figures(alone),
  });
}

const figures = (times: readonly KeyTimes[]) => ({
  work: toFigure(times.map(({ work }) => work)),
  untilDrawn: toFigure(times.map(({ total }) => total)),
});
