import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemDisk, type ExportDisk } from '../../../src/main/transfer/exportDisk';
import { exportJournal } from '../../../src/main/transfer/exportJournal';
import { everyDay, exportFormats, type ExportFormat } from '../../../src/shared/domain/transfer';
import { createFullJournal } from '../../support/fullJournal';
import { bytesOf, testKdf, type TestJournal } from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';
import { cannotMount, createSmallDisk } from '../../support/testMounts';

const failure = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'write' });

/** A stick that is pulled out at the nth thing that is asked of it: from then on nothing is there any more. */
function pulledAfter(calls: number): ExportDisk & { readonly isPulled: () => boolean } {
  let left = calls;
  const ask = <Value>(work: () => Value): Value => {
    left -= 1;
    if (left < 0) throw failure('ENODEV');
    return work();
  };
  return {
    isPulled: () => left < 0,
    look: (path) => ask(() => systemDisk.look(path)),
    makeFolder: (path) => ask(() => systemDisk.makeFolder(path)),
    makeTemporaryFolder: (parent) => ask(() => systemDisk.makeTemporaryFolder(parent)),
    createFile: (path) => {
      const file = ask(() => systemDisk.createFile(path));
      return {
        write: (part) => ask(() => file.write(part)),
        finish: () => ask(() => file.finish()),
        abandon: () => file.abandon(),
      };
    },
    list: (folder) => ask(() => systemDisk.list(folder)),
    move: (from, to) => ask(() => systemDisk.move(from, to)),
    remove: (path) => ask(() => systemDisk.remove(path)),
    follow: (path) => ask(() => systemDisk.follow(path)),
  };
}

/** Becomes read-only when the finished thing is to be put in its place. */
const readOnlyAtTheEnd: ExportDisk = {
  ...systemDisk,
  move: () => {
    throw failure('EROFS');
  },
};

const ways: readonly { readonly name: string; readonly format: ExportFormat; readonly isSealed: boolean }[] =
  [
    ...exportFormats.map((format) => ({ name: format, format, isSealed: false })),
    { name: 'a sealed archive', format: 'archive', isSealed: true },
  ];

let test: TestJournal;
beforeAll(async () => {
  test = await createFullJournal();
}, 60_000);
afterAll(() => test[Symbol.asyncDispose]());

describe.each(ways)('an export as $name', ({ format, isSealed }) => {
  const write = (folder: string, disk: ExportDisk) =>
    exportJournal(
      test.journal,
      {
        format,
        days: everyDay,
        target: join(folder, 'target'),
        ...(isSealed && { passphrase: bytesOf('only for this') }),
      },
      { disk, sealing: { randomBytes: test.ports.randomBytes, kdf: testKdf } },
    );

  it.each([1, 2, 3, 4, 6, 10, 40])(
    'to a stick that is pulled out after %i steps says so, and nothing that looks finished is on it',
    async (calls) => {
      using place = createTestFolder();
      const disk = pulledAfter(calls);
      const done = await write(place.path, disk);
      // A small one may have been finished by then.
      if (done.ok) return expect(readdirSync(place.path)).toContain('target');
      expect(done).toEqual({ ok: false, error: { type: 'TargetNotWritable' } });
      expect(disk.isPulled()).toBe(true);
      expect(readdirSync(place.path).filter((name) => !name.startsWith('.footnote-export-'))).toEqual([]);
    },
  );

  it.skipIf(cannotMount !== null)(
    'to a real disk that is too small says so and leaves it empty',
    async () => {
      using disk = createSmallDisk(20 * 1024);
      expect(await write(disk.path, systemDisk)).toEqual({ ok: false, error: { type: 'TargetFull' } });
      expect(readdirSync(disk.path)).toEqual([]);
    },
  );

  it('to a disk that can only be read when it is done leaves nothing', async () => {
    using place = createTestFolder();
    expect(await write(place.path, readOnlyAtTheEnd)).toEqual({
      ok: false,
      error: { type: 'TargetNotWritable' },
    });
    expect(readdirSync(place.path)).toEqual([]);
  });
});
