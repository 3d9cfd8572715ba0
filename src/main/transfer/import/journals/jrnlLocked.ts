import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ForeignNotReadable, ForeignWrongPassphrase } from './foreignJournal';

/** How a locked journal of jrnl begins: version 3, and version 2, which is nothing but a Fernet token. */
const version3 = 'JRNLv3';
const version2 = 'gAAAAA';
export const isLockedJrnl = (start: Uint8Array): boolean => {
  const text = Buffer.from(start.subarray(0, 6)).toString('latin1');
  return text === version3 || text === version2;
};

/** The same for everybody, as jrnl 2 to 4 had it. */
const sharedSalt = Buffer.from('f2d5710ec18d2ededc8e36748904cef8', 'hex');
const rounds = 100_000;
const longestHeader = 65_535;
const headerSchema = z.looseObject({ salt: z.string().max(1000) });

/** The text of a locked journal. `passphrase` is UTF-8. Throws `ForeignWrongPassphrase`, and `ForeignNotReadable` for what is cut short. */
export function unlockJrnl(bytes: Buffer, passphrase: Uint8Array): Buffer {
  const isThird = bytes.subarray(0, 6).toString('latin1') === version3;
  if (!isThird) return openToken(bytes.toString('latin1').trim(), passphrase, sharedSalt);
  const length = bytes.length < 8 ? longestHeader + 1 : bytes.readUInt16BE(6);
  if (bytes.length < 8 + length) throw new ForeignNotReadable('cut short');
  const salt = saltOf(bytes.subarray(8, 8 + length).toString('latin1'));
  return openToken(
    bytes
      .subarray(8 + length)
      .toString('latin1')
      .trim(),
    passphrase,
    salt,
  );
}

/** JSON as it is, or in base64, which later versions put around it. */
function saltOf(header: string): Buffer {
  for (const text of [header, Buffer.from(header, 'base64').toString('utf8')]) {
    try {
      const read = headerSchema.safeParse(JSON.parse(text));
      if (read.success) return Buffer.from(read.data.salt, 'base64');
    } catch {
      // The other form, then.
    }
  }
  throw new ForeignNotReadable('no salt');
}

/** A Fernet token: version, time, counter, AES-128-CBC, and a HMAC-SHA256 over all of it. */
function openToken(text: string, passphrase: Uint8Array, salt: Buffer): Buffer {
  const token = Buffer.from(text, 'base64');
  if (token.length < 57 || token[0] !== 0x80) throw new ForeignNotReadable('no token');
  const key = pbkdf2Sync(passphrase, salt, rounds, 32, 'sha256');
  try {
    const signed = token.subarray(0, -32);
    const mark = createHmac('sha256', key.subarray(0, 16)).update(signed).digest();
    if (!timingSafeEqual(mark, token.subarray(-32))) throw new ForeignWrongPassphrase();
    const decipher = createDecipheriv('aes-128-cbc', key.subarray(16), token.subarray(9, 25));
    return Buffer.concat([decipher.update(signed.subarray(25)), decipher.final()]);
  } finally {
    key.fill(0);
  }
}
