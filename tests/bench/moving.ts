import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createJournal, openJournal, type Journal } from '../../src/main/journal/journal';
import { createSeededRandom } from '../../src/main/sample/seededRandom';
import { assert } from '../../src/shared/assert';
import { noSessionFilters, type SessionFilters } from '../../src/shared/domain/movementHistory';
import type { ChannelName } from '../../src/shared/ipc/channels';
import { addDays, type CivilDay } from '../../src/shared/time';
import { callTimes } from './app';
import { openInApp } from './longApp';
import { fillLongJournal, movingRecipe } from './longJournal';
import type { LongBench } from './longYears';
import { compare, timed, toFigure } from './measure';
import { openPlainJournal } from './plainJournal';

type Add = (name: string, figure: object) => void;

const runs = 200;

/** A question to the core, and the same over the bridge. */
interface Question {
  readonly name: string;
  readonly channel: ChannelName;
  readonly input: (run: number) => object;
  readonly ask: (journal: Journal, run: number) => unknown;
}

/** What the list, a month and a day of movement ask of 10,000 sessions and 20,000 check-ins. */
export async function benchMoving(add: Add, { folder, ports, passphrase }: LongBench): Promise<object> {
  const journalFolder = join(folder, 'Moving.journal');
  const plainFolder = join(folder, 'moving-plain');
  mkdirSync(plainFolder);
  const created = await createJournal(journalFolder, passphrase(), ports);
  assert(created.ok, 'a journal is made');
  const plain = openPlainJournal(plainFolder, ports);
  for (const side of [created.value, plain]) {
    const filled = await timed(() => fillLongJournal(side, movingRecipe));
    add(`moving: fill, ${side === plain ? 'floor' : 'measured'}`, { measured: toFigure([filled]) });
  }
  created.value.close();
  const opened = await openJournal(journalFolder, passphrase(), ports);
  assert(opened.ok, 'the journal opens');
  const journal = opened.value;
  const counts = journal.everything.counts();
  const list = questions();
  for (const { name, ask } of list) {
    for (const side of [journal, plain]) ask(side, 0);
    add(
      `moving: ${name}`,
      await compare(
        runs,
        (run) => ask(journal, run),
        (run) => ask(plain, run),
      ),
    );
  }
  journal.close();
  plain.close();
  const executablePath = process.env.FOOTNOTE_ELECTRON;
  if (executablePath) {
    const app = { executablePath, appFolder: process.cwd(), place: folder, journalFolder };
    await benchAtTheBridge(add, { ...app, passphrase: new TextDecoder().decode(passphrase()) }, list);
  }
  return { recipe: movingRecipe, ...counts };
}

async function benchAtTheBridge(
  add: Add,
  app: Parameters<typeof openInApp>[0],
  list: readonly Question[],
): Promise<void> {
  const { electron, page } = await openInApp(app, 'moving-profile');
  for (const { name, channel, input } of list) {
    const inputs = Array.from({ length: runs }, (_, run) => input(run));
    add(`app, moving: ${name}, at the bridge`, {
      measured: toFigure(await callTimes(page, channel, inputs)),
    });
  }
  await electron.close();
}

/** The limit changes, so that nothing answers from a memory of the last time. */
const window = (of: SessionFilters, run: number, skip: number) => ({
  filters: of,
  skip,
  limit: 50 - (run % 2),
});

const felt = (from: CivilDay | null, to: CivilDay) => ({ from, to, olderThan: null, limit: 50 });

function questions(): readonly Question[] {
  const random = createSeededRandom(5);
  const days = Array.from({ length: runs }, () =>
    addDays(movingRecipe.lastDay, -random.between(0, movingRecipe.days - 1)),
  );
  const skips = Array.from({ length: runs }, () => random.between(0, movingRecipe.sessions - 50));
  const dayAt = (run: number): CivilDay => days[run % runs] ?? movingRecipe.lastDay;
  const skipAt = (run: number): number => skips[run % runs] ?? 0;
  const filters = noSessionFilters;
  const month = (run: number) => {
    const first = addDays(dayAt(run), 1 - Number(dayAt(run).slice(8)));
    return { filters, first, last: addDays(first, 30) };
  };
  const narrowed: Readonly<Record<string, Partial<SessionFilters>>> = {
    'of two kinds': { kinds: ['run', 'walk'] },
    'with a word of the note': { words: 'the' },
    'of an effort': { effort: { from: 3, to: 6 } },
    'that ended higher': { felt: 'higher' },
    'of everything at once': {
      kinds: ['run', 'walk', 'dance', 'swim'],
      effort: { from: 1, to: 9 },
      felt: 'both',
    },
  };
  return [
    {
      name: 'the days of the list',
      channel: 'history.outline',
      input: () => ({ filters }),
      ask: (journal) => journal.history.outline({ filters }),
    },
    {
      name: 'a page of the list, anywhere in it',
      channel: 'history.window',
      input: (run) => window(filters, run, skipAt(run)),
      ask: (journal, run) => journal.history.window(window(filters, run, skipAt(run))),
    },
    {
      name: 'a month',
      channel: 'history.between',
      input: month,
      ask: (journal, run) => journal.history.between(month(run)),
    },
    {
      name: 'a day',
      channel: 'history.between',
      input: (run) => ({ filters, first: dayAt(run), last: dayAt(run) }),
      ask: (journal, run) => journal.history.between({ filters, first: dayAt(run), last: dayAt(run) }),
    },
    {
      name: 'what was felt on a day',
      channel: 'checkIns.list',
      input: (run) => felt(dayAt(run), dayAt(run)),
      ask: (journal, run) => journal.checkIns.list(felt(dayAt(run), dayAt(run))),
    },
    {
      name: 'a page of check-ins, anywhere among them',
      channel: 'checkIns.list',
      input: (run) => felt(null, dayAt(run)),
      ask: (journal, run) => journal.checkIns.list(felt(null, dayAt(run))),
    },
    {
      name: 'all of it added up',
      channel: 'history.sums',
      input: () => ({ filters }),
      ask: (journal) => journal.history.sums({ filters }),
    },
    ...Object.entries(narrowed).flatMap(([kind, some]): readonly Question[] => {
      const of = { ...noSessionFilters, ...some };
      return [
        {
          name: `the days ${kind}`,
          channel: 'history.outline',
          input: () => ({ filters: of }),
          ask: (journal) => journal.history.outline({ filters: of }),
        },
        {
          name: `a page ${kind}`,
          channel: 'history.window',
          input: (run) => window(of, run, 0),
          ask: (journal, run) => journal.history.window(window(of, run, 0)),
        },
      ];
    }),
  ];
}
