import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemDisk } from '../../../src/main/transfer/exportDisk';
import { createTestFolder } from '../../support/testFolder';

describe('a file of an export', () => {
  it('keeps a character whole when its halves come in two pieces', () => {
    using place = createTestFolder();
    const path = join(place.path, 'file');
    const file = systemDisk.createFile(path);
    const before = 'a'.repeat(64 * 1024 - 1);
    file.write(`${before}\uD83D`);
    file.write('\uDE00 and on');
    file.finish();
    expect(readFileSync(path, 'utf8')).toBe(`${before}😀 and on`);
  });

  it('never takes the place of one that is there', () => {
    using place = createTestFolder();
    const path = join(place.path, 'file');
    writeFileSync(path, 'mine');
    expect(() => systemDisk.createFile(path)).toThrow('EEXIST');
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });
});
