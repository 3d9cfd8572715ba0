import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createJournal, openJournal, type Journal, type JournalPorts } from '../../src/main/journal/journal';
import { createSeededRandom } from '../../src/main/sample/seededRandom';
import { assert } from '../../src/shared/assert';
import { documentToOwnText } from '../../src/shared/document/plainText';
import { noFilters, type SearchFilters } from '../../src/shared/domain/search';
import { createEntryId } from '../../src/shared/id';
import { benchLongApp } from './longApp';
import { fillLongJournal, longRecipe, longRecipeName } from './longJournal';
import { createLongPage } from './longPage';
import { compare, timed, toFigure } from './measure';
import { openPlainJournal } from './plainJournal';
import { findSearchWords, nth, type LongWords } from './searchWords';

type Add = (name: string, figure: object) => void;

export interface LongBench {
  readonly folder: string;
  readonly ports: JournalPorts;
  readonly passphrase: () => Uint8Array;
}

const runs = 200;

/** Everything that must be as quick after twenty-seven years as on the first day; the floor is the same without encryption. */
export async function benchLongYears(add: Add, { folder, ports, passphrase }: LongBench): Promise<object> {
  const journalFolder = join(folder, `Long-${longRecipeName()}.journal`);
  const plainFolder = join(folder, `long-plain-${longRecipeName()}`);
  mkdirSync(plainFolder);
  const created = await createJournal(journalFolder, passphrase(), ports);
  assert(created.ok, 'a journal is made');
  const plain = openPlainJournal(plainFolder, ports);
  for (const side of [created.value, plain]) {
    const filled = await timed(() => fillLongJournal(side));
    add(`27 years: fill, ${side === plain ? 'floor' : 'measured'}`, { measured: toFigure([filled]) });
    while (side.rest() === 'more');
  }
  created.value.close();
  const opened = await openJournal(journalFolder, passphrase(), ports);
  assert(opened.ok, 'the journal opens');
  const journal = opened.value;
  const counts = journal.everything.counts();
  const words = longWords(journal);
  await benchFinding(add, journal, plain, words);
  await benchOpeningEntries(add, journal, plain);
  await benchLongAutosave(add, journal, plain, ports);
  journal.close();
  plain.close();
  const executablePath = process.env.FOOTNOTE_ELECTRON;
  if (executablePath) {
    const app = { executablePath, appFolder: process.cwd(), place: folder, journalFolder };
    await benchLongApp(add, { ...app, passphrase: new TextDecoder().decode(passphrase()) }, words);
  }
  return { recipe: longRecipe, ...counts };
}

function longWords(journal: Journal): LongWords {
  const { rare, common } = findSearchWords(journal);
  const phrases: string[] = [];
  for (const { document } of journal.everything.entries()) {
    const found = documentToOwnText(document).match(/\b[a-z]{4,} [a-z]{4,}\b/u)?.[0];
    if (found !== undefined) phrases.push(`"${found}"`);
    if (phrases.length === 100) break;
  }
  return {
    'rare word': rare.slice(0, 200),
    phrase: [...phrases, '"in the"', '"and it was"'],
    'prefix of two letters': ['st', 'ca', 'pr', 're', 'in', 'th', 'ab', 'mo', 'wa', 'co', 'un', 'xy'],
    'very common word': common,
    'Chinese, Japanese and Korean': ['公园', '天气', '公園', 'ゆっくり', '공원', '친구', '走'],
  };
}

async function benchFinding(add: Add, journal: Journal, plain: Journal, words: LongWords): Promise<void> {
  for (const [kind, list] of Object.entries(words)) {
    const search = (side: Journal, run: number) => side.entries.search({ words: nth(list, run), limit: 50 });
    for (const side of [journal, plain]) list.forEach((_, run) => search(side, run));
    add(
      `27 years: search, ${kind}`,
      await compare(
        runs,
        (run) => search(journal, run),
        (run) => search(plain, run),
      ),
    );
  }
  const filters: Readonly<Record<string, Partial<SearchFilters>>> = {
    mood: { mood: { from: 1, to: 3 } },
    feelings: { feelings: ['joy', 'calm'] },
    movement: { kinds: ['run', 'walk'] },
    tags: { tags: ['running'] },
    starred: { marks: ['starred'] },
  };
  for (const [kind, set] of Object.entries(filters)) {
    const search = (side: Journal) =>
      side.entries.search({ words: '', filters: { ...noFilters, ...set }, limit: 50 });
    add(
      `27 years: filter, ${kind}`,
      await compare(
        50,
        () => search(journal),
        () => search(plain),
      ),
    );
  }
  add(
    '27 years: days of the calendar',
    await compare(
      50,
      () => journal.timeline.days(),
      () => plain.timeline.days(),
    ),
  );
}

async function benchOpeningEntries(add: Add, journal: Journal, plain: Journal): Promise<void> {
  const random = createSeededRandom(3);
  const ids = Array.from({ length: runs }, () => {
    const found = journal.timeline.window({ skip: random.between(0, longRecipe.entries - 1), limit: 1 });
    assert(found.ok && found.value.entries[0] !== undefined, 'an entry');
    return found.value.entries[0].id;
  });
  const read = (side: Journal, run: number) => {
    const id = ids[run];
    return id && side.entries.read({ id });
  };
  add(
    '27 years: open any entry',
    await compare(
      runs,
      (run) => read(journal, run),
      (run) => read(plain, run),
    ),
  );
}

async function benchLongAutosave(
  add: Add,
  journal: Journal,
  plain: Journal,
  ports: JournalPorts,
): Promise<void> {
  const pageAt = createLongPage();
  const id = createEntryId(Date.now(), ports.randomBytes);
  const save = (side: Journal, run: number): void => {
    const saved = side.entries.save({ id, document: pageAt(run), baseRevision: run });
    assert(saved.ok, 'every save counts');
  };
  add(
    '27 years: autosave of 3,000 words',
    await compare(
      runs,
      (run) => save(journal, run),
      (run) => save(plain, run),
    ),
  );
}
