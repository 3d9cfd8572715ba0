import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assembleJournal } from '../../src/main/journal/assembleJournal';
import { createJournal, type Journal, type JournalPorts } from '../../src/main/journal/journal';
import { openStored } from '../../src/main/journal/opening/openStored';
import { fillSampleJournal } from '../../src/main/sample/sampleJournal';
import { exportJournal } from '../../src/main/transfer/exportJournal';
import { defaultKdfCost, passphraseToKey } from '../../src/main/vault/keyDerivation';
import { readKeyFileTexts } from '../../src/main/vault/keyFileStore';
import { unlockVault } from '../../src/main/vault/vault';
import { assert } from '../../src/shared/assert';
import { createDocument, createParagraph, createText } from '../../src/shared/document/createDocument';
import { everyDay, exportFormats } from '../../src/shared/domain/transfer';
import { createEntryId, type EntryId } from '../../src/shared/id';
import { promptLibrary } from '../../src/shared/prompts/promptLibrary';
import { civilDaySchema } from '../../src/shared/time';
import { benchApp } from './app';
import { benchInsights } from './insights';
import { benchLongYears } from './longYears';
import { describeMachine } from './machine';
import { compare, timed, toFigure, type Figure } from './measure';
import { benchPictures } from './pictures';
import { benchMoving } from './moving';
import { openPlainJournal } from './plainJournal';
import { findSearchWords, nth } from './searchWords';
import { benchTransfer } from './transfer';
import { runTransferTask, transferTaskSchema } from './transferChild';
import { benchTyping } from './typing';

/**
 * Times the core on a three-year sample journal, each figure beside its floor: the same work on the same core over a
 * database without encryption, in the same run. With Electron at hand, the app on the same journal as well. Then the
 * same questions to a journal of twenty-seven years, and what is asked of 10,000 sessions and 20,000 check-ins: `--only 27-years`
 * and `--only moving` ask these alone, `--only insights` what compares them, `--only typing` times keys in a long entry, `--only transfer` (not part of everything) ways out and in. Prints one JSON document; the times are milliseconds.
 */
const years = 3;
const passphrase = () => new TextEncoder().encode('geese over the long field');
const ports: JournalPorts = {
  clock: { now: () => Date.now(), zone: () => 'Europe/Paris' },
  randomBytes: (length) => randomBytes(length),
};
const recipe = { seed: 1, today: civilDaySchema.parse('2026-03-10'), zone: 'Europe/Paris' } as const;

const task = process.argv.indexOf('--transfer-task');
if (task !== -1) {
  const asked = transferTaskSchema.parse(JSON.parse(process.argv[task + 1] ?? ''));
  process.stdout.write(JSON.stringify(await runTransferTask(asked, ports, passphrase)));
  process.exit(0);
}

const place = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
try {
  const only = process.argv.indexOf('--only');
  const part = only === -1 ? 'everything' : process.argv[only + 1];
  const parts = {
    '27-years': runLongBench,
    moving: runMovingBench,
    insights: runInsightsBench,
    typing: runTypingBench,
    transfer: runTransferBench,
    everything: runBench,
  };
  const run = Object.entries(parts).find(([name]) => name === part)?.[1];
  assert(run, 'a part there is');
  process.stdout.write(`${JSON.stringify(await run(place), null, 2)}\n`);
} finally {
  rmSync(place, { recursive: true, force: true });
}

async function createIn(name: string): Promise<Journal> {
  const created = await createJournal(join(place, name), passphrase(), ports);
  assert(created.ok, 'a journal is made');
  return created.value;
}

/** One part by itself. It takes minutes; whoever waits sees how far it is. */
async function runPart(work: (add: Add) => Promise<object>): Promise<unknown> {
  const machine = describeMachine();
  const figures: Record<string, unknown> = {};
  const about = await work((name, figure) => {
    figures[name] = { machine: machine.name, ...figure };
    process.stderr.write(`${name} ${JSON.stringify(figure)}\n`);
  });
  return { machine, ...about, unit: 'ms', figures };
}

/** `--only 27-years` */
async function runLongBench(folder: string): Promise<unknown> {
  return runPart(async (add) => ({ longJournal: await benchLongYears(add, { folder, ports, passphrase }) }));
}

/** `--only moving` */
async function runMovingBench(folder: string): Promise<unknown> {
  return runPart(async (add) => ({ moving: await benchMoving(add, { folder, ports, passphrase }) }));
}

