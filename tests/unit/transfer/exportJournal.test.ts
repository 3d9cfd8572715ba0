import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { fillSampleJournal } from '../../../src/main/sample/sampleJournal';
import { guardFormula, unguardFormula } from '../../../src/shared/domain/guardFormula';
import { fileToBytes } from '../../../src/main/transfer/archive/openArchive';
import { openSealed } from '../../../src/main/transfer/archive/sealedArchive';
import { momentToIso } from '../../../src/main/transfer/export/instants';
import { exportedJournalSchema } from '../../../src/main/transfer/export/json';
import { systemDisk, type ExportDisk } from '../../../src/main/transfer/exportDisk';
import { exportJournal } from '../../../src/main/transfer/exportJournal';
import { createPace } from '../../../src/main/transfer/pace';
import { markdownToDocument } from '../../../src/shared/document/markdown';
import { documentToPlainText } from '../../../src/shared/document/plainText';
import type { Entry } from '../../../src/shared/domain/entry';
import { everyDay, exportFormats, type ExportFormat } from '../../../src/shared/domain/transfer';
import {
  createCheckInId,
  createEntryId,
  createKeepsakeId,
  createSessionId,
  entryIdSchema,
  promptIdSchema,
} from '../../../src/shared/id';
import { stepIdSchema } from '../../../src/shared/id';
import { civilDaySchema, instantToMoment, momentToClockTime } from '../../../src/shared/time';
import type { Journal } from '../../../src/main/journal/journal';
import { documentOf, promptBlock } from '../../support/documents';
import { createTestJournal, testKdf, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';
import { createTestFolder } from '../../support/testFolder';
import { plainSession } from '../../support/plainSession';

/** Texts that break careless exports. */
const troubles = [
  '---\ntitle: not front matter\n---',
  '=HYPERLINK("http://example.invalid","x")',
  '# not a heading, "quoted", comma; semicolon',
  'line one\nline two\r\nline three',
  'naïve 😀 日本語 \u202Eright to left\u202C',
  ': yes, {no} [maybe] & *stars*',
  '-1 +2 @three\ttab',
];

async function createTroubledJournal(): Promise<TestJournal> {
  const test = await createTestJournal();
  const { journal } = test;
  fillSampleJournal(journal, {
    years: 0.15,
    seed: 3,
    today: civilDaySchema.parse('2025-05-01'),
    zone: 'America/New_York',
  });
  const { bytes: random } = createSeededRandom(9);
  const at = Date.parse('2025-05-02T05:10:00Z');
  for (const [index, text] of troubles.entries()) {
    const moment = instantToMoment(at + index * 1000, 'Asia/Kathmandu');
    const id = createEntryId(moment.at, random);
    journal.entries.insert({
      id,
      moment,
      document: documentOf(promptBlock('play-song', 'Which song?'), text),
    });
    if (index === 0) journal.entries.moveToBin({ id });
    const sessionId = createSessionId(moment.at, random);
    journal.sessions.insert({
      id: sessionId,
      ...plainSession,
      kind: 'walk',
      ...moment,
      minutes: 10,
      effort: null,
      note: text,
      before: null,
      after: null,
    });
    const checkIn = {
      valence: -1,
      energy: null,
      feelings: [text.slice(0, 30)],
      note: text,
      givenOn: 'pad',
      role: 'moment',
      sessionId: null,
      isRemembered: false,
    } as const;
    journal.checkIns.insert({ id: createCheckInId(moment.at, random), ...moment, ...checkIn });
    const kept = { author: text, entryId: id, day: moment.day, createdAt: moment.at, updatedAt: moment.at };
    journal.keepsakes.insert({ id: createKeepsakeId(moment.at, random), text, ...kept, lastShownOn: null });
  }
  journal.prompts.setShown({ promptId: promptIdSchema.parse('play-song'), state: 'hidden' });
  journal.hardDay.save({ page: hardDay });
  journal.steps.choose({ stepId: stepIdSchema.parse('once-round-the-block') });
  return test;
}

const hardDay = {
  people: [{ name: 'Mara', number: '+49 30 *1234*' }],
  emergencyNumber: '112',
  steps: '- Tea\nThe long way round',
  places: '',
  words: 'It passed before.\nIt will again.',
};

/** Every test here reads it and none writes. */
let test: TestJournal;
beforeAll(async () => {
  test = await createTroubledJournal();
});
afterAll(() => test[Symbol.asyncDispose]());

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .toSorted();
}

