import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemDisk } from '../../../src/main/transfer/exportDisk';
import { saveCard } from '../../../src/main/transfer/saveCard';
import { savedCardSchema } from '../../../src/shared/domain/savedCard';
import { createTestFolder } from '../../support/testFolder';

const svg = {
  format: 'svg',
  text: '<svg xmlns="http://www.w3.org/2000/svg">anger, then none</svg>',
} as const;
const pixels = {
  format: 'png',
  bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 0x1a, 10, 7]),
} as const;

describe('a saved card', () => {
  it('is the one file that was asked for, readable for one person', async () => {
    using place = createTestFolder();
    const words = join(place.path, 'answer.svg');
    const picture = join(place.path, 'answer.png');
    expect(await saveCard(words, svg)).toEqual({ ok: true, value: null });
    expect(await saveCard(picture, pixels)).toEqual({ ok: true, value: null });
    expect(readFileSync(words, 'utf8')).toBe(svg.text);
    expect(new Uint8Array(readFileSync(picture))).toEqual(pixels.bytes);
    expect(readdirSync(place.path).toSorted()).toEqual(['answer.png', 'answer.svg']);
    expect(statSync(words).mode & 0o077).toBe(0);
  });

  it('leaves what was there when the disk is full, and nothing half-done', async () => {
    using place = createTestFolder();
    const path = join(place.path, 'answer.svg');
    writeFileSync(path, 'before');
    const full = {
      ...systemDisk,
      createFile: (at: string) => ({
        ...systemDisk.createFile(at),
        write: () => {
          throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
        },
      }),
    };
    expect(await saveCard(path, svg, full)).toEqual({ ok: false, error: { type: 'TargetFull' } });
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(place.path)).toEqual(['answer.svg']);
  });

  it('never goes into a journal', async () => {
    using place = createTestFolder();
    writeFileSync(join(place.path, 'journal.db'), '');
    expect(await saveCard(join(place.path, 'answer.svg'), svg)).toEqual({
      ok: false,
      error: { type: 'TargetInJournal' },
    });
    expect(readdirSync(place.path)).toEqual(['journal.db']);
  });

  it('is what its name says, or is not taken', async () => {
    expect(savedCardSchema.safeParse(svg).success).toBe(true);
    expect(savedCardSchema.safeParse(pixels).success).toBe(true);
    expect(savedCardSchema.safeParse({ format: 'html', text: '<!doctype html><p>' }).success).toBe(true);
    for (const other of [
      { format: 'svg', text: '#!/bin/sh' },
      { format: 'html', text: '<script>' },
      { format: 'png', bytes: new Uint8Array([0x4d, 0x5a]) },
      { format: 'png', text: '<svg ' },
      { format: 'exe', text: '<svg ' },
    ]) {
      expect(savedCardSchema.safeParse(other).success).toBe(false);
    }
  });
});
