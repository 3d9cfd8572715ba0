import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { dictionaryFiles } from './scripts/build/dictionaryFiles.mjs';
import { findChromium } from './scripts/runtime/chromium.mjs';
import { sandboxArguments } from './scripts/runtime/sandbox.mjs';

const executablePath = await findChromium();

export default defineConfig({
  test: {
    // Vitest leaves one core to itself; on two cores that halves the speed.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          // Deriving a key is slow on purpose, and slower on a small machine.
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'privacy',
          environment: 'node',
          include: ['tests/privacy/**/*.test.ts'],
          // Hundreds of kills and flips each; `npm run test:privacy` runs them, `npm run check` does not.
          testTimeout: 30 * 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        plugins: [react()],
        resolve: { alias: dictionaryFiles },
        worker: { format: 'es' },
        test: {
          name: 'editor',
          include: ['tests/editor/**/*.test.tsx'],
          // Real keys in a real browser: on a busy machine one can come before the page has heard of the one before. The output says
          // which test passed only the second time.
          retry: process.env['CI'] === undefined ? 0 : 1,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({
              launchOptions: {
                ...(executablePath === undefined ? {} : { executablePath }),
                args: [
                  ...sandboxArguments(),
                  '--disable-gpu',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                  '--no-first-run',
                ],
              },
            }),
          },
        },
      },
    ],
  },
});
