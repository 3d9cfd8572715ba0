import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createJournal, type Journal } from '../../src/main/journal/journal';
import { assert } from '../../src/shared/assert';
import { createDiary } from '../../src/shared/insights/diary';
import { computeCards, cutDiary } from '../../src/shared/insights/insightCards';
import { readDays } from '../../src/shared/insights/readDays';
import { addDays } from '../../src/shared/time';
import { benchInsightsApp } from './insightsApp';
import { fillLongJournal, movingRecipe } from './longJournal';
import type { LongBench } from './longYears';
import { timed, toFigure } from './measure';

type Add = (name: string, figure: object) => void;

const runs = 10;
const everything = { from: null, to: null } as const;

/** What Insights asks of 9,862 days, 10,000 sessions and 20,000 check-ins: of the core, of its worker's code, and of the app. */
export async function benchInsights(add: Add, { folder, ports, passphrase }: LongBench): Promise<object> {
  const journalFolder = join(folder, 'Insights.journal');
  const created = await createJournal(journalFolder, passphrase(), ports);
  assert(created.ok, 'a journal is made');
  const journal = created.value;
  fillLongJournal(journal, movingRecipe);
  await benchComparing(add, journal);
  const counts = journal.everything.counts();
  journal.close();
  const executablePath = process.env.FOOTNOTE_ELECTRON;
  if (executablePath) {
    const app = { executablePath, appFolder: process.cwd(), place: folder, journalFolder };
    await benchInsightsApp(add, { ...app, passphrase: new TextDecoder().decode(passphrase()) });
  }
  return { recipe: movingRecipe, ...counts };
}

async function benchComparing(add: Add, journal: Journal): Promise<void> {
  const several = async (name: string, work: () => unknown): Promise<void> => {
    work();
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) times.push(await timed(work));
    add(name, { measured: toFigure(times) });
  };
  await several('insights: the version of what is compared', () => journal.insights.version());
  await several('insights: read every record', () => journal.insights.records());
  const answered = journal.insights.records();
  assert(answered.ok, 'records have no failures');
  const records = answered.value;
  const kinds = journal.kinds.list();
  const feelings = journal.feelings.list();
  assert(kinds.ok && feelings.ok, 'lists have no failures');
  const order = {
    kinds: kinds.value.choices.map(({ kind }) => kind),
    feelings: feelings.value.feelings.map(({ feeling }) => feeling),
  };
  const year = { from: addDays(movingRecipe.lastDay, -364), to: movingRecipe.lastDay };
  await several('insights: the days of all years', () => readDays(records, everything, 'valence'));
  await several('insights: every card over all years, from the records', () =>
    computeCards(createDiary(records, 'valence'), order),
  );
  const diary = createDiary(records, 'valence');
  await several('insights: every card over one year', () => computeCards(cutDiary(diary, year), order));

  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  assert(typeof collect === 'function', 'memory can be tidied');
  const used = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = used();
  const { days } = createDiary({ ...records, sessions: [], answers: [] }, 'valence');
  const after = used();
  add('insights: memory of all day values', {
    days: days.length,
    megabytes: Math.round((after - before) / 1e4) / 100,
  });
}
