import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { makeBackup } from '../../../src/main/backup/makeBackup';
import { finishReplacing } from '../../../src/main/backup/replaceJournal';
import { restoreBackup } from '../../../src/main/backup/restoreBackup';
import { openJournal } from '../../../src/main/journal/journal';
import { createEntryId } from '../../../src/shared/id';
import { documentOf } from '../../support/documents';
import { bytesOf, createTestJournal, testPassphrase } from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';

/** A process that is dead does nothing any more, not even clear up: from one call on, every call that changes the disk throws. */
const death = vi.hoisted(() => ({ after: Number.POSITIVE_INFINITY, calls: 0 }));

vi.mock('node:fs', async (importOriginal) => {
  const real: Record<string, unknown> = { ...(await importOriginal<Record<string, unknown>>()) };
  const changing = [
    'renameSync',
    'rmSync',
    'mkdirSync',
    'writeSync',
    'fsyncSync',
    'linkSync',
    'copyFileSync',
  ];
  const mortal = Object.fromEntries(
    changing.map((name) => [
      name,
      (...given: unknown[]): unknown => {
        death.calls += 1;
        if (death.calls > death.after) throw new Error('killed');
        const call = real[name];
        return typeof call === 'function' ? Reflect.apply(call, undefined, given) : undefined;
      },
    ]),
  );
  return { ...real, ...mortal, default: { ...real, ...mortal } };
});

function dieAfter<Value>(calls: number, work: () => Value): Value | 'killed' {
  death.calls = 0;
  death.after = calls;
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && error.message === 'killed') return 'killed';
    throw error;
  } finally {
    death.after = Number.POSITIVE_INFINITY;
  }
}

it('a restore may end after any of its steps, and so may its completion: the old journal opens or the restored one', async () => {
  await using test = await createTestJournal();
  const write = () =>
    test.journal.entries.save({
      id: createEntryId(test.clock.now(), test.ports.randomBytes),
      baseRevision: 0,
      document: documentOf('A line'),
    });
  write();
  const backup = makeBackup(test.journal, { clock: test.clock });
  if (!backup.ok) throw new Error(backup.error.type);
  const restoredHash = test.journal.source.countSetHash('main');
  write();
  const oldHash = test.journal.source.countSetHash('main');
  test.journal.close();

  const hashOf = async (folder: string) => {
    const opened = await openJournal(folder, bytesOf(testPassphrase), test.ports);
    if (!opened.ok) return opened.error.type;
    const hash = opened.value.source.countSetHash('main');
    opened.value.close();
    return hash;
  };
  using place = createTestFolder();
  const folder = join(place.path, 'Killed.journal');
  const seen = { old: 0, restored: 0 };
  let isDone = false;
  for (let step = 0; !isDone; step += 1) {
    cpSync(test.folder, folder, { recursive: true });
    const outcome = dieAfter(step, () =>
      restoreBackup(
        { journalFolder: folder, second: null },
        { id: backup.value.id, place: 'journal' },
        test.clock,
      ),
    );
    isDone = outcome !== 'killed';
    // The completion dies as well, once, a few steps in.
    dieAfter(step % 9, () => finishReplacing(folder));
    finishReplacing(folder);
    const hash = await hashOf(folder);
    expect([oldHash, restoredHash], `killed after step ${step}`).toContain(hash);
    seen[hash === oldHash ? 'old' : 'restored'] += 1;
    if (hash === restoredHash) {
      const [aside = ''] = readdirSync(join(folder, 'set-aside'));
      expect(await hashOf(join(folder, 'set-aside', aside)), `set aside, step ${step}`).toBe(oldHash);
    }
    expect(readdirSync(folder)).not.toContain('.replacing');
    rmSync(folder, { recursive: true });
  }
  expect(seen.old).toBeGreaterThan(10);
  expect(seen.restored).toBeGreaterThan(10);
}, 120_000);
