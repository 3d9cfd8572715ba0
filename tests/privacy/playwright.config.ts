import { defineConfig } from 'playwright/test';

const report = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'];

/** Run by `npm run test:privacy`, which sees to the surroundings these need. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/privacy',
  workers: 1,
  timeout: 300_000,
  // A window can be late on a busy machine; a test that passes only the second time is named "flaky" in the output.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ...(report === undefined ? [] : [['json', { outputFile: report }] as const])],
});