const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const read = (path: string): string => readFileSync(path, 'utf8');
const bytesBelow = (path: string): string =>
  (statSync(path).isFile() ? [path] : filesBelow(path)).map(read).join('\0');
const rowsOf = (path: string): readonly Record<string, string>[] =>
  parseCsv(read(path), { columns: true, record_delimiter: '\n' });

const entriesOf = (journal: Journal) => [...journal.everything.entries()];

const pictureOf = ({ everything }: Journal) => ({
  entries: [...everything.entries()].map(({ id, at, day, document }) => ({ id, at, day, document })),
  checkIns: [...everything.checkIns()],
  sessions: [...everything.sessions()],
});

describe('an export as JSON', () => {
  it('holds every field of every record, the bin included', async () => {
    using place = createTestFolder();
    const target = join(place.path, 'all.json');
    const report = await exportJournal(test.journal, { format: 'json', days: everyDay, target });
    const parsed = exportedJournalSchema.parse(JSON.parse(read(target)));
    const { everything } = test.journal;
    expect(parsed.entries).toEqual(entriesOf(test.journal));
    expect(parsed.checkIns).toEqual([...everything.checkIns()]);
    expect(parsed.sessions).toEqual(
      [...everything.sessions()].map(({ before: _b, after: _a, ...rest }) => rest),
    );
    expect(parsed.ownPrompts).toEqual([...everything.ownPrompts()]);
    expect(parsed.ownPrompts).toHaveLength(1);
    expect(parsed.hiddenPrompts).toMatchObject([{ promptId: 'play-song' }]);
    expect(parsed.keepsakes).toEqual([...everything.keepsakes()]);
    expect(parsed.keepsakes.length).toBeGreaterThan(2);
    expect(parsed.rituals).toEqual([...everything.rituals()]);
    expect(parsed.rituals.filter(({ putAwayAt }) => putAwayAt !== null)).toHaveLength(1);
    expect(parsed.ritualReturns).toEqual([...everything.ritualReturns()]);
    expect(parsed.ritualReturns.length).toBeGreaterThan(20);
    expect(parsed.ownSteps).toEqual([...everything.ownSteps()]);
    expect(parsed.stepsTaken).toEqual([...everything.stepsTaken()]);
    expect(parsed.stepsTaken).toHaveLength(3);
    expect(parsed.chosenStep).toMatchObject({ stepId: 'once-round-the-block' });
    expect(parsed.hardDay).toEqual({ page: hardDay, updatedAt: test.clock.now() });
    expect(parsed.settings).toEqual(everything.settings());
    expect(parsed.entries.filter(({ binnedAt }) => binnedAt !== null)).toHaveLength(1);
    expect(report).toEqual({
      ok: true,
      value: {
        format: 'json',
        files: 1,
        entries: parsed.entries.length,
        checkIns: parsed.checkIns.length,
        sessions: parsed.sessions.length,
      },
    });
  });

  it('is enough to build the journal again', async () => {
    await using again = await createTestJournal({ seed: 2 });
    using place = createTestFolder();
    const target = join(place.path, 'all.json');
    await exportJournal(test.journal, { format: 'json', days: everyDay, target });
    const { entries, checkIns, sessions } = exportedJournalSchema.parse(JSON.parse(read(target)));
    const ratingOf = (id: string, role: string) =>
      checkIns.find((one) => one.sessionId === id && one.role === role) ?? null;
    again.journal.inTransaction(() => {
      for (const { id, at, zone, offsetMinutes, day, document } of entries) {
        again.journal.entries.insert({ id, moment: { at, zone, offsetMinutes, day }, document });
      }
      for (const session of sessions) {
        const { id } = session;
        again.journal.sessions.insert({
          ...session,
          before: ratingOf(id, 'before'),
          after: ratingOf(id, 'after'),
        });
      }
      for (const one of checkIns) if (one.role === 'moment') again.journal.checkIns.insert(one);
    });
    expect(pictureOf(again.journal)).toEqual(pictureOf(test.journal));
  });

  it('is written in small pieces, however long the journal', async () => {
    using place = createTestFolder();
    let longest = 0;
    const disk: ExportDisk = {
      ...systemDisk,
      createFile: (path) => {
        const file = systemDisk.createFile(path);
        return {
          ...file,
          write: (text) => {
            longest = Math.max(longest, text.length);
            file.write(text);
          },
        };
      },
    };
    const report = await exportJournal(
      test.journal,
      { format: 'json', days: everyDay, target: join(place.path, 'all.json') },
      { disk },
    );
    expect(report.ok).toBe(true);
    const longestEntry = Math.max(...entriesOf(test.journal).map((entry) => JSON.stringify(entry).length));
    expect(longest).toBeGreaterThan(longestEntry / 2);
    expect(longest).toBeLessThan(longestEntry + 1000);
  });

  it('takes the place of a file that is there, which the dialog asked about', async () => {
    using place = createTestFolder();
    const target = join(place.path, 'all.json');
    writeFileSync(target, 'older');
    expect((await exportJournal(test.journal, { format: 'json', days: everyDay, target })).ok).toBe(true);
    expect(read(target)).toContain('footnote-journal');
    expect(readdirSync(place.path)).toEqual(['all.json']);
  });
});

