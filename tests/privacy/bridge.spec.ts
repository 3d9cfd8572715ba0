import { mkdirSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keeperChannels, shellChannels } from '../../src/shared/ipc/channels';
import { expect, giveToUser, test, type Footnote } from '../e2e/fixtures/app';
import { takeKeeperPort } from '../e2e/fixtures/keeperLine';
import { RoomsColumn } from '../e2e/screens/RoomsColumn';
import { beginWriting } from './support/journeys';
import { floodFromPage, type Answers, type Flood } from './support/junkInPage';

const each = 10_000;
const large = 100 * 1024 * 1024;

/** A file nobody may open: its time of access would tell. */
function plant(home: string) {
  const folder = join(home, 'planted');
  mkdirSync(folder);
  giveToUser(folder);
  const path = join(folder, 'secret.txt');
  const forbidden = 'kq4 nobody may read this';
  writeFileSync(path, forbidden);
  giveToUser(path);
  const long_ago = new Date('2001-01-01T00:00:00Z');
  utimesSync(path, long_ago, new Date());
  const untouched = () =>
    statSync(path).atimeMs === long_ago.getTime() && readdirSync(folder).join() === 'secret.txt';
  return { path, forbidden, untouched };
}

const say = (where: string, { sent, counts, strange }: Answers) =>
  console.log(`  ${where}: ${sent} sent, ${strange.length} strange; ${JSON.stringify(counts)}`);

/** Nothing crashed, nobody reported a bug, and the app still does its work. */
async function expectWell(footnote: Footnote, before: readonly number[]): Promise<void> {
  const after = (await footnote.processes()).map(({ pid }) => pid);
  expect(
    before.filter((pid) => !after.includes(pid)),
    'processes that ended',
  ).toEqual([]);
  expect(readdirSync(footnote.userData)).not.toContain('logs');
  expect(await footnote.page.evaluate(() => window.footnote.invoke('app.info', {}))).toMatchObject({
    ok: true,
  });
}

test('main answers ten thousand hostile messages with refusals', async ({ home, launchFootnote }) => {
  test.setTimeout(240_000);
  const { path, forbidden, untouched } = plant(home);
  const footnote = await launchFootnote();
  await beginWriting(footnote.page);
  const before = (await footnote.processes()).map(({ pid }) => pid);
  const answers = await footnote.page.evaluate<Answers, Flood>(floodFromPage, {
    channels: shellChannels,
    count: each,
    seed: 1,
    path,
    forbidden,
    through: 'invoke',
  });
  say('main', answers);
  expect(answers.strange).toEqual([]);
  expect(Object.keys(answers.counts)).not.toContain('Unexpected');
  expect(answers.counts['ok'] ?? 0, 'accepted').toBe(0);
  for (const channel of ['journal.flushed', 'app.setAppearance'])
    expect(
      await footnote.page.evaluate(
        ([name, size]) => window.footnote.invoke(name, { outcome: 'x'.repeat(size) }),
        [channel, large] as const,
      ),
      `${channel} with 100 MB`,
    ).toEqual({ ok: false, error: { type: 'InvalidInput' } });
  expect(untouched(), 'the planted file').toBe(true);
  readFileSync(path);
  expect(untouched(), 'which would have told').toBe(false);
  await expectWell(footnote, before);
});

test('the keeper answers ten thousand hostile messages with refusals', async ({ home, launchFootnote }) => {
  test.setTimeout(240_000);
  const { path, forbidden, untouched } = plant(home);
  const footnote = await launchFootnote();
  const { page } = footnote;
  await beginWriting(page);
  await takeKeeperPort(page, async () => {
    await new RoomsColumn(page).go('Library');
    await new RoomsColumn(page).go('Journal');
  });
  const before = (await footnote.processes()).map(({ pid }) => pid);
  const answers = await page.evaluate<Answers, Flood>(floodFromPage, {
    channels: keeperChannels,
    count: each,
    seed: 2,
    path,
    forbidden,
    through: 'port',
  });
  say('keeper', answers);
  expect(answers.strange).toEqual([]);
  expect(Object.keys(answers.counts)).not.toContain('Unexpected');
  expect(answers.counts['ok'] ?? 0, 'accepted').toBe(0);
  const answered = await page.evaluate((size) => {
    const { keeperPort } = window as unknown as { keeperPort: MessagePort };
    return new Promise((resolve) => {
      keeperPort.addEventListener('message', ({ data }) => {
        if (data.id === 77) resolve(data.reply);
      });
      const request = { id: 77, channel: 'entries.search', input: { words: 'x'.repeat(size), limit: 1 } };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
      keeperPort.postMessage(request);
    });
  }, large);
  expect(answered, 'a search for 100 MB').toEqual({ ok: false, error: { type: 'InvalidInput' } });
  expect(untouched(), 'the planted file').toBe(true);
  await new RoomsColumn(page).go('Journal');
  await expect(page.getByRole('searchbox')).toBeVisible();
  await expectWell(footnote, before);
});

test('no page but the one in the window is answered', async ({ home, launchFootnote }) => {
  test.setTimeout(120_000);
  const { path, forbidden, untouched } = plant(home);
  const footnote = await launchFootnote();
  await beginWriting(footnote.page);
  const before = (await footnote.processes()).map(({ pid }) => pid);
  const preload = join(process.env['FOOTNOTE_APP_FOLDER'] ?? '', 'out/preload/index.cjs');
  const flood = {
    channels: shellChannels,
    count: 1_000,
    seed: 3,
    path,
    forbidden,
    through: 'invoke' as const,
  };
  for (const [where, address] of [
    ['a second window with our own page', 'footnote://app/index.html'],
    ['a page of another origin', 'data:text/html,<body></body>'],
    ['an empty page', 'about:blank'],
  ] as const) {
    const answers = await footnote.app.evaluate(
      async ({ BrowserWindow, session }, { address, preload, source, flood }) => {
        const own = session.fromPartition('footnote', { cache: false });
        // The page of another origin is not let in by the session that the app has hardened.
        const partition = address.startsWith('footnote:') ? own : session.fromPartition('elsewhere');
        const window = new BrowserWindow({
          show: false,
          webPreferences: { session: partition, preload, sandbox: true, contextIsolation: true },
        });
        await window.loadURL(address);
        const good = (await window.webContents.executeJavaScript(
          `Promise.all([footnote.invoke('app.info', {}), footnote.invoke('journal.flushed', { outcome: 'failed' })])`,
        )) as unknown[];
        const junk = (await window.webContents.executeJavaScript(
          `(${source})(${JSON.stringify(flood)})`,
        )) as unknown;
        window.destroy();
        return { good, junk };
      },
      { address, preload, source: floodFromPage.toString(), flood },
    );
    const notTrusted = { ok: false, error: { type: 'NotTrusted' } };
    expect(answers.good, `${where}: good messages`).toEqual([notTrusted, notTrusted]);
    const junk = answers.junk as Answers;
    say(where, junk);
    expect(junk.strange).toEqual([]);
    const kinds = Object.keys(junk.counts).filter(
      (kind) => kind !== 'no such channel' && kind !== 'could not be sent',
    );
    expect(kinds, where).toEqual(['NotTrusted']);
  }
  expect(untouched(), 'the planted file').toBe(true);
  await expectWell(footnote, before);
});

test('a frame inside the page has no bridge of its own', async ({ launchFootnote }) => {
  const { page } = await launchFootnote();
  const found = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 500));
    return (
      Object.keys(frame.contentWindow ?? {}).includes('footnote') ||
      frame.contentWindow?.footnote !== undefined
    );
  });
  expect(found).toBe(false);
});
