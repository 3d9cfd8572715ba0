import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { ReadableDb } from '../database/handles';
import { setHashKeyOf } from '../integrity/rowLedger';

export interface DigestedImage {
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/**
 * HMAC-SHA256 over type, size and bytes, in hexadecimal, so that the same picture is the same digest in this journal and says
 * nothing outside it: a plain hash would tell whoever has a picture that it is in here.
 */
export type DigestImage = (image: DigestedImage) => string;

export function digestImageWith(setHashKey: KeyObject): DigestImage {
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', setHashKey, '', 'image-digest', 32)));
  return ({ mediaType, width, height, bytes }) =>
    createHmac('sha256', key).update(`${mediaType} ${width} ${height}\n`).update(bytes).digest('hex');
}

/** With the key the journal has at this moment; a rotation gives it another. */
export const digestImage = (db: ReadableDb, image: DigestedImage): string =>
  digestImageWith(setHashKeyOf(db))(image);
