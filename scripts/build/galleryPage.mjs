import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../runtime/places.mjs';

const folder = join(projectFolder, 'tests/gallery');
const address = '/gallery.html';

/**
 * The gallery of the insights at /gallery.html, while Vite serves the app in development. It has no part in a build: nothing of
 * it can come into the app.
 * @returns {import('vite').Plugin}
 */
export const galleryPage = () => ({
  name: 'footnote-gallery',
  apply: 'serve',
  configureServer(server) {
    const show = async (/** @type {import('node:http').ServerResponse} */ response) => {
      const page = await readFile(join(folder, 'index.html'), 'utf8');
      const script = `/@fs/${join(folder, 'main.tsx').replace(/^\//, '')}`;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(await server.transformIndexHtml(address, page.replace('./main.tsx', script)));
    };
    server.middlewares.use((request, response, next) => {
      if (new URL(request.url ?? '', 'http://localhost').pathname === address) void show(response);
      else next();
    });
  },
});
