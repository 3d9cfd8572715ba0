import type { ElectronApplication, Page } from 'playwright';
import { assert } from '../../src/shared/assert';
import { callTimes, entryIds, launch, lendPort, type BenchedApp } from './app';
import { createLongPage } from './longPage';
import { toFigure } from './measure';
import { nth, type LongWords } from './searchWords';

type Add = (name: string, figure: object) => void;

const calls = 200;
const times = <Item>(item: (run: number) => Item): readonly Item[] =>
  Array.from({ length: calls }, (_, run) => item(run));

/** The app with a journal open and everything done that begins with an unlock, the count of everything among it. */
export async function openInApp(
  app: BenchedApp,
  profile: string,
): Promise<{ readonly electron: ElectronApplication; readonly page: Page }> {
  const electron = await launch(app, `${app.place}/${profile}`);
  const page = await lendPort(electron);
  await page.getByRole('button', { name: 'Open a journal I already have' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(app.passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('radiogroup', { name: 'How is it right now?' }).waitFor();
  await page.waitForTimeout(15_000);
  return { electron, page };
}

/** The app on the long journal: every call from the page over the port and back, and what the eye sees while it scrolls. */
export async function benchLongApp(add: Add, app: BenchedApp, words: LongWords): Promise<void> {
  const { electron, page } = await openInApp(app, 'long-profile');

  for (const [kind, list] of Object.entries(words)) {
    const inputs = times((run) => ({ words: nth(list, run), limit: 50 }));
    await callTimes(page, 'entries.search', inputs);
    add(`app, 27 years: search, ${kind}, at the bridge`, {
      measured: toFigure(await callTimes(page, 'entries.search', inputs)),
    });
  }
  const ids = await entryIds(page);
  const reads = times((run) => ({ id: ids[run % ids.length] }));
  add('app, 27 years: open an entry, at the bridge', {
    measured: toFigure(await callTimes(page, 'entries.read', reads)),
  });
  const pageAt = createLongPage();
  const saves = times((run) => ({
    id: '01a20000-0000-7000-8000-000000000002',
    baseRevision: run,
    document: pageAt(run),
  }));
  add('app, 27 years: autosave of 3,000 words, at the bridge', {
    measured: toFigure(await callTimes(page, 'entries.save', saves)),
  });

  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Journal/ })
    .click();
  await page.locator('article').first().waitFor();
  const frames = toFigure(await scrollFrames(page));
  add('app, 27 years: a frame while all entries scroll by', {
    measured: frames,
    framesPerSecond: Math.round(1000 / frames.median),
  });
  await electron.close();
}

/** Milliseconds between frames while the page moves a hand's breadth a frame, for six seconds. */
async function scrollFrames(page: Page): Promise<readonly number[]> {
  const frames = await page.evaluate(async () => {
    const inner = document.querySelector('main');
    let box = inner?.parentElement ?? null;
    while (box !== null && getComputedStyle(box).overflowY !== 'auto') box = box.parentElement;
    if (box === null) return [];
    const found: number[] = [];
    let last = await new Promise<number>((done) => requestAnimationFrame(done));
    const end = last + 6000;
    while (last < end) {
      box.scrollTop += 80;
      const now = await new Promise<number>((done) => requestAnimationFrame(done));
      found.push(now - last);
      last = now;
    }
    return found;
  });
  assert(frames.length > 0, 'the page scrolls');
  return frames;
}
