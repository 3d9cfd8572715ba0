import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { assert } from '../../src/shared/assert';
import { createDocument, createParagraph, createText } from '../../src/shared/document/createDocument';
import { keeperPortMessage } from '../../src/shared/ipc/channels';
import { timed, toFigure, type Figure } from './measure';

export interface BenchedApp {
  readonly executablePath: string;
  readonly appFolder: string;
  /** Where profiles and other litter of the bench may go. */
  readonly place: string;
  readonly journalFolder: string;
  readonly passphrase: string;
}

type Add = (name: string, figure: object) => void;

const openings = 5;
const calls = 200;

const listInput = (run: number) => ({ where: 'journal', after: null, limit: 50 + (run % 2) });

/** Times the app itself: real windows, real keeper, every call from the page over the port and back. */
export async function benchApp(add: Add, app: BenchedApp, keyDerivation: Figure): Promise<void> {
  await benchFirstWindow(add, app);
  const profile = join(app.place, 'profile');
  const electron = await launch(app, profile);
  let page = await lendPort(electron);
  await page.getByRole('button', { name: 'Open a journal I already have' }).click();

  const unlocks: number[] = [];
  for (let run = 0; run < openings; run += 1) {
    await page.getByLabel('Passphrase', { exact: true }).fill(app.passphrase);
    unlocks.push(
      await timed(async () => {
        await page.keyboard.press('Enter');
        await page.getByRole('radiogroup', { name: 'How is it right now?' }).waitFor();
      }),
    );
    if (run < openings - 1) page = await lock(electron, page);
  }
  const unlocked = toFigure(unlocks);
  add('app: unlock to Today on the screen, key derivation included', { measured: unlocked });
  add('app: unlock to Today on the screen, after key derivation', {
    median: Math.round(unlocked.median - keyDerivation.median),
    most: Math.round(unlocked.most - keyDerivation.median),
  });

  add('app: entries.list, newest 50, at the bridge', {
    measured: toFigure(
      await callTimes(
        page,
        'entries.list',
        Array.from({ length: calls }, (_, run) => listInput(run)),
      ),
    ),
  });
  const ids = await entryIds(page);
  add('app: entries.read, at the bridge', {
    measured: toFigure(
      await callTimes(
        page,
        'entries.read',
        Array.from({ length: calls }, (_, run) => ({ id: ids[run % ids.length] })),
      ),
    ),
  });
  add('app: entries.save, at the bridge', {
    measured: toFigure(
      await callTimes(
        page,
        'entries.save',
        Array.from({ length: calls }, (_, run) => saveInput(run)),
      ),
    ),
  });
  add('app: entries.save of 3,000 words, at the bridge', {
    measured: toFigure(
      await callTimes(
        page,
        'entries.save',
        Array.from({ length: calls }, (_, run) => longSaveInput(run)),
      ),
    ),
  });
  await electron.close();
}

/** From starting the program to a page that has loaded; the floor is an empty window of the same Electron. */
async function benchFirstWindow(add: Add, app: BenchedApp): Promise<void> {
  const empty = join(app.place, 'empty-app');
  mkdirSync(empty);
  writeFileSync(join(empty, 'package.json'), '{"name":"empty","version":"1.0.0","main":"main.js"}');
  writeFileSync(
    join(empty, 'main.js'),
    "const { app, BrowserWindow } = require('electron'); app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<p>empty'));",
  );
  const times = { measured: [] as number[], floor: [] as number[] };
  for (let run = 0; run < openings; run += 1) {
    for (const [side, appFolder] of [
      ['measured', app.appFolder],
      ['floor', empty],
    ] as const) {
      let electron: ElectronApplication | undefined;
      times[side].push(
        await timed(async () => {
          electron = await launch({ ...app, appFolder }, join(app.place, `first-${side}-${run}`));
          const page = await electron.firstWindow();
          await page.waitForLoadState('load');
          if (side === 'measured') await page.getByLabel('Passphrase', { exact: true }).waitFor();
        }),
      );
      await electron?.close();
    }
  }
  const [measured, floor] = [toFigure(times.measured), toFigure(times.floor)];
  add('app: start to a page to type in (floor: an empty window)', {
    measured,
    floor,
    ratio: Math.round((measured.median / floor.median) * 1000) / 1000,
  });
}

function keepPort(message: string): void {
  window.addEventListener('message', ({ data, ports }) => {
    if (data === message) Object.assign(window, { benchPort: ports[0] });
  });
}

