import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCare, type OpenCare } from '../../../src/main/keeper/openCare';
import type { Journal } from '../../../src/main/journal/journal';
import type { KeeperChannel } from '../../../src/shared/ipc/channels';
import type { Output } from '../../../src/shared/ipc/contract';
import { bytesOf, createTestJournal, testPassphrase, type TestJournal } from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';
import { writeEntries } from '../../support/writeEntries';

let test: TestJournal;
let open: Journal | undefined;
let second: string | null;

beforeEach(async () => {
  test = await createTestJournal();
  open = test.journal;
  second = null;
});
afterEach(async () => {
  vi.useRealTimers();
  await test[Symbol.asyncDispose]();
});

const care = (isSample = false, freeBytes?: () => number): OpenCare =>
  openCare({
    ...(freeBytes && { freeBytes }),
    folder: test.folder,
    isSample,
    ports: test.ports,
    journal: () => open,
    closeJournal: () => {
      open?.close();
      open = undefined;
    },
    secondBackupFolder: () => second,
  });

const write = (lines = 1): void => writeEntries(test, lines);

async function must<Name extends KeeperChannel>(
  reply: Promise<{ ok: boolean }> | { ok: boolean },
  _name: Name,
): Promise<Output<Name>> {
  const answered = await reply;
  if (!answered.ok || !('value' in answered)) throw new Error(JSON.stringify(answered));
  return answered.value as Output<Name>;
}

const list = (of: OpenCare) => must(of.care['backups.list']({}), 'backups.list');

