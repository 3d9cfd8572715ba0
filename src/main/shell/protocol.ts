import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Protocol } from 'electron';

const scheme = 'footnote';
const host = 'app';
export const appOrigin = `${scheme}://${host}`;
export const appPage = `${appOrigin}/index.html`;
export const closingPage = `${appOrigin}/closing.html`;

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.woff2', 'font/woff2'],
  ['.png', 'image/png'],
  ['.webp', 'image/webp'],
]);

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // For reading pasted HTML (features/write/editor), and for the workers that judge a passphrase (ui/passphraseStrength) and
  // check spelling (features/write/spelling).
  'trusted-types footnote-paste footnote-strength footnote-spelling',
].join('; ');

/** Before `ready`. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, stream: true, codeCache: false } },
  ]);
}

/** Answers `footnote://app/…` from a list made once of the files in `folder`; no path is ever put together from an address. */
export function servePage(protocol: Protocol, folder: string): void {
  const files = listFiles(folder);
  protocol.handle(scheme, async ({ method, url }) => {
    const address = new URL(url);
    const file = address.host === host && method === 'GET' ? files.get(address.pathname) : undefined;
    if (!file) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(await readFile(file.path)), {
      headers: {
        'content-type': file.contentType,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
      },
    });
  });
}

interface ServedFile {
  readonly path: string;
  readonly contentType: string;
}

/** A kind of file that is not in the list above is not served at all: an SVG, for one, may carry scripts. */
function listFiles(folder: string): ReadonlyMap<string, ServedFile> {
  const files = new Map<string, ServedFile>();
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypes.get(extname(item.name));
    if (!item.isFile() || contentType === undefined) continue;
    const path = join(item.parentPath, item.name);
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { path, contentType });
  }
  return files;
}