/** `--only insights` */
async function runInsightsBench(folder: string): Promise<unknown> {
  return runPart(async (add) => ({ insights: await benchInsights(add, { folder, ports, passphrase }) }));
}

/** `--only transfer` */
async function runTransferBench(folder: string): Promise<unknown> {
  return runPart(async (add) => ({ transfer: await benchTransfer(add, { folder, ports, passphrase }) }));
}

/** `--only typing` */
async function runTypingBench(folder: string): Promise<unknown> {
  return runPart(async (add) => {
    const executablePath = process.env.FOOTNOTE_ELECTRON;
    assert(executablePath, 'keys are timed in the real window');
    const journal = await createIn('Sample.journal');
    await fillSampleJournal(journal, { ...recipe, years: 1 });
    journal.close();
    const app = { executablePath, appFolder: process.cwd(), place: folder };
    await benchTyping(add, {
      ...app,
      journalFolder: join(folder, 'Sample.journal'),
      passphrase: new TextDecoder().decode(passphrase()),
    });
    return {};
  });
}

async function runBench(folder: string): Promise<unknown> {
  const machine = describeMachine();
  const figures: Record<string, unknown> = {};
  const add = (name: string, figure: object): void => {
    figures[name] = { machine: machine.name, ...figure };
  };

  const small = await createIn('Year.journal');
  const journal = await createIn('Sample.journal');
  const plainFolder = join(folder, 'plain');
  mkdirSync(plainFolder);
  const plain = openPlainJournal(plainFolder, ports);
  add('sample.fill, 1 year', {
    measured: toFigure([await timed(() => fillSampleJournal(small, { ...recipe, years: 1 }))]),
  });
  small.close();
  add(
    `sample.fill, ${years} years`,
    await compare(
      1,
      () => fillSampleJournal(journal, { ...recipe, years }),
      () => fillSampleJournal(plain, { ...recipe, years }),
    ),
  );
  journal.close();
  plain.close();

  const derivation = await benchOpening(add, plainFolder);
  const opened = await openTimed();
  const plainAgain = openPlainJournal(plainFolder, ports);
  const counts = opened.everything.counts();
  await benchReading(add, opened, plainAgain);
  await benchSearching(add, opened, plainAgain);
  await benchSaving(add, opened, plainAgain);
  await benchExporting(add, opened, plainAgain);
  await benchPictures(add, opened, plainAgain);
  opened.close();
  plainAgain.close();
  const executablePath = process.env.FOOTNOTE_ELECTRON;
  if (executablePath) {
    const journalFolder = join(folder, 'Sample.journal');
    const app = { executablePath, appFolder: process.cwd(), place: folder, journalFolder };
    const benched = { ...app, passphrase: new TextDecoder().decode(passphrase()) };
    await benchApp(add, benched, derivation);
    await benchTyping(add, benched);
  }
  const moving = await benchMoving(add, { folder, ports, passphrase });
  const insights = await benchInsights(add, { folder, ports, passphrase });
  const longJournal = await benchLongYears(add, { folder, ports, passphrase });
  return {
    machine,
    longJournal,
    moving,
    insights,
    journal: {
      years,
      ...counts,
      megabytes: megabytes(join(folder, 'Sample.journal', 'journal.db')),
      plainMegabytes: megabytes(join(plainFolder, 'plain.db')),
    },
    unit: 'ms',
    figures,
  };
}

function megabytes(path: string): number {
  return Math.round(statSync(path).size / 1e4) / 100;
}

type Add = (name: string, figure: object) => void;

/** What comes after the key: the database, its statements, the first page. */
async function openTimed(note: (milliseconds: number) => void = () => undefined): Promise<Journal> {
  const folder = join(place, 'Sample.journal');
  const vault = await unlockVault(readKeyFileTexts(folder), passphrase());
  assert(vault.ok, 'the passphrase opens it');
  const { file } = vault.value;
  const start = performance.now();
  const stored = openStored({ folder, file: file.db.file, journalId: file.journalId }, vault.value, {
    ...ports,
    memoryFile: join(place, 'state.json'),
  });
  assert(stored.ok, 'the database opens');
  const journal = assembleJournal(stored.value, { folder, name: 'Sample' }, ports, promptLibrary);
  journal.today.read();
  note(performance.now() - start);
  return journal;
}

