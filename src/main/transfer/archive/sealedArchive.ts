import { createCipheriv, createDecipheriv } from 'node:crypto';
import { z } from 'zod';
import type { RandomBytes } from '../../../shared/ports';
import { err, ok, type Result } from '../../../shared/result';
import { canonicalJson } from '../../vault/canonicalJson';
import { isKdfCostAllowed, passphraseToKey, type KdfCost } from '../../vault/keyDerivation';
import { ArchiveDamaged, SourceGone, type ByteSource } from './openArchive';

/**
 * An archive under a passphrase of its own. The file is
 *
 *     "FTNTSEAL" · length of the header (4 bytes, little-endian) · header · pieces
 *
 * The header is JSON: `kdf` (Argon2id, RFC 9106: memory in KiB, passes, lanes, salt), `cipher` ("aes-256-gcm"), `piece` (bytes of plain text in
 * each piece but the last), `nonce` (7 bytes), salt and nonce in base64. Piece number i is AES-256-GCM of the plain bytes followed by its tag of 16 bytes, under
 * the key that Argon2id makes of the passphrase (UTF-8, NFKC), with the nonce `nonce · i (4 bytes, big-endian) · 1 for the last piece, else 0`
 * and everything before the first piece as associated data. So a piece can be opened by itself, and none can be changed, left out, put
 * elsewhere or cut off unnoticed: the STREAM construction (Hoang, Reyhanitabar, Rogaway & Vizár, CRYPTO 2015).
 */
const magic = Buffer.from('FTNTSEAL', 'latin1');
const pieceBytes = 65_536;
const tagBytes = 16;
const prefixBytes = 7;
const headerLimit = 4096;
/** More than any archive asks for that was sealed by this program. */
const mostCost = { m: 524_288, t: 4 } as const;

const headerSchema = z.strictObject({
  version: z.literal(1),
  cipher: z.literal('aes-256-gcm'),
  kdf: z.strictObject({
    name: z.literal('argon2id'),
    m: z.int(),
    t: z.int(),
    p: z.int(),
    salt: z.base64().length(24),
  }),
  nonce: z.base64().length(12),
  piece: z.literal(pieceBytes),
});

const nonceOf = (prefix: Uint8Array, place: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.set(prefix);
  nonce.writeUInt32BE(place, prefixBytes);
  nonce.writeUInt8(Number(isLast), 11);
  return nonce;
};

/** `passphrase` (UTF-8) stays the caller's. */
export async function* sealArchive(
  bytes: AsyncIterable<Uint8Array>,
  passphrase: Uint8Array,
  cost: KdfCost,
  randomBytes: RandomBytes,
): AsyncGenerator<Uint8Array> {
  const salt = Buffer.from(randomBytes(16));
  const prefix = Buffer.from(randomBytes(prefixBytes));
  const head = headOf(
    canonicalJson({
      version: 1,
      cipher: 'aes-256-gcm',
      kdf: { name: 'argon2id', ...cost, salt: salt.toString('base64') },
      nonce: prefix.toString('base64'),
      piece: pieceBytes,
    }),
  );
  const key = await passphraseToKey(passphrase, salt, cost);
  try {
    yield head;
    let waiting = Buffer.alloc(0);
    let place = 0;
    const seal = (plain: Uint8Array, isLast: boolean): Buffer => {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, place, isLast));
      cipher.setAAD(head);
      place += 1;
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    };
    for await (const part of bytes) {
      waiting = Buffer.concat([waiting, part]);
      // One stays back: only at the end it is known which is the last.
      while (waiting.length > pieceBytes) {
        yield seal(waiting.subarray(0, pieceBytes), false);
        waiting = waiting.subarray(pieceBytes);
      }
    }
    yield seal(waiting, true);
  } finally {
    key.fill(0);
  }
}

function headOf(header: string): Buffer {
  const text = Buffer.from(header);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([magic, length, text]);
}