describe('the care for an open journal', () => {
  it('makes the first backup of a day some seconds after unlock, and not another', async () => {
    vi.useFakeTimers();
    const kept = care();
    write();
    kept.afterUnlock();
    expect((await list(kept)).backups).toEqual([]);
    vi.advanceTimersByTime(20_000);
    expect((await list(kept)).backups).toHaveLength(1);
    write();
    kept.afterUnlock();
    vi.advanceTimersByTime(60_000);
    expect((await list(kept)).backups).toHaveLength(1);
    test.clock.advance({ days: 1 });
    kept.afterUnlock();
    vi.advanceTimersByTime(60_000);
    expect((await list(kept)).backups).toHaveLength(2);
    expect(kept.warnings()).toEqual([]);
    // The first care of a journal reads everything once.
    expect(test.journal.lastVerified()).not.toBeNull();
  });

  it('waits for a pause in the writing, and not for ever', async () => {
    vi.useFakeTimers();
    const kept = care();
    write();
    kept.afterUnlock();
    for (let step = 0; step < 12; step += 1) {
      write();
      vi.advanceTimersByTime(5_000);
    }
    expect((await list(kept)).backups).toEqual([]);
    for (let step = 0; step < 60; step += 1) {
      write();
      vi.advanceTimersByTime(5_000);
    }
    expect((await list(kept)).backups).toHaveLength(1);
  });

  it('makes one before a lock when much has changed, and none of a sample', async () => {
    const kept = care();
    write(60);
    kept.beforeClose();
    expect((await list(kept)).backups).toHaveLength(1);
    write(3);
    kept.beforeClose();
    expect((await list(kept)).backups).toHaveLength(1);
    write(60);
    care(true).beforeClose();
    expect((await list(kept)).backups).toHaveLength(1);
    kept.beforeClose();
    expect((await list(kept)).backups).toHaveLength(2);
  });

  it('closes no journal for a restore that has no room on the disk', async () => {
    const kept = care(false, () => 1024);
    write();
    const { id, place } = await must(kept.care['backups.make']({}), 'backups.make');
    expect(await kept.care['backups.restore']({ id, place })).toEqual({
      ok: false,
      error: { type: 'DiskFull' },
    });
    expect(open).toBe(test.journal);
    write();
    expect((await must(care().care['backups.restore']({ id, place }), 'backups.restore')).setAside).toMatch(
      /^set-aside/,
    );
    expect(open).toBeUndefined();
  });

  it('does nothing more once the journal is closed', () => {
    vi.useFakeTimers();
    const kept = care();
    write();
    kept.afterUnlock();
    kept.beforeClose();
    open?.close();
    open = undefined;
    vi.advanceTimersByTime(600_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('warns when a backup fails, until one succeeds or the person has read it', async () => {
    const kept = care();
    write();
    writeFileSync(join(test.folder, 'backups'), 'in the way');
    expect(await kept.care['backups.make']({})).toEqual({ ok: false, error: { type: 'FolderNotWritable' } });
    expect(kept.warnings()).toEqual([{ type: 'BackupFailed', reason: 'notWritable' }]);
    kept.dismissWarning('SyncFolder');
    expect(kept.warnings()).toHaveLength(1);
    kept.dismissWarning('BackupFailed');
    expect(kept.warnings()).toEqual([]);
    kept.backUp();
    expect(kept.warnings()).toHaveLength(1);
    rmSync(join(test.folder, 'backups'));
    expect(kept.backUp().ok).toBe(true);
    expect(kept.warnings()).toEqual([]);
  });

  it('copies to the second place, also what was made while it was away, and misses it after a week', async () => {
    using place = createTestFolder();
    second = join(place.path, 'stick');
    const kept = care();
    write();
    await kept.care['backups.make']({});
    expect(kept.warnings()).toEqual([]);
    expect((await list(kept)).second).toEqual({ place: second, isThere: false });
    test.clock.advance({ days: 8 });
    write();
    await kept.care['backups.make']({});
    expect(kept.warnings()).toEqual([{ type: 'BackupFailed', reason: 'secondPlaceMissing' }]);
    second = place.path;
    kept.secondBackupFolderChanged();
    expect(kept.warnings()).toEqual([]);
    expect((await list(kept)).backups.filter((backup) => backup.place === 'second')).toHaveLength(1);
  });

  it('restores over the open journal: closes it first, and keeps what was there', async () => {
    const kept = care();
    write();
    const { id } = await must(kept.care['backups.make']({}), 'backups.make');
    const setHash = test.journal.source.countSetHash('main');
    write(2);
    const path = join(test.folder, 'backups', `${id}.db`);
    const good = readFileSync(path);
    const bad = Buffer.from(good);
    bad[10_000] = (bad[10_000] ?? 0) ^ 1;
    writeFileSync(path, bad);
    const chosen = { id, place: 'journal' } as const;
    expect(await kept.care['backups.restore'](chosen)).toEqual({
      ok: false,
      error: { type: 'BackupNotVerified' },
    });
    // Nothing is closed for a backup that is not whole.
    expect(open).toBeDefined();
    writeFileSync(path, good);
    const { setAside } = await must(kept.care['backups.restore'](chosen), 'backups.restore');
    expect(open).toBeUndefined();
    expect(readdirSync(join(test.folder, setAside))).toEqual(
      expect.arrayContaining(['journal.db', 'vault.json']),
    );
    await test.reopen();
    expect(test.journal.source.countSetHash('main')).toBe(setHash);
  });

  it('completes a restore that was cut short before anybody opens the journal', async () => {
    const kept = care();
    write();
    const { id } = await must(kept.care['backups.make']({}), 'backups.make');
    const setHash = test.journal.source.countSetHash('main');
    write();
    open?.close();
    open = undefined;
    // As a kill leaves it right after the plan was written.
    const work = join(test.folder, '.replacing');
    mkdirSync(work);
    copyFileSync(join(test.folder, 'backups', `${id}.db`), join(work, 'journal.db'));
    for (const name of ['vault.json', 'vault.json.bak']) {
      copyFileSync(join(test.folder, 'backups', `${id}.vault.json`), join(work, name));
    }
    writeFileSync(
      join(work, 'plan.json'),
      JSON.stringify({ format: 'footnote-replacing', setAside: 'set-aside/2025-05-14-1' }),
    );
    care();
    expect(readdirSync(test.folder)).not.toContain('.replacing');
    expect(readdirSync(join(test.folder, 'set-aside/2025-05-14-1'))).toContain('journal.db');
    await test.reopen();
    expect(test.journal.source.countSetHash('main')).toBe(setHash);
  });

  it('answers what reading everything found, and when that last was', async () => {
    const kept = care();
    write(3);
    expect(await kept.care['repair.lastVerified']({})).toEqual({ ok: true, value: { at: null } });
    expect(await kept.care['repair.verify']({})).toMatchObject({
      value: { isSound: true, problems: [], entries: 3, checkIns: 0, sessions: 0 },
    });
    expect(await kept.care['repair.lastVerified']({})).toEqual({ ok: true, value: { at: test.clock.now() } });
  });

  it('salvages while the journal is locked', async () => {
    const kept = care();
    write(3);
    await kept.care['backups.make']({});
    open?.close();
    open = undefined;
    writeFileSync(join(test.folder, 'journal.db'), 'nothing of it is left');
    expect(
      await kept.care['repair.salvage']({ passphrase: new Uint8Array(bytesOf(testPassphrase)) }),
    ).toMatchObject({
      ok: true,
      value: { entries: 3, fromBackup: 3, hadBackup: true },
    });
  });
});