async function benchOpening(add: Add, plainFolder: string): Promise<Figure> {
  const derivations: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const salt = randomBytes(16);
    derivations.push(await timed(() => passphraseToKey(passphrase(), salt, defaultKdfCost)));
  }
  const derivation = toFigure(derivations);
  add('key derivation', { cost: defaultKdfCost, measured: derivation });

  const openings: number[] = [];
  const floors: number[] = [];
  for (let run = 0; run < 10; run += 1) {
    const journal = await openTimed((milliseconds) => openings.push(milliseconds));
    journal.close();
    let plain: Journal | undefined;
    floors.push(
      await timed(() => {
        plain = openPlainJournal(plainFolder, ports);
        plain.today.read();
      }),
    );
    plain?.close();
  }
  const [measured, floor] = [toFigure(openings), toFigure(floors)];
  add('open and today.read, after key derivation', {
    measured,
    floor,
    ratio: Math.round((measured.median / floor.median) * 1000) / 1000,
  });
  return derivation;
}

async function benchReading(add: Add, journal: Journal, plain: Journal): Promise<void> {
  const sides = [journal, plain] as const;
  const both = async (
    name: string,
    runs: number,
    work: (side: Journal, run: number) => unknown,
  ): Promise<void> => {
    for (const side of sides) work(side, 0);
    add(
      name,
      await compare(
        runs,
        (run) => work(journal, run),
        (run) => work(plain, run),
      ),
    );
  };
  const list = journal.entries.list({ where: 'journal', after: null, limit: 200 });
  assert(list.ok, 'the list is read');
  const ids = list.value.entries.map(({ id }) => id);
  await both('today.read', 200, (side) => side.today.read());
  await both('entries.list, newest 50', 200, (side) =>
    side.entries.list({ where: 'journal', after: null, limit: 50 }),
  );
  await both('entries.read', 400, (side, run) =>
    side.entries.read({ id: ids[run % ids.length] ?? freshId() }),
  );
  await both('sessions.list, newest 50', 200, (side) => side.sessions.list({ olderThan: null, limit: 50 }));
  await both('insights.records', 20, (side) => side.insights.records());
  await both('everything, every entry read', 5, (side) => [...side.everything.entries()].length);
  await both('verify', 3, (side) => side.verify());
}

function freshId(): EntryId {
  return createEntryId(Date.now(), ports.randomBytes);
}

async function benchSearching(add: Add, journal: Journal, plain: Journal): Promise<void> {
  for (const [kind, words] of Object.entries(findSearchWords(journal))) {
    const search = (side: Journal, run: number) => side.entries.search({ words: nth(words, run), limit: 50 });
    add(`entries.search, ${kind}`, {
      ...(await compare(
        200,
        (run) => search(journal, run),
        (run) => search(plain, run),
      )),
      words: new Set(words).size,
    });
  }
}

/** Somebody typing: every save is a sentence longer than the last. */
async function benchSaving(add: Add, journal: Journal, plain: Journal): Promise<void> {
  const sentence = 'Walked to the orchard path and back, and counted the geese on the way. ';
  const documentAt = (run: number) =>
    createDocument(
      Array.from({ length: 1 + Math.floor(run / 10) }, (_, index) =>
        createParagraph([createText(sentence.repeat(Math.min(10, run - index * 10 + 1)))]),
      ),
    );
  const create = (side: Journal, run: number) =>
    side.entries.save({ id: freshId(), document: documentAt(run % 40), baseRevision: 0 });
  add(
    'entries.save, new',
    await compare(
      200,
      (run) => create(journal, run),
      (run) => create(plain, run),
    ),
  );

  const ids = new Map([journal, plain].map((side) => [side, freshId()]));
  const grow = (side: Journal, run: number): void => {
    const saved = side.entries.save({
      id: ids.get(side) ?? freshId(),
      document: documentAt(run),
      baseRevision: run,
    });
    assert(saved.ok && saved.value.revision === run + 1, 'every save counts');
  };
  add(
    'entries.save, autosave',
    await compare(
      300,
      (run) => grow(journal, run),
      (run) => grow(plain, run),
    ),
  );
}

async function benchExporting(add: Add, journal: Journal, plain: Journal): Promise<void> {
  for (const format of exportFormats) {
    const write = async (side: Journal, run: number): Promise<void> => {
      const target = join(place, `${side.name}-${format}-${run}`);
      const written = await exportJournal(side, { format, days: everyDay, target });
      assert(written.ok, 'the export is written');
    };
    add(
      `export.run, ${format}`,
      await compare(
        3,
        (run) => write(journal, run),
        (run) => write(plain, run),
      ),
    );
  }
}
