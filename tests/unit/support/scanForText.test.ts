import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scanForSecrets, scanForText } from '../../support/scanForText';

const marker = 'geese over the long field, 7f3a';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scan-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the search for leaked words', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(`x${marker}x`)],
    ['UTF-16', Buffer.from(`x${marker}x`, 'utf16le')],
    ['base64', Buffer.from(Buffer.from(`x${marker}x`).toString('base64'))],
    ['base64 one byte on', Buffer.from(Buffer.from(`xy${marker}x`).toString('base64'))],
    ['hex', Buffer.from(Buffer.from(marker).toString('hex'))],
  ])('finds a marker written as %s', (_name, bytes) => {
    writeFileSync(join(folder, 'litter'), Buffer.concat([Buffer.alloc(100, 7), bytes, Buffer.alloc(100, 9)]));
    expect(scanForText([folder], marker)).not.toEqual([]);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['they are', (bytes) => bytes],
    ['hex', (bytes) => Buffer.from(bytes.toString('hex'))],
    [
      'base64 one byte on',
      (bytes) => Buffer.from(Buffer.concat([Buffer.from('x'), bytes]).toString('base64')),
    ],
  ])('finds bytes of a picture written as %s', (_name, write) => {
    const bytes = Buffer.from(Array.from({ length: 64 }, (_, index) => (index * 167 + 91) % 256));
    writeFileSync(join(folder, 'litter'), Buffer.concat([Buffer.alloc(100, 7), write(bytes)]));
    expect(scanForSecrets([folder], ['something else', bytes])).not.toEqual([]);
    expect(scanForSecrets([folder], ['something else', bytes.toReversed()])).toEqual([]);
  });

  it('finds nothing where nothing is', () => {
    writeFileSync(join(folder, 'litter'), Buffer.alloc(10_000, 3));
    expect(scanForText([folder], marker)).toEqual([]);
  });
});
