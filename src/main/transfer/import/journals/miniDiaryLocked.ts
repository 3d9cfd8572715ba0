import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { ForeignWrongPassphrase } from './foreignJournal';

/** The same for everybody; its characters are the salt, not what they would stand for in base64. */
const sharedSalt =
  'KvAUQORXF8OBYXcYmIwHBpahc7I9Td+qe+H1/eGTaXvI9XfRLngERiC4ufpfx4mqvQgITb0t+ns840lJcRRTKQmF65vje5/Wfb99Nsu6kxDudTiM5pKUcmn36fEJ9/lhFIyBd18Unouh3OiTxO+5xhGugtujNARLijOzkDkYy/8=';
const rounds = 500_000;
const hashBytes = 64;
const keyBytes = 24;
const blockBytes = 16;

/** Nothing but its name, and that it is whole blocks of no text, tells the file that Mini Diary keeps. */
export const isLockedMiniDiary = (name: string, size: number, start: Uint8Array): boolean =>
  /(?:^|[\\/])mini-?diary[^\\/]*\.txt$/i.test(name) &&
  size >= 2 * blockBytes &&
  size % blockBytes === 0 &&
  start.some((byte) => byte < 9 || (byte > 13 && byte < 32) || byte > 126);

/**
 * The JSON of a locked diary. `passphrase` is UTF-8. AES-192-CBC, whose key and first block come from the hash of the passphrase as old versions of OpenSSL made
 * them: MD5 once, without a salt. Nothing in it tells a wrong passphrase but what comes out. Throws `ForeignWrongPassphrase`.
 */
export function unlockMiniDiary(bytes: Uint8Array, passphrase: Uint8Array): Buffer {
  const hash = pbkdf2Sync(passphrase, sharedSalt, rounds, hashBytes, 'sha512').toString('hex');
  const made = stretch(Buffer.from(hash), keyBytes + blockBytes);
  try {
    const decipher = createDecipheriv('aes-192-cbc', made.subarray(0, keyBytes), made.subarray(keyBytes));
    const text = Buffer.concat([decipher.update(bytes), decipher.final()]);
    if (!/^\s*\{\s*"/.test(text.subarray(0, 64).toString('latin1'))) throw new ForeignWrongPassphrase();
    return text;
  } catch (error) {
    // The last block does not end as one does.
    if (error instanceof Error && 'code' in error) throw new ForeignWrongPassphrase();
    throw error;
  } finally {
    made.fill(0);
  }
}

function stretch(secret: Buffer, length: number): Buffer {
  let made = Buffer.alloc(0);
  for (let block: Buffer = Buffer.alloc(0); made.length < length; made = Buffer.concat([made, block]))
    block = createHash('md5').update(block).update(secret).digest();
  return made.subarray(0, length);
}
