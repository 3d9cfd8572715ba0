import { readFileSync } from 'node:fs';
import { expect, test } from '../e2e/fixtures/app';
import { coreLimitOf, descendantsOf, networkOf, statusOf } from '../support/processes';
import { beginWriting } from './support/journeys';

test.skip(process.getuid?.() === 0 && !process.env['FOOTNOTE_RUN_AS'], 'as root there is no sandbox');

test('the page has no more than a page needs', async ({ launchFootnote }) => {
  const { page, app, processes } = await launchFootnote();
  await beginWriting(page);

  const [tab] = (await processes()).filter(({ what }) => what === 'Tab');
  const main = app.process().pid ?? 0;
  const status = statusOf(tab?.pid ?? 0);
  expect(status.get('Seccomp')).toBe('2');
  expect(status.get('NoNewPrivs')).toBe('1');
  expect(networkOf(tab?.pid ?? 0), 'a network of its own').not.toBe(networkOf(main));
  const addresses = readFileSync(`/proc/${tab?.pid}/net/dev`, 'utf8').trim().split('\n').slice(2);
  expect(
    addresses.map((line) => line.trim().split(':')[0]),
    'and nothing in it',
  ).toEqual(['lo']);

  const world = await page.evaluate(() => ({
    ofNode: ['require', 'process', 'Buffer', 'module', 'global', '__dirname'].filter(
      (name) => name in window,
    ),
    waysOut: ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport'].filter(
      (name) => name in window,
    ),
    ours: Object.keys(Reflect.get(window, 'footnote') as object).toSorted(),
  }));
  expect(world.ofNode).toEqual([]);
  expect(world.waysOut).toEqual([]);
  expect(world.ours).toEqual(['invoke', 'subscribe']);
});

test('no process of the app may leave a core dump', async ({ launchFootnote }) => {
  const { page, app } = await launchFootnote();
  await beginWriting(page);
  const main = app.process().pid ?? 0;
  const limits = [main, ...descendantsOf(main)].map((pid) => coreLimitOf(pid).soft);
  expect(limits.length, 'processes').toBeGreaterThan(4);
  expect(new Set(limits)).toEqual(new Set(['0']));
});

test('every web contents is sandboxed, isolated and without Node', async ({ launchFootnote }) => {
  const { app } = await launchFootnote();
  const settings = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Not in its types, and the only place where what became of the wishes can be read.
      const { getLastWebPreferences } = contents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>;
      };
      const wish = getLastWebPreferences.call(contents);
      return [
        'sandbox',
        'contextIsolation',
        'nodeIntegration',
        'webSecurity',
        'webviewTag',
        'spellcheck',
      ].map((name) => [name, wish[name] ?? false]);
    }),
  );
  expect(settings).toEqual([
    [
      ['sandbox', true],
      ['contextIsolation', true],
      ['nodeIntegration', false],
      ['webSecurity', true],
      ['webviewTag', false],
      ['spellcheck', false],
    ],
  ]);
});