/** The page's port to the keeper, for the calls of the bench: of the page there is and of those that come after a lock. */
export async function lendPort(electron: ElectronApplication): Promise<Page> {
  await electron.context().addInitScript(keepPort, keeperPortMessage);
  const page = await electron.firstWindow();
  await page.evaluate(keepPort, keeperPortMessage);
  return page;
}

export async function launch(app: BenchedApp, profile: string): Promise<ElectronApplication> {
  const answers = join(app.place, 'answers.json');
  writeFileSync(answers, JSON.stringify({ existingJournal: app.journalFolder }));
  return _electron.launch({
    executablePath: app.executablePath,
    args: [
      app.appFolder,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
    ],
    env: {
      ...definedEnvironment(),
      HOME: app.place,
      FOOTNOTE_TEST_PICKERS: answers,
      // A driver loses an app that starts itself again.
      FOOTNOTE_TEST_AFTER_LOCK: 'another page',
    },
  });
}

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

export async function lock(electron: ElectronApplication, page: Page): Promise<Page> {
  const replaced = electron.waitForEvent('window');
  // The page may be gone before the key has come up again.
  await page.keyboard.press('ControlOrMeta+l').catch(() => undefined);
  const next = await replaced;
  await next.getByLabel('Passphrase', { exact: true }).waitFor();
  return next;
}

/** Milliseconds of each call, one after the other, measured in the page. */
export async function callTimes(
  page: Page,
  channel: string,
  inputs: readonly unknown[],
): Promise<readonly number[]> {
  const replies = await callAll(page, channel, inputs, 'times');
  return replies.map(({ milliseconds, reply }) => {
    assert(reply.ok, `${channel} answers`);
    return milliseconds;
  });
}

interface Timed {
  readonly milliseconds: number;
  readonly reply: { readonly ok: boolean; readonly value?: unknown };
}

/** `times`: what is answered is let go of at once; two hundred long answers are more than a page can hold. */
async function callAll(
  page: Page,
  channel: string,
  inputs: readonly unknown[],
  keep: 'replies' | 'times',
): Promise<readonly Timed[]> {
  return page.evaluate(
    async ([name, list, kept]) => {
      const port: unknown = Reflect.get(window, 'benchPort');
      if (!(port instanceof MessagePort)) throw new Error('the page has no port to the keeper');
      const results: Timed[] = [];
      for (const [index, input] of list.entries()) {
        const id = 1_000_000_000 + index;
        const start = performance.now();
        const reply = await new Promise<Timed['reply']>((done) => {
          const listen = ({ data }: MessageEvent): void => {
            if (data?.id !== id) return;
            port.removeEventListener('message', listen);
            done(data.reply);
          };
          port.addEventListener('message', listen);
          port.postMessage({ id, channel: name, input });
        });
        const milliseconds = performance.now() - start;
        results.push({ milliseconds, reply: kept === 'times' ? { ok: reply.ok } : reply });
      }
      return results;
    },
    [channel, inputs, keep] as const,
  );
}

export async function entryIds(page: Page): Promise<readonly string[]> {
  const [first] = await callAll(
    page,
    'entries.list',
    [{ where: 'journal', after: null, limit: 200 }],
    'replies',
  );
  const value = first?.reply.value;
  assert(
    typeof value === 'object' && value !== null && 'entries' in value && Array.isArray(value.entries),
    'a list',
  );
  return value.entries.map((entry: { id: string }) => entry.id);
}

/** Somebody typing one entry: every save is a sentence longer than the last. */
function saveInput(run: number): unknown {
  const text = 'Walked to the orchard path and back, and counted the geese on the way. '.repeat(
    1 + (run % 40),
  );
  return {
    id: '01a20000-0000-7000-8000-000000000001',
    baseRevision: run,
    document: createDocument([createParagraph([createText(`${run} ${text}`)])]),
  };
}

/** The same with a long entry: a key more each time, in the last of its paragraphs. */
function longSaveInput(run: number): unknown {
  const paragraph = 'Walked to the orchard path and back, and counted the geese on the way home. '.repeat(5);
  const paragraphs = Array.from({ length: 40 }, (_, index) =>
    createParagraph([createText(`${index} ${paragraph}`)]),
  );
  return {
    id: '01a20000-0000-7000-8000-000000000002',
    baseRevision: run,
    document: createDocument([...paragraphs, createParagraph([createText('a'.repeat(run + 1))])]),
  };
}