describe('an export as Markdown', () => {
  it('writes one file an entry, whose front matter and text say what the entry says', async () => {
    using place = createTestFolder();
    const target = join(place.path, 'out');
    const report = await exportJournal(test.journal, { format: 'markdown', days: everyDay, target });
    const files = filesBelow(target).filter((path) => /\/(entries|bin)\//.test(path));
    const entries = new Map<string, Entry>(entriesOf(test.journal).map((entry) => [entry.id, entry]));
    expect(files).toHaveLength(entries.size);
    expect(report).toMatchObject({
      ok: true,
      value: { entries: entries.size, files: filesBelow(target).length },
    });
    for (const path of files) {
      const [, matter = '', body = ''] = /^---\n(.*?\n)---\n\n(.*)$/s.exec(read(path)) ?? [];
      const facts = parseYaml(matter);
      const entry = entries.get(facts.footnote_id);
      expect(entry, path).toBeDefined();
      if (entry === undefined) continue;
      expect(facts).toMatchObject({ date: entry.day, time: momentToClockTime(entry), zone: entry.zone });
      expect(Date.parse(facts.written)).toBe(entry.at);
      expect(facts.written).toContain(momentToClockTime(entry));
      expect(facts.binned === undefined).toBe(entry.binnedAt === null);
      expect(path.includes('/bin/')).toBe(entry.binnedAt !== null);
      expect(words(documentToPlainText(markdownToDocument(body)))).toBe(
        words(documentToPlainText(entry.document)),
      );
    }
  });

  it('takes along what the person has in the library, as text', async () => {
    using place = createTestFolder();
    const target = join(place.path, 'all');
    await exportJournal(test.journal, { format: 'markdown', days: everyDay, target });
    const text = documentToPlainText(markdownToDocument(read(join(target, 'library.md'))));
    for (const { text: question } of test.journal.everything.ownPrompts()) expect(text).toContain(question);
    for (const { text: line } of test.journal.everything.keepsakes())
      expect(words(text)).toContain(words(line));
    expect(text).toContain('Which song moves you before you have decided to move?');
    expect(text).toContain('Mara: +49 30 *1234*');
    expect(text).toContain('Tea\nThe long way round');
    expect(text).toContain('It passed before.');
    expect(text).toContain('112');
  });

  it('leaves the file of the library out when there is nothing in it', async () => {
    await using empty = await createTestJournal();
    using place = createTestFolder();
    const target = join(place.path, 'all');
    await exportJournal(empty.journal, { format: 'markdown', days: everyDay, target });
    expect(readdirSync(target)).not.toContain('library.md');
  });

  it('has file names that hold the time and no word of the entry', async () => {
    using place = createTestFolder();
    const target = join(place.path, 'out');
    await exportJournal(test.journal, { format: 'markdown', days: everyDay, target });
    const names = filesBelow(target).map((path) => path.slice(target.length + 1));
    const known = ['README.md', 'library.md', 'check-ins.csv', 'movement.csv', 'spans.csv', 'days.csv'];
    const others = names.filter((one) => !known.includes(one));
    expect(others).toHaveLength(entriesOf(test.journal).length);
    for (const name of others) {
      expect(name).toMatch(/^(entries|bin)\/\d{4}\/\d{4}-\d{2}-\d{2}-\d{4}-[0-9a-f]{8}\.md$/);
    }
  });

  it('keeps both of two entries whose names would be the same', async () => {
    await using empty = await createTestJournal();
    using place = createTestFolder();
    const moment = instantToMoment(Date.parse('2025-05-02T05:10:00Z'), 'Europe/Paris');
    const ids = ['0196a000-0000-7000-8000-0000aaaabbbb', '0196a001-0000-7000-8000-0000aaaabbbb'].map((id) =>
      entryIdSchema.parse(id),
    );
    for (const id of ids) empty.journal.entries.insert({ id, moment, document: documentOf(`about ${id}`) });
    const target = join(place.path, 'out');
    await exportJournal(empty.journal, { format: 'markdown', days: everyDay, target });
    const texts = filesBelow(join(target, 'entries')).map(read).join('\n');
    for (const id of ids) expect(texts).toContain(`about ${id}`);
  });

  it('brings the tables along and says how to read it all', async () => {
    using place = createTestFolder();
    const target = join(place.path, 'out');
    const tables = join(place.path, 'tables');
    await exportJournal(test.journal, { format: 'markdown', days: everyDay, target });
    await exportJournal(test.journal, { format: 'csv', days: everyDay, target: tables });
    for (const name of ['check-ins.csv', 'movement.csv', 'spans.csv', 'days.csv']) {
      expect(read(join(target, name))).toBe(read(join(tables, name)));
    }
    const { entries, sessions } = test.journal.everything.counts();
    expect(read(join(target, 'README.md'))).toContain(`${entries} entries`);
    expect(read(join(target, 'README.md'))).toContain(`${sessions} movement sessions`);
  });
});

const count = (length: number): string => (length === 0 ? '' : String(length));

describe('an export as CSV', () => {
  it('has a row for every check-in and session, with numbers that stay numbers', async () => {
    using place = createTestFolder();
    const target = join(place.path, 'out');
    await exportJournal(test.journal, { format: 'csv', days: everyDay, target });
    const checkIns = [...test.journal.everything.checkIns()];
    const rows = rowsOf(join(target, 'check-ins.csv'));
    expect(rows).toHaveLength(checkIns.length);
    for (const [index, { id, day, valence, energy, feelings }] of checkIns.entries()) {
      const row = rows[index] ?? {};
      expect(row).toMatchObject({ id, day });
      expect(Number(row['valence_-1_to_1'])).toBe(valence);
      expect(row['energy_-1_to_1']).toBe(energy === null ? '' : String(energy));
      expect(unguardFormula(row.feelings ?? '')).toBe(feelings.join('; '));
    }
    const sessions = [...test.journal.everything.sessions()];
    const moved = rowsOf(join(target, 'movement.csv'));
    expect(moved).toHaveLength(sessions.length);
    for (const [index, { id, minutes, note, before, after }] of sessions.entries()) {
      const row = moved[index] ?? {};
      expect(row.id).toBe(id);
      expect(Number(row.duration_minutes)).toBe(minutes);
      expect(unguardFormula(row.note ?? '')).toBe(note ?? '');
      for (const [name, felt] of Object.entries({ before, after })) {
        const steps = row[`${name}_steps_-3_to_3`];
        if (felt === null) expect(steps).toBe('');
        else expect(Number(steps)).toBeCloseTo(felt.valence * 3, 5);
        expect(unguardFormula(row[`${name}_feelings`] ?? '')).toBe(felt?.feelings.join('; ') ?? '');
      }
      const shift = before === null || after === null ? null : (after.valence - before.valence) * 3;
      if (shift === null) expect(row.shift_steps).toBe('');
      else expect(Number(row.shift_steps)).toBeCloseTo(shift, 5);
    }
  });

  it('lets no cell of free text start a formula', async () => {
    using place = createTestFolder();
    const target = join(place.path, 'out');
    await exportJournal(test.journal, { format: 'csv', days: everyDay, target });
    const rows = [...rowsOf(join(target, 'movement.csv')), ...rowsOf(join(target, 'check-ins.csv'))];
    const cells = rows.flatMap((row) => Object.values(row));
    const risky = cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell));
    expect(risky).toEqual([]);
    expect(cells.some((cell) => cell.startsWith("'=HYPERLINK"))).toBe(true);
  });

  it('guards a formula so that the guard can be taken off again', () => {
    for (const text of ['=1', "'=1", "''=1", "'tis", '', '+', '＝1', '-', 'a=1', '\ttab']) {
      expect(unguardFormula(guardFormula(text))).toBe(text);
    }
  });

  it('is plain UTF-8 with line ends of Unix, and for Excel the same words with a mark and those of Windows', async () => {
    using place = createTestFolder();
    const [plain, excel] = [join(place.path, 'plain'), join(place.path, 'excel')];
    await exportJournal(test.journal, { format: 'csv', days: everyDay, target: plain });
    await exportJournal(test.journal, { format: 'csv', days: everyDay, target: excel, flavour: 'excel' });
    for (const name of ['movement.csv', 'check-ins.csv', 'spans.csv', 'days.csv']) {
      const [one, other] = [read(join(plain, name)), read(join(excel, name))];
      expect(one).toMatch(/^(id|day),[^\r]*\n/);
      expect(other.startsWith('\uFEFF')).toBe(true);
      expect(other.split('\n', 1)[0]?.endsWith('\r')).toBe(true);
      const options = { bom: true, columns: true, relax_column_count: false } as const;
      expect(parseCsv(other, { ...options, record_delimiter: '\r\n' })).toEqual(
        parseCsv(one, { ...options, record_delimiter: '\n' }),
      );
    }
  });

  it('has a row for every day with something on it, whose figures are those of the other tables', async () => {
    using place = createTestFolder();
    const target = join(place.path, 'out');
    await exportJournal(test.journal, { format: 'csv', days: everyDay, target });
    const days = rowsOf(join(target, 'days.csv'));
    const checkIns = rowsOf(join(target, 'check-ins.csv')).filter(({ role }) => role === 'moment');
    const sessions = rowsOf(join(target, 'movement.csv'));
    const entries = entriesOf(test.journal).filter(({ binnedAt }) => binnedAt === null);
    const noted = new Set([...checkIns, ...sessions, ...entries].map(({ day }) => day));
    expect(days.map(({ day }) => day)).toEqual([...noted].toSorted());
    for (const { day, ...row } of days) {
      const ofDay = <Item extends { readonly day?: string }>(items: readonly Item[]) =>
        items.filter((one) => one.day === day);
      const moods = ofDay(checkIns).map((one) => Number(one['mood_steps_-3_to_3']));
      expect(row.entries).toBe(count(ofDay(entries).length));
      expect(row.check_ins).toBe(count(moods.length));
      expect(row.sessions).toBe(count(ofDay(sessions).length));
      expect(row.minutes).toBe(
        count(ofDay(sessions).reduce((sum, one) => sum + Number(one.duration_minutes), 0)),
      );
      const mean = row['mood_mean_steps_-3_to_3'];
      if (moods.length === 0) expect(mean).toBe('');
      else expect(Number(mean)).toBeCloseTo(moods.reduce((sum, one) => sum + one, 0) / moods.length, 5);
    }
  });

  it.skipIf(spawnSync('python3', ['-c', '']).status !== 0)(
    'says the same to another reader of CSV (Python, where it is installed)',
    async () => {
      using place = createTestFolder();
      for (const flavour of ['plain', 'excel'] as const) {
        const target = join(place.path, flavour);
        must(await exportJournal(test.journal, { format: 'csv', days: everyDay, target, flavour }));
        for (const name of ['movement.csv', 'check-ins.csv', 'spans.csv', 'days.csv']) {
          const path = join(target, name);
          const script =
            'import csv, json, sys\nprint(json.dumps(list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline="")))))';
          const other = spawnSync('python3', ['-c', script, path], { encoding: 'utf8' });
          expect(other.stderr).toBe('');
          const record_delimiter = flavour === 'excel' ? '\r\n' : '\n';
          expect(JSON.parse(other.stdout)).toEqual(
            parseCsv(read(path), { bom: true, columns: true, record_delimiter }),
          );
        }
      }
    },
  );

  it('guards any text so that it comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."'=+-@\t\r\n＝＋－＠a1 ;") }), (text) => {
        expect(unguardFormula(guardFormula(text))).toBe(text);
        expect(guardFormula(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
  });
});

