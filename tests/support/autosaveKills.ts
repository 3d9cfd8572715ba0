import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openJournal, type OpenedJournal } from '../../src/main/journal/journal';
import { createSeededRandom } from '../../src/main/sample/seededRandom';
import { entryIdSchema } from '../../src/shared/id';
import { buildChild, exitOf } from './childProcess';
import { bytesOf, createTestJournal, testPassphrase, type TestJournal } from './journalFixture';
import { must } from './must';
import { filesBelow, scanForText } from './scanForText';

export interface AutosaveReport {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly corrupt: number;
  /** Saved entries that a search by their last words did not find, and those found by words that are no longer theirs. */
  readonly unfound: number;
  /** Warnings about a journal nobody touched. */
  readonly warned: number;
  /** Kills that left a log behind. */
  readonly midway: number;
  /** Files with readable words. */
  readonly readable: number;
}

const marker = 'heron standing very still at dusk';
/** A new journal from time to time, so that the checks stay short. */
const killsInAJournal = 25;

/** Kills a process again and again while it saves, at random moments, and looks for every save that was acknowledged. */
export async function killAutosaves(kills: number, seed = 1): Promise<AutosaveReport> {
  await using program = await buildChild(
    fileURLToPath(new URL('../unit/journal/children/autosave.ts', import.meta.url)),
  );
  const { between } = createSeededRandom(seed);
  const report = {
    kills: 0,
    acknowledged: 0,
    lost: 0,
    corrupt: 0,
    unfound: 0,
    warned: 0,
    midway: 0,
    readable: 0,
  };
  while (report.kills < kills) {
    await using test = await createTestJournal();
    test.journal.close();
    const acknowledged = new Map<string, number>();
    for (let run = 0; run < killsInAJournal && report.kills < kills; run += 1) {
      const said = await killOnce(program.start(test.folder, marker), between(0, 120));
      for (const line of said.split('\n').slice(0, -1)) {
        const [id = '', revision] = line.split(' ');
        acknowledged.set(id, Number(revision));
        report.acknowledged += 1;
      }
      report.kills += 1;
      if (filesBelow(test.folder).some((name) => name.endsWith('-wal'))) report.midway += 1;
      report.readable += scanForText([test.folder], marker).length;
      await check(test, acknowledged, report);
    }
  }
  return report;
}

async function killOnce(
  child: ReturnType<Awaited<ReturnType<typeof buildChild>>['start']>,
  patience: number,
) {
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  if (child.stdout !== null) await once(child.stdout, 'data');
  await new Promise((done) => setTimeout(done, patience));
  child.kill('SIGKILL');
  await exitOf(child);
  return said;
}

async function check(
  test: TestJournal,
  acknowledged: ReadonlyMap<string, number>,
  report: { lost: number; corrupt: number; unfound: number; warned: number },
): Promise<void> {
  const computer = `${test.folder}.computer`;
  const journal = must(
    await openJournal(test.folder, bytesOf(testPassphrase), {
      ...test.ports,
      clock: { now: () => Date.now(), zone: () => 'UTC' },
      memoryFile: `${computer}/state.json`,
      scratchFolder: `${computer}/scratch`,
    }),
  );
  for (const [id, revision] of acknowledged) {
    const entry = journal.entries.read({ id: entryIdSchema.parse(id) });
    // The save that was under way may be there as well: it was not lost, it was just not answered.
    const found = entry.ok ? entry.value.revision : 0;
    if (found !== revision && found !== revision + 1) report.lost += 1;
  }
  report.unfound += countUnfound(journal);
  if (!journal.verify().isSound) report.corrupt += 1;
  report.warned += journal.warnings().length;
  journal.close();
}

/** Every save says which one of its entry it is. */
function countUnfound(journal: OpenedJournal): number {
  const expected = new Map<number, number>();
  for (const { revision } of journal.everything.entries())
    expected.set(revision, (expected.get(revision) ?? 0) + 1);
  let unfound = 0;
  for (let revision = 1; revision <= 20; revision += 1) {
    const found = must(journal.entries.search({ words: `"step${revision}"`, limit: 1 }));
    unfound += Math.abs(found.total - (expected.get(revision) ?? 0));
  }
  return unfound;
}
