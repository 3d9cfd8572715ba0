import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemDisk, type ExportDisk } from '../../../../src/main/transfer/exportDisk';
import { savePacket } from '../../../../src/main/transfer/packet/savePacket';
import { bytesOf } from '../../../support/journalFixture';
import { createTestFolder } from '../../../support/testFolder';

const words = 'A sentence that is in the pages.';
const pdf = Buffer.from(
  `%PDF-1.4\n1 0 obj\n<</Title (Pages)\n/Creator (Chrome)>>\nendobj\n% ${words}\ntrailer\n<</Info 1 0 R>>\n%%EOF\n`,
);

/** Reads an AE-2 zip with one file as WinZip's description has it, with nothing of the library that wrote it. */
function openAesZip(
  zip: Buffer,
  passphrase: string,
): { readonly name: string; readonly bytes: Buffer } | null {
  expect(zip.readUInt32LE(0)).toBe(0x04034b50);
  expect(zip.readUInt16LE(6) & 1).toBe(1);
  expect(zip.readUInt16LE(8)).toBe(99);
  const [nameLength, extraLength] = [zip.readUInt16LE(26), zip.readUInt16LE(28)];
  const name = zip.toString('utf8', 30, 30 + nameLength);
  const extra = zip.subarray(30 + nameLength, 30 + nameLength + extraLength);
  const aes = extra.indexOf(Buffer.from([0x01, 0x99, 7, 0, 2, 0]));
  expect(aes).toBeGreaterThanOrEqual(0);
  expect(extra.toString('latin1', aes + 6, aes + 8)).toBe('AE');
  expect(extra[aes + 8]).toBe(3);
  const size = zip.readUInt32LE(18);
  const start = 30 + nameLength + extraLength;
  const data = zip.subarray(start, start + size);
  const salt = data.subarray(0, 16);
  const keys = pbkdf2Sync(passphrase, salt, 1000, 66, 'sha1');
  if (!keys.subarray(64).equals(data.subarray(16, 18))) return null;
  const sealed = data.subarray(18, -10);
  const code = createHmac('sha1', keys.subarray(32, 64)).update(sealed).digest().subarray(0, 10);
  expect(code.equals(data.subarray(-10))).toBe(true);
  // A counter whose first byte grows first, from 1: one block at a time.
  const blocks = Array.from({ length: Math.ceil(sealed.length / 16) }, (_, block) => {
    const counter = Buffer.alloc(16);
    counter.writeUInt32LE(block + 1);
    const cipher = createDecipheriv('aes-256-ctr', keys.subarray(0, 32), counter);
    return cipher.update(sealed.subarray(block * 16, block * 16 + 16));
  });
  return { name, bytes: Buffer.concat(blocks) };
}

const failing = (code: string): ExportDisk => ({
  ...systemDisk,
  createFile: (at) => ({
    ...systemDisk.createFile(at),
    write: () => {
      throw Object.assign(new Error('no'), { code, syscall: 'write' });
    },
  }),
});

describe('pages for somebody', () => {
  it('are one file, readable for one person, without a word about what made it', async () => {
    using place = createTestFolder();
    const target = join(place.path, 'pages.pdf');
    expect(await savePacket(target, { pdf, passphrase: null })).toEqual({ ok: true, value: null });
    expect(readdirSync(place.path)).toEqual(['pages.pdf']);
    expect(statSync(target).mode & 0o077).toBe(0);
    const saved = readFileSync(target, 'latin1');
    expect(saved).toContain(words);
    expect(saved).not.toContain('Chrome');
  });

  it('can be locked into a zip that other programs open, and that shows nothing by itself', async () => {
    using place = createTestFolder();
    const target = join(place.path, 'pages.zip');
    const passphrase = bytesOf('ein langer Satz über den See');
    expect(await savePacket(target, { pdf, passphrase })).toEqual({ ok: true, value: null });
    const zip = readFileSync(target);
    expect(zip.includes(words)).toBe(false);
    expect(zip.includes('Pages')).toBe(false);
    const opened = openAesZip(zip, 'ein langer Satz über den See');
    expect(opened?.name).toBe('pages.pdf');
    expect(opened?.bytes.includes(words)).toBe(true);
    expect(opened?.bytes.includes('Chrome')).toBe(false);
    expect(openAesZip(zip, 'another one')).toBeNull();
  });

  it('are not locked with nothing', async () => {
    using place = createTestFolder();
    const saved = await savePacket(join(place.path, 'pages.zip'), { pdf, passphrase: bytesOf('') });
    expect(saved).toEqual({ ok: false, error: { type: 'PassphraseEmpty' } });
    expect(readdirSync(place.path)).toEqual([]);
  });

  it.each([
    ['ENOSPC', 'TargetFull'],
    ['EROFS', 'TargetNotWritable'],
    ['EIO', 'TargetNotWritable'],
  ])('leave what was there when the disk says %s, and nothing half-done', async (code, type) => {
    using place = createTestFolder();
    const target = join(place.path, 'pages.pdf');
    writeFileSync(target, 'before');
    const saved = await savePacket(target, { pdf, passphrase: null }, failing(code));
    expect(saved).toEqual({ ok: false, error: { type } });
    expect(readFileSync(target, 'utf8')).toBe('before');
    expect(readdirSync(place.path)).toEqual(['pages.pdf']);
  });

  it('never go into a journal, and never out with what could not be taken out of them', async () => {
    using place = createTestFolder();
    const unknown = await savePacket(join(place.path, 'a.pdf'), {
      pdf: Buffer.from('%PDF-1.7 as another program writes it'),
      passphrase: null,
    });
    expect(unknown).toEqual({ ok: false, error: { type: 'PrintFailed' } });
    writeFileSync(join(place.path, 'journal.db'), '');
    const inside = await savePacket(join(place.path, 'a.pdf'), { pdf, passphrase: null });
    expect(inside).toEqual({ ok: false, error: { type: 'TargetInJournal' } });
    expect(readdirSync(place.path)).toEqual(['journal.db']);
  });
});
