import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBugLog } from '../../../src/main/logging/bugLog';
import { createTestFolder } from '../../support/testFolder';

const clock = { now: () => 1_747_216_800_000 };
const report = {
  reference: 'abcd1234',
  place: 'entries.save',
  name: 'TypeError',
  frames: ['save entries.js:1:2'],
};

describe('the bug log', () => {
  it('writes one line for a bug, for its owner alone', () => {
    using place = createTestFolder();
    openBugLog(place.path, clock)(report);
    const file = join(place.path, 'bugs.log');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ at: '2025-05-14T10:00:00.000Z', ...report });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('keeps two files of limited size', () => {
    using place = createTestFolder();
    const reportBug = openBugLog(place.path, clock, 1000);
    for (let index = 0; index < 100; index += 1) reportBug(report);
    const sizes = readdirSync(place.path).map((name) => statSync(join(place.path, name)).size);
    expect(sizes).toHaveLength(2);
    for (const size of sizes) expect(size).toBeLessThan(1300);
  });

  it('does not mind a place it can not write to', () => {
    using place = createTestFolder();
    const file = join(place.path, 'file');
    writeFileSync(file, '');
    expect(() => openBugLog(file, clock)(report)).not.toThrow();
  });
});
