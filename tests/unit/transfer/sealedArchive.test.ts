import { createDecipheriv } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArchiveDamaged } from '../../../src/main/transfer/archive/openArchive';
import { isSealed, openSealed, sealArchive } from '../../../src/main/transfer/archive/sealedArchive';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { bytesSource } from '../../support/archives';
import { bytesOf, testKdf, testPassphrase } from '../../support/journalFixture';
import { must } from '../../support/must';

const { bytes: randomBytes } = createSeededRandom(4);
const passphrase = bytesOf(testPassphrase);

async function* inParts(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function seal(plain: Uint8Array, partLength = 10_000): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of sealArchive(inParts(plain, partLength), passphrase, testKdf, randomBytes))
    parts.push(part);
  return Buffer.concat(parts);
}

const noise = (length: number): Buffer => Buffer.from(randomBytes(length));

async function readAll(bytes: Buffer): Promise<Buffer> {
  const opened = await openSealed(bytesSource(bytes), passphrase);
  if (!opened.ok) throw new ArchiveDamaged(opened.error.type);
  return opened.value.read(0, opened.value.length);
}

describe('a sealed archive', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 200_000])('opens again to the same %i bytes', async (length) => {
    const plain = noise(length);
    const sealed = bytesSource(await seal(plain));
    expect(await isSealed(sealed)).toBe(true);
    const opened = must(await openSealed(sealed, passphrase));
    expect(opened.length).toBe(length);
    expect((await opened.read(0, length)).equals(plain)).toBe(true);
  });

  it('gives any part of it', async () => {
    const plain = noise(200_000);
    const opened = must(await openSealed(bytesSource(await seal(plain)), passphrase));
    await fc.assert(
      fc.asyncProperty(fc.nat(199_999), fc.nat(70_000), async (from, wanted) => {
        const length = Math.min(wanted, 200_000 - from);
        expect((await opened.read(from, length)).equals(plain.subarray(from, from + length))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is a closed door to another passphrase', async () => {
    const sealed = bytesSource(await seal(noise(100)));
    expect(await openSealed(sealed, bytesOf('another'))).toEqual({
      ok: false,
      error: { type: 'WrongPassphrase' },
    });
  });

  it('is noticed when a bit of it is changed, a piece is swapped, or its end is cut off', async () => {
    const sealed = await seal(noise(200_000));
    const { length } = sealed;
    await expect(readAll(sealed)).resolves.toHaveLength(200_000);
    const places = [9, 20, 60, 400, 70_000, 140_000, length - 1];
    for (const place of places) {
      const changed = Buffer.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      await expect(readAll(changed), String(place)).rejects.toThrow(ArchiveDamaged);
    }
    const piece = 65_536 + 16;
    const head = length - (200_000 + 4 * 16);
    const swapped = Buffer.concat([
      sealed.subarray(0, head),
      sealed.subarray(head + piece, head + 2 * piece),
      sealed.subarray(head, head + piece),
      sealed.subarray(head + 2 * piece),
    ]);
    await expect(readAll(swapped)).rejects.toThrow(ArchiveDamaged);
    for (const end of [head + piece, head + 3 * piece, length - 1, 30])
      await expect(readAll(sealed.subarray(0, end)), String(end)).rejects.toThrow(ArchiveDamaged);
  });

  it('of one piece that was cut off from more is cut off, and not behind another passphrase', async () => {
    const sealed = await seal(noise(200_000));
    const head = sealed.length - (200_000 + 4 * 16);
    await expect(openSealed(bytesSource(sealed.subarray(0, head + 65_536 + 16)), passphrase)).rejects.toThrow(
      'cut short',
    );
  });

  it('that asks for more memory or time than any does is refused before it gets them', async () => {
    const sealed = (await seal(noise(10))).toString('latin1');
    for (const [from, to] of [
      ['"m":65536', '"m":1048576'],
      ['"t":1', '"t":9'],
    ] as const) {
      const changed = Buffer.from(sealed.replace(from, to), 'latin1');
      changed.writeUInt32LE(changed.readUInt32LE(8) + to.length - from.length, 8);
      await expect(openSealed(bytesSource(changed), passphrase)).rejects.toThrow('out of bounds');
    }
  });

  it('can be opened by whoever reads the description of its format', async () => {
    const plain = noise(100_000);
    const sealed = await seal(plain);
    const start = 12 + sealed.readUInt32LE(8);
    const head = sealed.subarray(0, start);
    const { kdf, nonce } = JSON.parse(head.subarray(12).toString('utf8')) as {
      readonly kdf: { readonly m: number; readonly t: number; readonly p: number; readonly salt: string };
      readonly nonce: string;
    };
    const key = await hashRaw(passphrase, {
      algorithm: 2,
      memoryCost: kdf.m,
      timeCost: kdf.t,
      parallelism: kdf.p,
      outputLen: 32,
      salt: Buffer.from(kdf.salt, 'base64'),
    });
    const pieces = [sealed.subarray(start, start + 65_552), sealed.subarray(start + 65_552)];
    const opened = pieces.map((piece, place) => {
      const decipher = createDecipheriv(
        'aes-256-gcm',
        key,
        Buffer.concat([Buffer.from(nonce, 'base64'), Buffer.from([0, 0, 0, place, place])]),
      );
      decipher.setAAD(head);
      decipher.setAuthTag(piece.subarray(-16));
      return Buffer.concat([decipher.update(piece.subarray(0, -16)), decipher.final()]);
    });
    expect(Buffer.concat(opened).equals(plain)).toBe(true);
  });
});
