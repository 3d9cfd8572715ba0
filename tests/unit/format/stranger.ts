/**
 * What a stranger would write who has docs/format.md, Node and nothing of ours. The steps have the numbers of the document.
 * Nothing in here may be imported from `src`.
 */
import {
  argon2Sync,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  timingSafeEqual,
} from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type JsonObject = { readonly [name: string]: Json };

const pageSize = 4096;
const reserved = 32;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function objectAt(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  if (!isObject(value)) throw new Error(`no object ${name}`);
  return value;
}

function textAt(object: JsonObject, name: string): string {
  const value = object[name];
  if (typeof value !== 'string') throw new Error(`no text ${name}`);
  return value;
}

const numberAt = (object: JsonObject, name: string): number => Number(object[name]);

function without(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** Step 1: canonical JSON. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (isObject(value)) {
    const names = Object.keys(value).toSorted();
    return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Step 1: the key file, and whether it is whole. */
export function readVault(path: string): JsonObject {
  const file: Json = JSON.parse(readFileSync(path, 'utf8'));
  if (!isObject(file)) throw new Error('not a key file');
  const sum = createHash('sha256')
    .update(canonical(without(file, 'checksum')))
    .digest('base64');
  if (sum !== textAt(file, 'checksum')) throw new Error('the key file is damaged');
  return file;
}

/** Step 2: 32 bytes (or fewer) for one purpose. */
const derive = (key: Uint8Array, journalId: string, purpose: string, length = 32): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.from(journalId), Buffer.from(purpose), length));

/** Step 3a: from a passphrase to the wrapping key. */
function passphraseToWrappingKey(passphrase: string, journalId: string, kdf: JsonObject): Buffer {
  const stretched = argon2Sync('argon2id', {
    message: Buffer.from(passphrase.normalize('NFKC')),
    nonce: Buffer.from(textAt(kdf, 'salt'), 'base64'),
    memory: numberAt(kdf, 'm'),
    passes: numberAt(kdf, 't'),
    parallelism: numberAt(kdf, 'p'),
    tagLength: 32,
  });
  return derive(stretched, journalId, 'wrap');
}

/** Step 3b: from a recovery code to the wrapping key. */
function recoveryCodeToWrappingKey(code: string, journalId: string): Buffer {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const symbols = code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (symbols.length !== 29) throw new Error('a code has 29 characters');
  const bits = [...symbols].map((symbol) => alphabet.indexOf(symbol).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from(
    bits
      .slice(0, 144)
      .match(/.{8}/g)
      ?.map((eight) => Number.parseInt(eight, 2)) ?? [],
  );
  let checksum = 0xff_ff;
  for (const byte of bytes.subarray(0, 16)) {
    checksum ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      checksum = (checksum & 0x80_00 ? (checksum << 1) ^ 0x10_21 : checksum << 1) & 0xff_ff;
    }
  }
  if (bits.at(-1) !== '0' || bytes.readUInt16BE(16) !== checksum)
    throw new Error('a typing error in the code');
  return derive(bytes.subarray(0, 16), journalId, 'wrap-recovery');
}

/** Step 4: AES-256-GCM, with the header of the slot as additional data. */
function unwrap(wrapped: string, key: Uint8Array, header: JsonObject): Buffer {
  const bytes = Buffer.from(wrapped, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(canonical(header)));
  decipher.setAuthTag(bytes.subarray(44, 60));
  return Buffer.concat([decipher.update(bytes.subarray(12, 44)), decipher.final()]);
}

interface Secret {
  readonly type: 'passphrase' | 'recovery';
  readonly text: string;
}

