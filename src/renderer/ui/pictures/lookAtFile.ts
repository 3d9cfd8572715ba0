import { imageSize } from 'image-size';
import { isSizeShown } from '../../../shared/domain/image';
import { judgeImageBytes, mediaTypeOf } from '../../../shared/image/imageBytes';
import type { PictureRefusal } from './pictureMessages';

/** What can be told of a file without decoding anything. */
export type FileLook =
  | { readonly type: 'picture'; readonly kind: PictureKind; readonly width: number; readonly height: number }
  | { readonly type: 'refused'; readonly why: PictureRefusal };

export type PictureKind = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/avif';

/** More than any camera's file; what is larger is something else. */
export const longestFile = 60_000_000;

const refused = (why: PictureRefusal): FileLook => ({ type: 'refused', why });

const textAt = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** Of an ISO media file: the brands it says it is. */
function kindOfBrands(bytes: Uint8Array): PictureKind | PictureRefusal {
  const brands = textAt(bytes, 8, 40);
  if (/avi[fs]/.test(brands)) return 'image/avif';
  return /hei[cmsx]|hev[cmx]|mif1|msf1/.test(brands) ? 'heic' : 'notAPicture';
}

function kindOf(bytes: Uint8Array): PictureKind | PictureRefusal {
  const known = mediaTypeOf(bytes);
  if (known !== null) return known;
  if (/^GIF8[79]a/.test(textAt(bytes, 0, 6))) return 'image/gif';
  if (textAt(bytes, 4, 8) === 'ftyp') return kindOfBrands(bytes);
  return /<svg[\s>]/i.test(textAt(bytes, 0, 2000)) ? 'svg' : 'notAPicture';
}

const isKind = (kind: PictureKind | PictureRefusal): kind is PictureKind => kind.startsWith('image/');

function measure(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  try {
    const { width, height } = imageSize(bytes);
    return width >= 1 && height >= 1 ? { width, height } : null;
  } catch {
    return null;
  }
}

export function lookAtFile(bytes: Uint8Array): FileLook {
  if (bytes.length === 0) return refused('empty');
  const kind = kindOf(bytes);
  if (!isKind(kind)) return refused(kind);
  const measured = measure(bytes);
  if (measured === null) return refused('broken');
  const { width, height } = measured;
  if (!isSizeShown({ width, height })) return refused('tooManyPixels');
  const isCutOff =
    kind !== 'image/gif' && kind !== 'image/avif' && judgeImageBytes(kind, bytes) === 'incomplete';
  return isCutOff ? refused('broken') : { type: 'picture', kind, width, height };
}
