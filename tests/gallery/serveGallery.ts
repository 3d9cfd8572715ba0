import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

export interface ServedGallery {
  /** Ends in "/". */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Builds the gallery into a folder of its own and serves it to this machine alone. */
export async function serveGallery(): Promise<ServedGallery> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-gallery-'));
  await build({
    configFile: false,
    root: import.meta.dirname,
    publicDir: join(import.meta.dirname, '../../src/renderer/public'),
    logLevel: 'silent',
    plugins: [react()],
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'chrome130', assetsInlineLimit: 0 },
  });
  const server = await preview({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const place = server.httpServer.address();
  if (place === null || typeof place === 'string') throw new Error('the gallery has no address');
  return {
    address: `http://127.0.0.1:${place.port}/`,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
