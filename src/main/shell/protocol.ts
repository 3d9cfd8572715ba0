import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Protocol } from 'electron';
import { imageOrigin, parseImageAddress, type ImageSize } from '../../shared/domain/image';
import type { ImageId } from '../../shared/id';
import type { ServedImage } from '../keeper/protocol';

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
  `img-src 'self' ${imageOrigin}/`,
  "media-src 'none'",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // For reading pasted HTML (features/write/editor), and for the workers that judge a passphrase (ui/passphraseStrength), check
  // spelling (features/write/spelling), take in pictures (features/write/pictures) and compare days (features/insights/cards).
  'trusted-types footnote-paste footnote-strength footnote-spelling footnote-pictures footnote-insights',
].join('; ');

/** Before `ready`. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, stream: true, codeCache: false } },
  ]);
}

export interface ServedParts {
  /** Null in development, where Vite serves the page. */
  readonly folder: string | null;
  readonly readImage: (id: ImageId, size: ImageSize) => Promise<ServedImage | null>;
}

const notHere = (): Response => new Response(null, { status: 404 });

/**
 * Answers `footnote://app/…` from a list made once of the files in `folder`, and `footnote://image/…` with pictures of the open
 * journal; no path is ever put together from an address, and every other address is not there.
 */
export function serveApp(protocol: Protocol, { folder, readImage }: ServedParts): void {
  const files = folder === null ? new Map<string, ServedFile>() : listFiles(folder);
  protocol.handle(scheme, async ({ method, url }) => {
    if (method !== 'GET') return notHere();
    const address = new URL(url);
    if (address.host === host) return serveFile(files.get(address.pathname));
    const image = parseImageAddress(url);
    return serveImage(image && (await readImage(image.id, image.size)));
  });
}

const sameForAll = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

async function serveFile(file: ServedFile | undefined): Promise<Response> {
  if (!file) return notHere();
  return new Response(new Uint8Array(await readFile(file.path)), {
    headers: {
      ...sameForAll,
      'content-type': file.contentType,
      'content-security-policy': contentSecurityPolicy,
      'cross-origin-opener-policy': 'same-origin',
    },
  });
}

/** Its type is one of three that hold pixels and nothing else; the policy is for the day it is not shown as a picture. */
function serveImage(image: ServedImage | null): Response {
  if (!image) return notHere();
  return new Response(new Uint8Array(image.bytes), {
    headers: {
      ...sameForAll,
      'content-type': image.mediaType,
      'content-security-policy': "default-src 'none'; sandbox",
    },
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
