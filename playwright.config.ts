import { defineConfig } from 'playwright/test';

/**
 * Days of the app end at four in the morning, and what a test notes of "half an hour ago" would then lie on another one. So the
 * tests live in the afternoon: in the zone where it is two o'clock when they begin. Those about zones and nights name their own.
 */
const afternoon = 14;
const east = afternoon - new Date().getUTCHours();
// Workers read this file again, maybe an hour later. In these names west is plus.
process.env['FOOTNOTE_TEST_ZONE'] ??= `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
process.env['TZ'] = process.env['FOOTNOTE_TEST_ZONE'];

const report = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // A window, its keeper and a key derivation fill two cores.
  workers: 1,
  timeout: 120_000,
  // So that what was waited for in vain is named, and not the test alone.
  use: { actionTimeout: 30_000 },
  // A window can be late on a busy machine; a test that passes only the second time is named "flaky" in the output.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ...(report === undefined ? [] : [['json', { outputFile: report }] as const])],
});
