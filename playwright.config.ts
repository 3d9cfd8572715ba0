import { defineConfig } from 'playwright/test';

const report = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // A window, its keeper and a key derivation fill two cores.
  workers: 1,
  timeout: 120_000,
  // A window can be late on a busy machine; a test that passes only the second time is named "flaky" in the output.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ...(report === undefined ? [] : [['json', { outputFile: report }] as const])],
});