describe.each<ExportFormat>(exportFormats)('an export as %s', (format) => {
  const orderIn = (folder: string) => ({ format, days: everyDay, target: join(folder, 'target') });

  it('gives the same bytes for the same journal', async () => {
    using one = createTestFolder();
    using other = createTestFolder();
    for (const place of [one, other]) await exportJournal(test.journal, orderIn(place.path));
    expect(bytesBelow(join(one.path, 'target'))).toBe(bytesBelow(join(other.path, 'target')));
  });

  it('works on an empty journal', async () => {
    await using empty = await createTestJournal();
    using place = createTestFolder();
    expect(await exportJournal(empty.journal, orderIn(place.path))).toMatchObject({
      ok: true,
      value: { entries: 0, checkIns: 0, sessions: 0 },
    });
  });

  it('says how far it is, and can be stopped in the middle, which leaves nothing', async () => {
    using place = createTestFolder();
    const notes: (readonly [number, number])[] = [];
    const note = (done: number, total: number): void => {
      notes.push([done, total]);
    };
    must(await exportJournal(test.journal, orderIn(place.path), { pace: createPace({ note }) }));
    const [done, total] = notes.at(-1) ?? [0, 0];
    expect(total).toBeGreaterThan(0);
    expect(done).toBe(total);
    expect(notes.every(([one], index) => one >= (notes[index - 1]?.[0] ?? 0))).toBe(true);

    using other = createTestFolder();
    let seen = 0;
    const isCancelled = (): boolean => seen > total / 2;
    const stopping = createPace({
      note: (one) => {
        seen = one;
      },
      isCancelled,
    });
    expect(await exportJournal(test.journal, orderIn(other.path), { pace: stopping })).toEqual({
      ok: false,
      error: { type: 'Cancelled' },
    });
    expect(readdirSync(other.path)).toEqual([]);
  });

  it('can be read by its owner alone', async () => {
    using place = createTestFolder();
    await exportJournal(test.journal, orderIn(place.path));
    const target = join(place.path, 'target');
    const paths = statSync(target).isFile() ? [target] : [target, ...filesBelow(target)];
    for (const path of paths) expect(statSync(path).mode & 0o077, path).toBe(0);
  });

  it.each([
    ['ENOSPC', 'TargetFull'],
    ['EDQUOT', 'TargetFull'],
    ['EACCES', 'TargetNotWritable'],
    ['EROFS', 'TargetNotWritable'],
    ['EIO', 'TargetNotWritable'],
  ])('leaves nothing half-done behind when writing ends in %s', async (code, type) => {
    using place = createTestFolder();
    expect(
      await exportJournal(test.journal, orderIn(place.path), { disk: diskFailingAfter(20_000, code) }),
    ).toEqual({
      ok: false,
      error: { type },
    });
    expect(readdirSync(place.path)).toEqual([]);
  });

  it('has nowhere to go below a file or in a folder that is not there', async () => {
    await using empty = await createTestJournal();
    using place = createTestFolder();
    const file = join(place.path, 'file');
    writeFileSync(file, 'mine');
    for (const target of [join(file, 'target'), join(place.path, 'not', 'there')]) {
      expect(await exportJournal(empty.journal, { format, days: everyDay, target })).toEqual({
        ok: false,
        error: { type: 'TargetNotWritable' },
      });
    }
    expect(readdirSync(place.path)).toEqual(['file']);
    expect(read(file)).toBe('mine');
  });

  it('never takes the place of a device or a pipe, which is neither a file nor a folder', async () => {
    await using empty = await createTestJournal();
    using place = createTestFolder();
    const pipe = join(place.path, 'pipe');
    execFileSync('mkfifo', [pipe]);
    symlinkSync(pipe, join(place.path, 'link'));
    for (const target of [pipe, join(place.path, 'link')])
      expect(await exportJournal(empty.journal, { format, days: everyDay, target })).toEqual({
        ok: false,
        error: { type: 'TargetNotWritable' },
      });
    expect(statSync(pipe).isFIFO()).toBe(true);
    expect(readdirSync(place.path).toSorted()).toEqual(['link', 'pipe']);
  });

  it('lets a bug of ours through as a throw, and cleans up all the same', async () => {
    using place = createTestFolder();
    const disk: ExportDisk = {
      ...systemDisk,
      createFile: () => {
        throw new TypeError('a bug');
      },
    };
    await expect(exportJournal(test.journal, orderIn(place.path), { disk })).rejects.toThrow('a bug');
    expect(readdirSync(place.path)).toEqual([]);
  });
});

