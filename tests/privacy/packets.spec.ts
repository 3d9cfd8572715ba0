import { expect, test } from '../e2e/fixtures/app';
import { beginWriting, everyWayOut, pasteHostileHtml } from './support/journeys';
import { describePackets, packetsDuring } from './support/packets';
import { isFull, testApp } from './support/privateApp';
import { outside, type Attempted } from './support/waysOut';

/** Seconds in each of the three runs. */
const idling = isFull ? [600, 600, 600] : [60, 20, 20];

test('the cable shows what an app without our layers sends', async ({ launchFootnote }) => {
  const packets = await packetsDuring(async () => {
    const { page } = await launchFootnote({ appFolder: testApp('plain') });
    await everyWayOut(page);
  });
  const seen = describePackets(packets);
  console.log(`  without our layers: ${packets.length} packets\n    ${seen.join('\n    ')}`);
  const sees = (start: string) => seen.some((line) => line.startsWith(start));
  expect(sees('UDP to 198.51.100.53:53'), 'questions to the name server').toBe(true);
  expect(sees(`TCP to ${outside.address}`), 'connections').toBe(true);
  expect(sees(`UDP to ${outside.address}:443`), 'WebTransport').toBe(true);
  expect(sees('UDP to 203.0.113.7:3478'), 'WebRTC').toBe(true);
});

for (const [index, seconds] of idling.entries()) {
  test(`no packet leaves: first start, writing, a hostile paste, idling, every way out (run ${index + 1} of 3)`, async ({
    launchFootnote,
  }) => {
    test.setTimeout((180 + seconds) * 1000);
    let attempted: Attempted = {};
    const packets = await packetsDuring(async () => {
      const footnote = await launchFootnote();
      const { page } = footnote;
      const write = await beginWriting(page);
      await write.write('a loop around the lake, and words that are mispeled ');
      await pasteHostileHtml(footnote, page);
      await page.waitForTimeout(seconds * 1000);
      attempted = await everyWayOut(page);
      await footnote.quit();
    });
    const ways = Object.keys(attempted).length;
    console.log(`  run ${index + 1}: ${ways} ways tried, ${seconds} s of idling, ${packets.length} packets`);
    expect(ways, 'ways that were tried').toBeGreaterThanOrEqual(18);
    expect(describePackets(packets)).toEqual([]);
  });
}
