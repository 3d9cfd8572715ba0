import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scanForText } from '../../support/scanForText';

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

  it('finds nothing where nothing is', () => {
    writeFileSync(join(folder, 'litter'), Buffer.alloc(10_000, 3));
    expect(scanForText([folder], marker)).toEqual([]);
  });
});
