import type { ImageMediaType } from '../domain/image';

/**
 * What a file of pixels holds besides them, told from its parts without decoding anything. `carriesMore`: Exif, a place, a comment,
 * a profile of the maker's, bytes after the end. `incomplete`: it breaks off.
 */
export type ImageVerdict = 'onlyPixels' | 'carriesMore' | 'incomplete' | 'notThis';

const startsWith = (bytes: Uint8Array, at: number, text: string): boolean =>
  bytes.length >= at + text.length &&
  [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));

const textAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Of its first bytes; null for anything we don't keep. */
export function mediaTypeOf(bytes: Uint8Array): ImageMediaType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (startsWith(bytes, 0, '\u0089PNG\r\n\u001a\n')) return 'image/png';
  return startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP') ? 'image/webp' : null;
}

/** JFIF's own header, and a colour profile. */
const plainSegments = new Set([0xe0, 0xe2]);

function judgeJpeg(bytes: Uint8Array): ImageVerdict {
  const view = viewOf(bytes);
  let verdict: ImageVerdict = 'onlyPixels';
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return 'incomplete';
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === 0xda) break;
    else {
      const isData = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
      if (isData && !plainSegments.has(marker)) verdict = 'carriesMore';
      at += 2 + view.getUint16(at + 2);
    }
  }
  // In the pixels 0xFF is always followed by a zero or a restart marker, so this can only be the end.
  for (let end = at + 2; end + 1 < bytes.length; end += 1) {
    if (bytes[end] === 0xff && bytes[end + 1] === 0xd9)
      return end + 2 === bytes.length ? verdict : 'carriesMore';
  }
  return 'incomplete';
}

const plainChunks = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'sRGB',
  'gAMA',
  'cHRM',
  'cICP',
  'iCCP',
  'sBIT',
  'pHYs',
  'bKGD',
]);

function judgePng(bytes: Uint8Array): ImageVerdict {
  const view = viewOf(bytes);
  let verdict: ImageVerdict = 'onlyPixels';
  let at = 8;
  while (at + 12 <= bytes.length) {
    const type = textAt(bytes, at + 4);
    if (!plainChunks.has(type)) verdict = 'carriesMore';
    at += 12 + view.getUint32(at);
    if (type === 'IEND') return at === bytes.length ? verdict : 'carriesMore';
  }
  return 'incomplete';
}

const plainWebpChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP']);

function judgeWebp(bytes: Uint8Array): ImageVerdict {
  const view = viewOf(bytes);
  const end = bytes.length < 12 ? Infinity : 8 + view.getUint32(4, true);
  if (end > bytes.length) return 'incomplete';
  let verdict: ImageVerdict = end === bytes.length ? 'onlyPixels' : 'carriesMore';
  let at = 12;
  while (at + 8 <= end) {
    if (!plainWebpChunks.has(textAt(bytes, at))) verdict = 'carriesMore';
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  return at === end ? verdict : 'incomplete';
}

/** Linear in the length, whatever the bytes are. */
export function judgeImageBytes(mediaType: ImageMediaType, bytes: Uint8Array): ImageVerdict {
  if (mediaTypeOf(bytes) !== mediaType) return 'notThis';
  switch (mediaType) {
    case 'image/jpeg':
      return judgeJpeg(bytes);
    case 'image/png':
      return judgePng(bytes);
    case 'image/webp':
      return judgeWebp(bytes);
  }
}
