import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkBackup } from '../../src/main/backup/checkBackup';
import { makeBackup } from '../../src/main/backup/makeBackup';
import { restoreBackup } from '../../src/main/backup/restoreBackup';
import { salvageJournal } from '../../src/main/backup/salvage/salvageJournal';
import { fillSampleJournal } from '../../src/main/sample/sampleJournal';
import { instantToMoment } from '../../src/shared/time';
import { bytesOf, createTestJournal, testPassphrase, type TestJournal } from '../support/journalFixture';
import { fillWithEntries } from '../support/salvageDrill';

/** Three years of an imagined life. */
function fillSample({ journal, clock }: TestJournal): void {
  const until = clock.now();
  fillSampleJournal(journal, {
    years: 3,
    seed: 1,
    today: instantToMoment(until, 'UTC').day,
    zone: 'UTC',
    until,
  });
}

function timed<Value>(work: () => Value): { readonly value: Value; readonly milliseconds: number } {
  const began = performance.now();
  const value = work();
  return { value, milliseconds: Math.round(performance.now() - began) };
}

describe('how long it takes', () => {
  it.each([
    ['the three-year sample', fillSample],
    ['20,000 entries', (test: TestJournal) => fillWithEntries(test, 20_000)],
  ])('to back up, check, restore and salvage %s', async (name, fill) => {
    await using test = await createTestJournal();
    fill(test);
    const setHash = test.journal.source.countSetHash('main');
    const places = { journalFolder: test.folder, second: null };
    const made = timed(() => makeBackup(test.journal, { clock: test.clock }));
    if (!made.value.ok) throw new Error(made.value.error.type);
    const chosen = { id: made.value.value.id, place: 'journal' } as const;
    const checked = timed(() => checkBackup(places, chosen, test.journal.source, test.clock));
    const sha = timed(() => checkBackup(places, chosen, null, test.clock));
    const verified = timed(() => test.journal.verify());
    test.journal.close();
    const size = statSync(join(test.folder, 'journal.db')).size;
    const restored = timed(() => restoreBackup(places, chosen, test.clock));
    expect((await test.reopen()).source.countSetHash('main')).toBe(setHash);
    test.journal.close();
    const began = performance.now();
    const salvaged = await salvageJournal(test.folder, bytesOf(testPassphrase), {
      ...test.ports,
      second: null,
    });
    const salvageTook = Math.round(performance.now() - began);
    console.log(
      `${name}: journal ${(size / 1e6).toFixed(1)} MB, backup ${(made.value.value.bytes / 1e6).toFixed(1)} MB; ` +
        `make and verify ${made.milliseconds} ms, check ${checked.milliseconds} ms, by hash ${sha.milliseconds} ms, ` +
        `verify the journal ${verified.milliseconds} ms, restore ${restored.milliseconds} ms, salvage ${salvageTook} ms`,
    );
    expect([checked.value.ok, restored.value.ok, salvaged.ok]).toEqual([true, true, true]);
    expect((await test.reopen()).verify().isSound).toBe(true);
  });
});