/** Steps 3 to 5: the data key. */
export function openVault(vault: JsonObject, secret: Secret): Buffer {
  const journalId = textAt(vault, 'journalId');
  const { slots } = vault;
  const slot = (Array.isArray(slots) ? slots : []).find(
    (one: Json) => isObject(one) && one.type === secret.type,
  );
  if (!isObject(slot)) throw new Error('no slot for this');
  const kdf = slot.kdf ?? null;
  const wrappingKey =
    secret.type === 'passphrase'
      ? passphraseToWrappingKey(secret.text, journalId, objectAt(slot, 'kdf'))
      : recoveryCodeToWrappingKey(secret.text, journalId);
  const dataKey = unwrap(textAt(slot, 'wrapped'), wrappingKey, {
    format: vault.format ?? null,
    version: vault.version ?? null,
    journalId,
    id: textAt(slot, 'id'),
    type: textAt(slot, 'type'),
    kdf,
  });
  // Step 5: the file is the one that was written with this key.
  const mac = createHmac('sha256', derive(dataKey, journalId, 'header-mac'))
    .update(canonical(without(vault, 'mac', 'checksum')))
    .digest();
  if (!timingSafeEqual(mac, Buffer.from(textAt(vault, 'mac'), 'base64'))) throw new Error('changed key file');
  const keyId = derive(dataKey, journalId, 'key-id', 8).toString('hex');
  if (keyId !== textAt(objectAt(vault, 'db'), 'keyId')) throw new Error('another key');
  return dataKey;
}

/** Step 5, in the middle of a rotation: the next data key. */
export function nextDataKey(vault: JsonObject, dataKey: Uint8Array): Buffer {
  const journalId = textAt(vault, 'journalId');
  const rotation = objectAt(vault, 'rotation');
  return unwrap(textAt(rotation, 'wrapped'), derive(dataKey, journalId, 'wrap-rotation'), {
    format: vault.format ?? null,
    version: vault.version ?? null,
    journalId,
    id: 'next',
    type: 'rotation',
    kdf: null,
    keyId: textAt(rotation, 'keyId'),
  });
}

/** Step 6: the key of the database. */
export const databaseKeyOf = (vault: JsonObject, dataKey: Uint8Array): Buffer =>
  derive(dataKey, textAt(vault, 'journalId'), 'db');

/** `length` bytes of the ChaCha20 stream of RFC 8439. OpenSSL takes counter and nonce as one vector of 16 bytes. */
function chacha20(key: Uint8Array, nonce: Uint8Array, counter: number, data: Uint8Array): Buffer {
  const vector = Buffer.alloc(16);
  vector.writeUInt32LE(counter % 2 ** 32, 0);
  vector.set(nonce, 4);
  const blocksLeft = 2 ** 32 - (counter % 2 ** 32);
  // The counter of the database wraps at 2^32 and leaves the nonce alone; OpenSSL's would carry into it.
  if (data.length > blocksLeft * 64) {
    const [first, rest] = [data.subarray(0, blocksLeft * 64), data.subarray(blocksLeft * 64)];
    return Buffer.concat([chacha20(key, nonce, counter, first), chacha20(key, nonce, 0, rest)]);
  }
  const cipher = createCipheriv('chacha20', key, vector);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

const littleEndian = (bytes: Uint8Array): bigint =>
  BigInt(`0x0${Buffer.from(bytes.toReversed()).toString('hex')}`);

/** Poly1305 of RFC 8439, section 2.5. */
function poly1305(message: Uint8Array, key: Uint8Array): Buffer {
  const prime = 2n ** 130n - 5n;
  const r = littleEndian(key.subarray(0, 16)) & 0x0fff_fffc_0fff_fffc_0fff_fffc_0fff_ffffn;
  let sum = 0n;
  for (let at = 0; at < message.length; at += 16) {
    const block = message.subarray(at, at + 16);
    sum = ((sum + littleEndian(block) + (1n << BigInt(8 * block.length))) * r) % prime;
  }
  const tag = (sum + littleEndian(key.subarray(16, 32))) % 2n ** 128n;
  return Buffer.from(Buffer.from(tag.toString(16).padStart(32, '0'), 'hex').toReversed());
}

/** Step 7: one page, its tag verified. The result is a page of an ordinary SQLite database. */
function decryptPage(stored: Uint8Array, key: Uint8Array, number: number): Buffer {
  const page = Buffer.from(stored);
  const end = pageSize - reserved;
  const nonce = page.subarray(end, end + 16);
  const counter = (nonce.readUInt32LE(12) ^ number) >>> 0;
  const oneTime = chacha20(key, nonce.subarray(0, 12), counter, Buffer.alloc(64));
  const tag = poly1305(page.subarray(0, end + 16), oneTime.subarray(0, 32));
  if (!timingSafeEqual(tag, page.subarray(end + 16)))
    throw new Error(`page ${number} is not what was written`);
  const start = number === 1 ? 24 : 0;
  const plain = chacha20(oneTime.subarray(32), nonce.subarray(0, 12), counter + 1, page.subarray(start, end));
  plain.copy(page, start);
  if (number === 1) page.write('SQLite format 3\0', 0, 'latin1');
  return page;
}

interface Frame {
  readonly page: number;
  /** Pages of the database after the commit this frame ends; 0 for a frame in the middle. */
  readonly pagesAfter: number;
  readonly content: Buffer;
}

/** Step 8: the frames of the log up to its last commit. */
function readLog(log: Buffer): readonly Frame[] {
  if (log.length < 32) return [];
  const readWord = (log.readUInt32BE(0) & 1) === 1 ? 'readUInt32BE' : 'readUInt32LE';
  let [one, two] = [0, 0];
  const add = (bytes: Buffer): void => {
    for (let at = 0; at < bytes.length; at += 8) {
      one = (one + bytes[readWord](at) + two) >>> 0;
      two = (two + bytes[readWord](at + 4) + one) >>> 0;
    }
  };
  add(log.subarray(0, 24));
  if (one !== log.readUInt32BE(24) || two !== log.readUInt32BE(28)) return [];
  const frames: Frame[] = [];
  for (let at = 32; at + 24 + pageSize <= log.length; at += 24 + pageSize) {
    const content = log.subarray(at + 24, at + 24 + pageSize);
    if (!log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))) break;
    add(log.subarray(at, at + 8));
    add(content);
    if (one !== log.readUInt32BE(at + 16) || two !== log.readUInt32BE(at + 20)) break;
    frames.push({ page: log.readUInt32BE(at), pagesAfter: log.readUInt32BE(at + 4), content });
  }
  return frames.slice(0, frames.findLastIndex(({ pagesAfter }) => pagesAfter > 0) + 1);
}