export async function isSealed(bytes: ByteSource): Promise<boolean> {
  return bytes.length > magic.length && (await bytes.read(0, magic.length)).equals(magic);
}

/**
 * The plain bytes of a sealed archive, opened piece by piece as they are asked for; nothing of them is written anywhere. A first piece that does not
 * open is a wrong passphrase; a later one throws `ArchiveDamaged`, and so does a header that is none. `passphrase` stays the caller's.
 */
export async function openSealed(
  bytes: ByteSource,
  passphrase: Uint8Array,
): Promise<Result<ByteSource, { readonly type: 'WrongPassphrase' }>> {
  const { head, header } = await readHead(bytes);
  const { m, t, p } = header.kdf;
  const cost = { m, t, p };
  if (!isKdfCostAllowed(cost) || m > mostCost.m || t > mostCost.t)
    throw new ArchiveDamaged('a key derivation out of bounds');
  const prefix = Buffer.from(header.nonce, 'base64');
  const key = await passphraseToKey(passphrase, Buffer.from(header.kdf.salt, 'base64'), cost);
  const sealedBytes = bytes.length - head.length;
  const pieces = Math.ceil(sealedBytes / (pieceBytes + tagBytes));
  const length = sealedBytes - pieces * tagBytes;
  const open = async (place: number, isLast = place === pieces - 1): Promise<Buffer> => {
    const from = place * (pieceBytes + tagBytes);
    const sealed = await bytes.read(head.length + from, Math.min(pieceBytes + tagBytes, sealedBytes - from));
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(prefix, place, isLast));
    decipher.setAAD(head);
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
  };
  if (length < 0) throw new ArchiveDamaged('cut short');
  let latest: { readonly place: number; readonly plain: Buffer };
  try {
    latest = { place: 0, plain: await open(0) };
  } catch (error) {
    if (error instanceof SourceGone) throw error;
    const isCut = pieces === 1 && (await isOpen(() => open(0, false)));
    key.fill(0);
    if (isCut) throw new ArchiveDamaged('cut short');
    return err({ type: 'WrongPassphrase' });
  }
  const pieceAt = async (place: number): Promise<Buffer> => {
    if (latest.place !== place) {
      try {
        latest = { place, plain: await open(place) };
      } catch (cause) {
        if (cause instanceof SourceGone) throw cause;
        throw new ArchiveDamaged('a piece was changed', { cause });
      }
    }
    return latest.plain;
  };
  return ok({
    length,
    read: async (from, wanted) => {
      if (from + wanted > length) throw new ArchiveDamaged('cut short');
      const parts: Buffer[] = [];
      for (let at = from; at < from + wanted;) {
        const within = at % pieceBytes;
        const piece = await pieceAt(Math.floor(at / pieceBytes));
        const part = piece.subarray(within, Math.min(piece.length, within + from + wanted - at));
        parts.push(part);
        at += part.length;
      }
      return Buffer.concat(parts);
    },
    close: async () => {
      key.fill(0);
      await bytes.close();
    },
  });
}

async function isOpen(open: () => Promise<Buffer>): Promise<boolean> {
  try {
    await open();
    return true;
  } catch {
    return false;
  }
}

async function readHead(
  bytes: ByteSource,
): Promise<{ readonly head: Buffer; readonly header: z.infer<typeof headerSchema> }> {
  const start = magic.length + 4;
  if (bytes.length < start) throw new ArchiveDamaged('cut short');
  const length = (await bytes.read(magic.length, 4)).readUInt32LE();
  if (length > headerLimit || bytes.length < start + length) throw new ArchiveDamaged('no header');
  const head = await bytes.read(0, start + length);
  try {
    const header = headerSchema.parse(JSON.parse(head.subarray(start).toString('utf8')));
    return { head, header };
  } catch (cause) {
    throw new ArchiveDamaged('no header', { cause });
  }
}
