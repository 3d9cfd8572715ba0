/**
 * What a stranger would write who has docs/format.md, Node and a sealed archive, and nothing of ours. The steps have the numbers of the document.
 * Nothing in here may be imported from `src`.
 */
import { argon2Sync, createDecipheriv, createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

interface Header {
  readonly kdf: { readonly m: number; readonly t: number; readonly p: number; readonly salt: string };
  readonly nonce: string;
  readonly piece: number;
}

/** Step 12: the zip in a sealed archive. */
export function openSealedArchive(file: Buffer, passphrase: string): Buffer {
  if (file.subarray(0, 8).toString('ascii') !== 'FTNTSEAL') throw new Error('not a sealed archive');
  const start = 12 + file.readUInt32LE(8);
  const head = file.subarray(0, start);
  const { kdf, nonce, piece } = JSON.parse(head.subarray(12).toString('utf8')) as Header;
  const key = argon2Sync('argon2id', {
    message: Buffer.from(passphrase.normalize('NFKC')),
    nonce: Buffer.from(kdf.salt, 'base64'),
    memory: kdf.m,
    passes: kdf.t,
    parallelism: kdf.p,
    tagLength: 32,
  });
  const parts: Buffer[] = [];
  for (let at = start, place = 0; at < file.length; at += piece + 16, place += 1) {
    const sealed = file.subarray(at, at + piece + 16);
    const end = Buffer.alloc(5);
    end.writeUInt32BE(place);
    end.writeUInt8(at + sealed.length === file.length ? 1 : 0, 4);
    const cipher = createDecipheriv('aes-256-gcm', key, Buffer.concat([Buffer.from(nonce, 'base64'), end]));
    cipher.setAAD(head);
    cipher.setAuthTag(sealed.subarray(-16));
    parts.push(cipher.update(sealed.subarray(0, -16)), cipher.final());
  }
  return Buffer.concat(parts);
}

/** Step 13, where no program for zips is left: the files in one, by the list at its end. */
export function unzip(zip: Buffer): ReadonlyMap<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, Buffer>();
  for (let at = zip.readUInt32LE(end + 16); zip.readUInt32LE(at) === 0x02_01_4b_50;) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const local = zip.readUInt32LE(at + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(data, data + zip.readUInt32LE(at + 20));
    files.set(name, zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (noteLength ?? 0);
  }
  return files;
}

/** Step 13: whether every file is what the manifest says. */
export function isWhole(files: ReadonlyMap<string, Buffer>): boolean {
  const { files: told } = JSON.parse(String(files.get('manifest.json'))) as {
    readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
  };
  return (
    Object.keys(told).length === files.size - 1 &&
    Object.entries(told).every(([name, { bytes, sha256 }]) => {
      const file = files.get(name);
      return file?.length === bytes && createHash('sha256').update(file).digest('hex') === sha256;
    })
  );
}
