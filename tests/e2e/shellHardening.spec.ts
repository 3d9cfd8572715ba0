import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from './fixtures/app';
import { DoorScreen } from './screens/DoorScreen';
import { TodayScreen } from './screens/TodayScreen';

interface Bridge {
  readonly footnote: { readonly invoke: (channel: string, input: unknown) => Promise<unknown> };
}

const ask = async (page: Page, channel: string): Promise<unknown> =>
  page.evaluate(async (name) => (globalThis as unknown as Bridge).footnote.invoke(name, {}), channel);

test('no process of the app can leave a core dump', async ({ launchFootnote }) => {
  test.skip(process.platform !== 'linux', 'limits are looked up in /proc');
  const { page, processes } = await launchFootnote();
  await new DoorScreen(page).begin('the tide table on the door');
  await new TodayScreen(page).isShown();
  const limits = (await processes()).map(({ what, pid }) => {
    const line = readFileSync(`/proc/${pid}/limits`, 'utf8')
      .split('\n')
      .find((each) => each.startsWith('Max core file size'));
    return {
      what,
      core: line
        ?.trim()
        .split(/\s{2,}/)
        .slice(1, 3),
    };
  });
  expect(limits.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['Browser', 'Tab', 'Footnote keeper']),
  );
  for (const { what, core } of limits) expect(core, what).toEqual(['0', '0']);
});

test('the page has no way to the network that nothing here needs', async ({ launchFootnote }) => {
  const { page } = await launchFootnote();
  const left = () =>
    page.evaluate(() =>
      [
        'RTCPeerConnection',
        'webkitRTCPeerConnection',
        'RTCDataChannel',
        'WebTransport',
        'WebSocket',
        'WebSocketStream',
        'EventSource',
      ].filter((name) => name in globalThis),
    );
  expect(await left()).toEqual([]);
  await page.reload();
  expect(await left()).toEqual([]);
});

test('every attempt of main to get out is stopped', async ({ launchFootnote }) => {
  const { page } = await launchFootnote();
  const start = performance.now();
  const checked = await ask(page, 'app.checkOffline');
  const took = performance.now() - start;
  console.log(`every attempt was stopped after ${Math.round(took)} ms`);
  expect(took, 'no attempt hangs').toBeLessThan(2_500);
  expect(checked).toEqual({
    ok: true,
    value: {
      attempts: ['nameLookup', 'pageRequest', 'plainSession', 'proxy', 'realtime', 'dictionaries'].map(
        (way) => ({
          way,
          outcome: 'stopped',
        }),
      ),
    },
  });
});

test('a PDF of the page is whole, tagged, for its owner alone, and says nothing of the person', async ({
  home,
  launchFootnote,
}) => {
  const target = join(home, 'Documents', 'kit.pdf');
  const { page } = await launchFootnote({ pickers: { kitTarget: target } });
  await new DoorScreen(page).begin('the gate with the broken latch');
  await new TodayScreen(page).isShown();
  expect(await ask(page, 'kit.savePdf')).toEqual({ ok: true, value: { place: '~/Documents/kit.pdf' } });
  expect(statSync(target).mode & 0o777).toBe(0o600);
  const pdf = readFileSync(target, 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf).toContain('/MarkInfo');
  expect(pdf).toContain('/Title (Footnote)');
  expect(pdf).not.toContain('/Author');
  expect(pdf).not.toContain(home);
  expect(readdirSync(join(home, 'Documents')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('what a killed app leaves in its session folder is gone at the next start', async ({
  launchFootnote,
}) => {
  const first = await launchFootnote();
  await first.page.getByRole('button', { name: 'Look around in a sample journal' }).click();
  await new TodayScreen(first.page).isShown();
  const session = join(first.userData, 'session');
  const samples = () => readdirSync(session).filter((name) => name.startsWith('sample-'));
  expect(samples()).toHaveLength(1);
  await first.kill();
  expect(samples()).toHaveLength(1);
  const second = await launchFootnote();
  expect(samples()).toEqual([]);
  await second.quit();
  expect(existsSync(session) ? readdirSync(session) : []).toEqual([]);
});
