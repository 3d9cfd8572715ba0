import { resolve } from 'node:path';
import { dictionaryFiles } from './scripts/build/dictionaryFiles.mjs';
import { galleryPage } from './scripts/build/galleryPage.mjs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Native addons and Electron stay outside the bundles; everything else is built in, so that start-up reads few files. */
const nativeAddons = ['better-sqlite3', '@node-rs/argon2'];

export default defineConfig({
  main: {
    build: {
      target: 'node20',
      externalizeDeps: { include: nativeAddons },
      rollupOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          keeper: resolve('src/main/keeper/keeper.ts'),
          footnote: resolve('src/main/cli/footnote.ts'),
          foreignReader: resolve('src/main/transfer/import/beside/foreignReader.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve('src/preload/index.ts') },
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), galleryPage()],
    resolve: { alias: dictionaryFiles },
    // Modules, so that a worker can fetch of its parts only what it needs.
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      minify: true,
      // Data URIs would need a wider content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: resolve('src/renderer/index.html'), closing: resolve('src/renderer/closing.html') },
        // Zod and its setting in one chunk: with the setting in a later one, schemas would be made before it.
        output: {
          codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|zodWithoutEval/ }] },
        },
      },
    },
  },
});