describe.each<ExportFormat>(['markdown', 'csv'])('a folder for %s', (format) => {
  it('may be there already when it is empty, also behind a link', async () => {
    using place = createTestFolder();
    const folder = join(place.path, 'empty');
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    symlinkSync(folder, join(place.path, 'link'));
    expect(
      (await exportJournal(test.journal, { format, days: everyDay, target: join(place.path, 'link') })).ok,
    ).toBe(true);
    expect(readdirSync(folder)).toContain('movement.csv');
    expect(readdirSync(folder).some((name) => name.startsWith('.'))).toBe(false);
    expect(readdirSync(place.path).toSorted()).toEqual(['empty', 'link']);
  });

  it('is emptied again when the last step fails', async () => {
    using place = createTestFolder();
    const folder = join(place.path, 'empty');
    mkdirSync(folder);
    let moves = 0;
    const disk: ExportDisk = {
      ...systemDisk,
      move: (from, to) => {
        moves += 1;
        if (moves > 1) throw systemError('EIO');
        systemDisk.move(from, to);
      },
    };
    expect(
      await exportJournal(test.journal, { format, days: everyDay, target: folder }, { disk }),
    ).toMatchObject({
      ok: false,
    });
    expect(moves).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused and left alone when something is in it', async () => {
    using place = createTestFolder();
    writeFileSync(join(place.path, 'mine.txt'), 'mine');
    expect(await exportJournal(test.journal, { format, days: everyDay, target: place.path })).toEqual({
      ok: false,
      error: { type: 'TargetNotEmpty' },
    });
    expect(readdirSync(place.path)).toEqual(['mine.txt']);
  });

  it('is refused when there is a file in its place', async () => {
    using place = createTestFolder();
    const file = join(place.path, 'file');
    writeFileSync(file, 'mine');
    expect(await exportJournal(test.journal, { format, days: everyDay, target: file })).toEqual({
      ok: false,
      error: { type: 'TargetNotWritable' },
    });
    expect(read(file)).toBe('mine');
  });
});

