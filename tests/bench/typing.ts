import { join } from 'node:path';
import type { Page } from 'playwright';
import { launch, type BenchedApp } from './app';
import { toFigure } from './measure';

type Add = (name: string, figure: object) => void;

const wordsInEntry = 10_000;
const wordsInParagraph = 80;
const keys = 240;

/** What one key took, in milliseconds. */
export interface KeyTimes {
  /** Work of the page: everything the key set off in its own task, and drawing the frame. Waiting for the frame is not in it. */
  readonly work: number;
  /** From the key to the frame with it being handed to the compositor, the wait for the frame included. */
  readonly total: number;
}

const vocabulary =
  'walked along the orchard path and counted geese on the way home before the rain came down again over the long field'.split(
    ' ',
  );

/** A long day in paragraphs, with a heading, a list and a mark here and there, as people write. */
function longText(): string {
  const paragraphs = Array.from({ length: wordsInEntry / wordsInParagraph }, (_, paragraph) =>
    Array.from(
      { length: wordsInParagraph },
      (__, word) => vocabulary[(paragraph * 7 + word * 3) % vocabulary.length],
    ).join(' '),
  );
  return paragraphs.join('\n\n');
}

/** By the clipboard's own event, as a paste from the keyboard arrives. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

/**
 * Listens to keys before anybody else. A message posted from there is taken up when the task of the key has ended, and one
 * posted from the frame's callback when the frame was drawn: so the work is measured without the wait between the two.
 */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: KeyTimes[] = [];
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- in the page there is only what is in here
    const after = (run: () => void): void => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', run);
      port1.start();
      port2.postMessage(null);
    };
    window.addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        if (key.length !== 1) return;
        const begun = performance.now();
        after(() => {
          const task = performance.now() - begun;
          requestAnimationFrame((frame) => {
            const drawing = performance.now();
            after(() => {
              const done = performance.now();
              times.push({ work: task + (done - Math.max(drawing, frame)), total: done - timeStamp });
            });
          });
        });
      },
      true,
    );
    Object.assign(window, { keyTimes: times });
  });
}

/** Like a quick typist, without a rhythm the frames could fall in with. Long enough that autosave comes in between. */
async function typeOn(page: Page): Promise<readonly KeyTimes[]> {
  await page.evaluate(() => {
    const times: unknown = Reflect.get(window, 'keyTimes');
    if (Array.isArray(times)) times.length = 0;
  });
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press(key % 6 === 5 ? 'Space' : (vocabulary[key % vocabulary.length]?.[0] ?? 'a'));
    await page.waitForTimeout(40 + ((key * 37) % 61));
  }
  return page.evaluate(() => Reflect.get(window, 'keyTimes'));
}

/** Times keys in a long entry, in the real window with autosave, spelling and the toolbar at work. */
export async function benchTyping(add: Add, app: BenchedApp): Promise<void> {
  const electron = await launch(app, join(app.place, 'typing'));
  try {
    const page = await electron.firstWindow();
    await page.getByRole('button', { name: 'Open a journal I already have' }).click();
    await page.getByLabel('Passphrase', { exact: true }).fill(app.passphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('radiogroup').first().waitFor();
    await page.keyboard.press('ControlOrMeta+2');
    await page.getByRole('textbox', { name: 'Your text' }).click();
    await watchKeys(page);
    await page.keyboard.type('a short entry to compare with ');
    const short = await typeOn(page);
    await page.keyboard.press('ControlOrMeta+a');
    await paste(page, longText());
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await page.waitForTimeout(2000);
    const atEnd = await typeOn(page);
    await page
      .getByText(vocabulary[1] ?? '')
      .nth(60)
      .click();
    await page.waitForTimeout(500);
    const inMiddle = await typeOn(page);
    for (const [place, times] of [
      ['at the end', atEnd],
      ['in the middle', inMiddle],
    ] as const) {
      add(`app: a key in an entry of 10,000 words, ${place} (floor: in a short entry)`, {
        work: toFigure(times.map(({ work }) => work)),
        untilDrawn: toFigure(times.map(({ total }) => total)),
        floor: {
          work: toFigure(short.map(({ work }) => work)),
          untilDrawn: toFigure(short.map(({ total }) => total)),
        },
      });
    }
  } finally {
    await electron.close();
  }
}