/** Steps 7 to 9: the whole database as plain SQLite. `database` and the log beside it, if there is one. */
export function decryptDatabase(database: string, key: Uint8Array): Buffer {
  const file = readFileSync(database);
  const pages = new Map<number, Buffer>();
  for (let at = 0; at + pageSize <= file.length; at += pageSize) {
    pages.set(at / pageSize + 1, file.subarray(at, at + pageSize));
  }
  const log = `${database}-wal`;
  const frames = existsSync(log) ? readLog(readFileSync(log)) : [];
  for (const { page, content } of frames) pages.set(page, content);
  const count = frames.at(-1)?.pagesAfter ?? pages.size;
  const plain = Buffer.alloc(count * pageSize);
  for (let number = 1; number <= count; number += 1) {
    const stored = pages.get(number);
    if (stored === undefined) throw new Error(`page ${number} is missing`);
    decryptPage(stored, key, number).copy(plain, (number - 1) * pageSize);
  }
  // Step 9: not in WAL mode any more.
  plain.writeUInt8(1, 18);
  plain.writeUInt8(1, 19);
  return plain;
}

/** Step 10: the words of an entry's document. */
export function documentToText(json: string): string {
  const read = (node: Json): string => {
    if (!isObject(node)) return '';
    if (typeof node.text === 'string') return node.text;
    if (node.type === 'linebreak') return '\n';
    if (node.type === 'image') return typeof node.alt === 'string' ? `${node.alt}\n` : '';
    const { children } = node;
    const inner = Array.isArray(children) ? children.map(read).join('') : '';
    return ['paragraph', 'heading', 'quote', 'prompt', 'listitem'].includes(String(node.type))
      ? `${inner}\n`
      : inner;
  };
  const document: Json = JSON.parse(json);
  return isObject(document) ? read(objectAt(document, 'root')) : '';
}

export const vaultPath = (folder: string): string => join(folder, 'vault.json');
export const databasePath = (folder: string): string => join(folder, 'journal.db');
