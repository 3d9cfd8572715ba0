import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTestJournal } from '../support/journalFixture';
import { createTestFolder } from '../support/testFolder';
import { killBackups, killRestores } from '../support/backupKills';
import { drillSalvage, fillWithEntries, wordsById, type SalvageOutcome } from '../support/salvageDrill';

describe('backups and restores', () => {
  it('survive 100 kills while backups are made', async () => {
    const report = await killBackups(100);
    console.log('backups killed', JSON.stringify(report));
    expect(report).toMatchObject({ kills: 100, broken: [], lost: [] });
    expect(report.midway).toBeGreaterThan(10);
  });

  it('survive 200 kills while a backup is restored', async () => {
    const report = await killRestores(200);
    console.log('restores killed', JSON.stringify(report));
    expect(report.wrong).toEqual([]);
    expect(report.old + report.restored).toBe(200);
    expect(report.old).toBeGreaterThan(5);
    expect(report.restored).toBeGreaterThan(5);
  });
});

const share = (part: number) => `${(part * 100).toFixed(2)} %`;

/** Of 2,000 entries without any backup: the least that must come back unmarked, as section 6.3 measured it. */
const leastIntact = [
  { bad: 1, rate: 0.995 },
  { bad: 5, rate: 0.98 },
  { bad: 20, rate: 0.95 },
  { bad: 100, rate: 0.8 },
] as const;

describe('salvage of 2,000 entries', () => {
  it.each(['one bit', 'whole page'] as const)('with %s broken on 1, 5, 20 and 100 pages', async (damage) => {
    await using test = await createTestJournal();
    using place = createTestFolder();
    fillWithEntries(test, 2_000);
    const words = wordsById(test.journal);
    test.journal.close();
    for (const { bad, rate } of leastIntact) {
      const runs: SalvageOutcome[] = [];
      for (let seed = 1; seed <= 5; seed += 1) {
        runs.push(
          await drillSalvage(test, words, join(place.path, `${bad}-${seed}.journal`), { bad, damage, seed }),
        );
      }
      const sum = (count: (run: (typeof runs)[number]) => number) =>
        runs.reduce((total, run) => total + count(run), 0) / runs.length / words.size;
      const intact = sum((run) => run.intact);
      console.log(
        `${damage}, ${bad} of ${runs[0]?.pages} pages: ${share(intact)} proven, ` +
          `${share(sum((run) => run.markedIntact))} marked and right, ${share(sum((run) => run.markedAltered))} marked and altered, ` +
          `${share(sum((run) => run.lost))} lost, ${Math.max(...runs.map((run) => run.milliseconds))} ms at most`,
      );
      expect(runs.every((run) => run.isSound && run.silentlyAltered === 0)).toBe(true);
      expect(intact).toBeGreaterThan(rate);
    }
  });
});