describe('momentToIso', () => {
  it.each([
    ['Asia/Kathmandu', '2025-01-01T05:45:00+05:45'],
    ['America/St_Johns', '2024-12-31T20:30:00-03:30'],
    ['UTC', '2025-01-01T00:00:00+00:00'],
  ])('writes the wall clock of %s with its offset', (zone, expected) => {
    expect(momentToIso(instantToMoment(Date.parse('2025-01-01T00:00:00Z'), zone))).toBe(expected);
  });
});

const systemError = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'write' });

/** A disk with room for so many code units and no more. */
function diskFailingAfter(room: number, code: string): ExportDisk {
  let left = room;
  return {
    ...systemDisk,
    createFile: (path) => {
      const file = systemDisk.createFile(path);
      return {
        ...file,
        write: (text) => {
          left -= text.length;
          if (left < 0) throw systemError(code);
          file.write(text);
        },
      };
    },
  };
}

const isWanted = ({ day }: { readonly day: string }) => '2025-04-10' <= day && day <= '2025-04-20';

describe('an export of some days', () => {
  const days = { from: civilDaySchema.parse('2025-04-10'), to: civilDaySchema.parse('2025-04-20') };

  it('holds those days and nothing of any other, nor what belongs to no day', async () => {
    using place = createTestFolder();
    const target = join(place.path, 'some.json');
    const done = await exportJournal(test.journal, { format: 'json', days, target });
    const some = exportedJournalSchema.parse(JSON.parse(read(target)));
    const { everything } = test.journal;
    const entries = [...everything.entries()].filter(isWanted);
    const checkIns = [...everything.checkIns()].filter(isWanted);
    const sessions = [...everything.sessions()].filter(isWanted);
    expect(entries.length).toBeGreaterThan(3);
    expect(entries.length).toBeLessThan([...everything.entries()].length);
    expect(done).toMatchObject({
      value: { entries: entries.length, checkIns: checkIns.length, sessions: sessions.length },
    });
    expect(some).toMatchObject({ entries, checkIns, hardDay: null, chosenStep: null, hiddenPrompts: [] });
    expect(some.sessions.map(({ id }) => id)).toEqual(sessions.map(({ id }) => id));
    expect(some.keepsakes.every(isWanted)).toBe(true);
    expect(read(target)).not.toContain('*1234*');
  });

  it.each([
    [{ ...days, to: null }, (day: string) => day >= '2025-04-10'],
    [{ ...days, from: null }, (day: string) => day <= '2025-04-20'],
  ])('may be open on one side', async (half, isWantedDay) => {
    using place = createTestFolder();
    const done = await exportJournal(test.journal, {
      format: 'markdown',
      days: half,
      target: join(place.path, 'half'),
    });
    const wanted = [...test.journal.everything.entries()].filter(({ day }) => isWantedDay(day));
    expect(done).toMatchObject({ value: { entries: wanted.length } });
  });
});

