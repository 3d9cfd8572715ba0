import { expect, test, type Footnote, type Page } from '../e2e/fixtures/app';
import { hostileHtml } from './support/hostileHtml';
import { beginWriting, everyWayOut, pasteHostileHtml } from './support/journeys';
import { describePackets, packetsDuring } from './support/packets';
import { testApp } from './support/privateApp';
import { outside } from './support/waysOut';

type Layer =
  | 'policy'
  | 'webRequest'
  | 'resolver'
  | 'proxy'
  | 'realtime'
  | 'navigation'
  | 'dictionaries'
  | 'quiet';

const everyLayer: readonly Layer[] = [
  'policy',
  'webRequest',
  'resolver',
  'proxy',
  'realtime',
  'navigation',
  'dictionaries',
  'quiet',
];

/** The app without some of its layers, at work on `act`; what left meanwhile. */
async function without(
  launch: (options: { appFolder: string; env: Record<string, string> }) => Promise<Footnote>,
  layers: readonly Layer[],
  act: (footnote: Footnote, page: Page) => Promise<unknown>,
): Promise<readonly string[]> {
  const packets = await packetsDuring(async () => {
    const footnote = await launch({
      appFolder: testApp('weakened'),
      env: {
        FOOTNOTE_APP_FOLDER: process.env['FOOTNOTE_APP_FOLDER'] ?? '',
        FOOTNOTE_TEST_WITHOUT: layers.join(','),
      },
    });
    await beginWriting(footnote.page);
    await act(footnote, footnote.page);
  });
  const lines = describePackets(packets);
  console.log(`  without ${layers.join(', ') || 'nothing'}: ${lines.join(', ') || '0 packets'}`);
  return lines;
}

const scriptInThePage = async (_footnote: Footnote, page: Page) => everyWayOut(page);

/** What a careless app would do with the same HTML. */
const careless = async (_footnote: Footnote, page: Page) =>
  page.evaluate((html) => {
    document.body.insertAdjacentHTML('beforeend', html);
  }, hostileHtml);

test('with every layer off the same app leaks, so taking them off works', async ({ launchFootnote }) => {
  expect(await without(launchFootnote, everyLayer, scriptInThePage)).toContainEqual(
    expect.stringContaining(`TCP to ${outside.address}:443`),
  );
});

for (const layer of ['policy', 'webRequest', 'navigation', 'dictionaries', 'quiet'] as const) {
  test(`no packet leaves when a script in the page tries every way and the ${layer} layer is off`, async ({
    launchFootnote,
  }) => {
    expect(await without(launchFootnote, [layer], scriptInThePage)).toEqual([]);
  });
}

test('without the realtime layer nothing but the WebRTC of an empty frame gets out', async ({
  launchFootnote,
}) => {
  // The preload takes WebRTC from the page, but an empty frame that a script makes in it is born with its own: there this layer
  // stands alone.
  const lines = await without(launchFootnote, ['realtime'], scriptInThePage);
  expect(
    lines.filter((line) => !/^UDP to (203\.0\.113\.7:3478|224\.0\.0\.251:5353|ff02::fb:5353) /.test(line)),
  ).toEqual([]);
});

test('without resolver rules and proxy, what is pasted still sends nothing', async ({ launchFootnote }) => {
  expect(await without(launchFootnote, ['resolver', 'proxy'], pasteHostileHtml)).toEqual([]);
});

test('with every layer around the page off, what is pasted still sends nothing', async ({
  launchFootnote,
}) => {
  const ofThePage = everyLayer.filter((layer) => layer !== 'dictionaries' && layer !== 'quiet');
  expect(await without(launchFootnote, ofThePage, pasteHostileHtml)).toEqual([]);
});

test('the same HTML put into the page carelessly would be seen', async ({ launchFootnote }) => {
  expect(await without(launchFootnote, everyLayer, careless)).toContainEqual(
    expect.stringContaining(`TCP to ${outside.address}:443`),
  );
});
