import { timingSafeEqual } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { poly1305 } from '@noble/ciphers/_poly1305.js';
import { chacha20 } from '@noble/ciphers/chacha.js';

export const pageSize = 4096;
const reservedLength = 32;
/** Bytes of a page that SQLite fills. */
export const usableLength = pageSize - reservedLength;
const nonceEnd = usableLength + 16;
/** Of the first page these stay as they are in the file. */
const plainHeaderLength = 24;
const firstBytes = Buffer.from('SQLite format 3\0', 'latin1');

export interface AuthenticPages {
  /** Pages of the file; they are counted from 1. */
  readonly count: number;
  /** Decrypted; null when the page fails its check. */
  readonly read: (page: number) => Buffer | null;
}

/**
 * Reads the pages of an encrypted database one by one, without SQLite and so without a tree that leads to them. A page is
 * what docs/format.md says in step 7; one that was damaged or changed is refused. `key`: 32 bytes.
 */
export function withAuthenticPages<Value>(
  path: string,
  key: Uint8Array,
  work: (pages: AuthenticPages) => Value,
): Value {
  const file = openSync(path, 'r');
  try {
    const count = Math.floor(fstatSync(file).size / pageSize);
    return work({
      count,
      read: (number) => {
        if (number < 1 || number > count) return null;
        const page = Buffer.alloc(pageSize);
        if (readSync(file, page, 0, pageSize, (number - 1) * pageSize) < pageSize) return null;
        return decryptPage(page, key, number);
      },
    });
  } finally {
    closeSync(file);
  }
}

function decryptPage(page: Buffer, key: Uint8Array, number: number): Buffer | null {
  const nonce = page.subarray(usableLength, usableLength + 12);
  const counter = (page.readUInt32LE(usableLength + 12) ^ number) >>> 0;
  // The library counts no further than 32 bits; of the pages that would, there is one in fifty million.
  if (counter + pageSize / 64 > 0xffff_ffff) return null;
  const oneTime = chacha20(key, nonce, new Uint8Array(64), undefined, counter);
  const tag = poly1305(page.subarray(0, nonceEnd), oneTime.subarray(0, 32));
  if (!timingSafeEqual(tag, page.subarray(nonceEnd))) return null;
  const start = number === 1 ? plainHeaderLength : 0;
  const plain = chacha20(
    oneTime.subarray(32),
    nonce,
    page.subarray(start, usableLength),
    undefined,
    counter + 1,
  );
  page.set(plain, start);
  if (number === 1) page.set(firstBytes);
  return page;
}