describe('an archive with a passphrase', () => {
  const sealing = { randomBytes: createSeededRandom(8).bytes, kdf: testKdf };
  const passphrase = new TextEncoder().encode('three otters in the rain');

  it('opens to the same bytes as one without, and no plain byte is ever written', async () => {
    using place = createTestFolder();
    const [open, sealed] = [join(place.path, 'open'), join(place.path, 'sealed')];
    const order = { format: 'archive', days: everyDay } as const;
    await exportJournal(test.journal, { ...order, target: open });
    const written: Uint8Array[] = [];
    const done = await exportJournal(
      test.journal,
      { ...order, target: sealed, passphrase },
      { disk: overheard(written), sealing },
    );
    expect(done.ok).toBe(true);
    expect(Buffer.concat(written).equals(readFileSync(sealed))).toBe(true);
    expect(readFileSync(sealed).subarray(0, 8).toString()).toBe('FTNTSEAL');
    const bytes = must(await openSealed(await fileToBytes(sealed), passphrase));
    expect((await bytes.read(0, bytes.length)).equals(readFileSync(open))).toBe(true);
    await bytes.close();
    expect(passphrase).toEqual(new TextEncoder().encode('three otters in the rain'));
  });

  it('is not made with an empty one', async () => {
    using place = createTestFolder();
    const target = join(place.path, 'sealed');
    const order = { format: 'archive', days: everyDay, target, passphrase: new Uint8Array() } as const;
    expect(await exportJournal(test.journal, order, { sealing })).toEqual({
      ok: false,
      error: { type: 'PassphraseEmpty' },
    });
    expect(readdirSync(place.path)).toEqual([]);
  });
});

/** A disk that notes every byte that is given to it. */
const overheard = (written: Uint8Array[]): ExportDisk => ({
  ...systemDisk,
  createFile: (path) => {
    const file = systemDisk.createFile(path);
    return {
      ...file,
      write: (part) => {
        written.push(typeof part === 'string' ? Buffer.from(part) : Uint8Array.from(part));
        file.write(part);
      },
    };
  },
});

describe('an export into a journal', () => {
  it.each(exportFormats)('is refused for %s, so that no readable text travels with it', async (format) => {
    await using test = await createTestJournal();
    const target = join(test.folder, 'deeper', 'copy');
    const before = readdirSync(test.folder);
    expect(await exportJournal(test.journal, { format, days: everyDay, target })).toEqual({
      ok: false,
      error: { type: 'TargetInJournal' },
    });
    expect(readdirSync(test.folder)).toEqual(before);
  });
});
