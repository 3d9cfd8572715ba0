import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../../src/main/journal/journal';
import { recordTableOf } from '../../../../src/main/journal/records/recordTables';
import { fillSampleJournal } from '../../../../src/main/sample/sampleJournal';
import { exportJournal, type ExportOrder } from '../../../../src/main/transfer/exportJournal';
import { cellToFeelings, feelingsToCell } from '../../../../src/main/transfer/feelingsCell';
import { lookAtFile, type LookedAt } from '../../../../src/main/transfer/import/lookAtFile';
import { createPace } from '../../../../src/main/transfer/pace';
import { feelingSchema, moodStops, stopToValence, type CheckIn } from '../../../../src/shared/domain/mood';
import { noSessionFacts } from '../../../../src/shared/domain/movement';
import { spanKinds } from '../../../../src/shared/domain/span';
import { everyDay } from '../../../../src/shared/domain/transfer';
import {
  createCheckInId,
  createEntryId,
  createOwnKindId,
  createSessionId,
  createSpanId,
  type OwnKindId,
} from '../../../../src/shared/id';
import { addDays, civilDaySchema, dayAndClockToMoment, instantToMoment } from '../../../../src/shared/time';
import { bringIn } from '../../../support/archives';
import { documentOf } from '../../../support/documents';
import { writeFolder, zipOf } from '../../../support/foreign';
import { createTestJournal, type TestJournal } from '../../../support/journalFixture';
import { must } from '../../../support/must';
import { createTestFolder } from '../../../support/testFolder';

/** What careless tables lose: signs of CSV, of formulas, of our own way to write lists, and words that mean "nothing" elsewhere. */
const hard = fc.constantFrom(
  '=SUM(A1)',
  "'=1",
  "''",
  "'tis",
  '-',
  '--',
  'null',
  '+41 79',
  '@home',
  '＝1',
  'a;b',
  'a; b',
  '\\',
  'x\\;y\\',
  'she said "no", and left',
  String.raw`say \"so\"`,
  'ends with a backslash,\\',
  'one\ntwo',
  'one\r\ntwo\rthree',
  ' between blanks ',
  'tab\there',
  '日記 🏃',
  '2024-01-02',
  '0,5',
);
const text = fc
  .oneof(hard, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }))
  .filter((one) => one !== '');
const trimmed = (length: number) =>
  text.map((one) => one.slice(0, length).trim()).filter((one) => one !== '' && one.length <= length);
const feelings = fc.array(
  trimmed(40)
    .filter((one) => feelingSchema.safeParse(one).success)
    .map((one) => feelingSchema.parse(one)),
  { maxLength: 4 },
);
const degree = fc.option(fc.constantFrom<(0 | 1 | 2 | 3)[]>(0, 1, 2, 3));
const unit = fc.oneof(
  fc.constantFrom(...moodStops.map(stopToValence)),
  fc.double({ min: -1, max: 1, noNaN: true }).map((value) => value + 0),
);
const zone = fc.constantFrom(
  'Europe/Berlin',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Apia',
  'UTC',
  '+05:45',
);
const instant = fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2030, 0, 1) });

const said = fc.record({
  at: instant,
  zone,
  valence: unit,
  energy: fc.option(unit),
  feelings,
  note: fc.option(text),
  givenOn: fc.constantFrom<CheckIn['givenOn'][]>('stops', 'pad'),
  isRemembered: fc.boolean(),
});
type Said = typeof said extends fc.Arbitrary<infer One> ? One : never;

const moved = fc.record({
  at: instant,
  zone,
  isTimed: fc.boolean(),
  isOwnKind: fc.boolean(),
  hasEntry: fc.boolean(),
  minutes: fc.integer({ min: 1, max: 1440 }),
  facts: fc.record({
    effort: fc.option(fc.integer({ min: 0, max: 10 })),
    distanceMetres: fc.option(fc.integer({ min: 1, max: 10_000_000 })),
    play: degree,
    connection: degree,
    achievement: degree,
    safety: degree,
    company: fc.option(trimmed(80)),
    place: fc.option(fc.constantFrom<('indoors' | 'outdoors')[]>('indoors', 'outdoors')),
    note: fc.option(text),
  }),
  before: fc.option(said),
  after: fc.option(said),
});

const different = fc.record({
  at: instant,
  kind: fc.constantFrom(...spanKinds),
  name: fc.option(trimmed(80)),
  days: fc.option(fc.nat(200)),
  note: fc.option(text),
});

const generated = fc.record({
  checkIns: fc.array(said, { minLength: 12, maxLength: 40 }),
  sessions: fc.array(moved, { minLength: 12, maxLength: 40 }),
  spans: fc.array(different, { minLength: 2, maxLength: 8 }),
  kindName: trimmed(40),
});
type Generated = typeof generated extends fc.Arbitrary<infer One> ? One : never;

function fillWith(
  { journal, ports, clock }: TestJournal,
  { checkIns, sessions, spans, kindName }: Generated,
): void {
  const toCheckIn = ({ at, zone: there, ...rest }: Said) => ({
    id: createCheckInId(at, ports.randomBytes),
    ...instantToMoment(at, there),
    ...rest,
  });
  const kind: OwnKindId = createOwnKindId(clock.now(), ports.randomBytes);
  const stamp = { createdAt: clock.now(), updatedAt: clock.now() };
  journal.kinds.insert({ id: kind, name: kindName, icon: 'boat', family: 'water', ...stamp });
  for (const { at, days, ...rest } of spans) {
    clock.advance({ minutes: 7 });
    const { day: firstDay } = instantToMoment(at, 'UTC');
    journal.spans.insert({
      id: createSpanId(at, ports.randomBytes),
      ...rest,
      firstDay,
      lastDay: days === null ? null : addDays(firstDay, days),
      createdAt: clock.now(),
      updatedAt: clock.now() + 5,
    });
  }
  for (const one of checkIns) {
    clock.advance({ minutes: 7 });
    journal.checkIns.insert({ ...toCheckIn(one), role: 'moment', sessionId: null });
  }
  for (const { at, zone: there, isTimed, isOwnKind, hasEntry, facts, minutes, before, after } of sessions) {
    clock.advance({ minutes: 7 });
    const id = createSessionId(at, ports.randomBytes);
    const start = instantToMoment(at, there);
    const noon = dayAndClockToMoment(start.day, '12:00', there, 4);
    const entryId = hasEntry ? createEntryId(at, ports.randomBytes) : null;
    if (entryId !== null)
      journal.entries.insert({ id: entryId, moment: start, document: documentOf('About it.') });
    journal.sessions.insert({
      id,
      kind: isOwnKind ? kind : 'barre',
      ...(isTimed ? start : (noon ?? start)),
      isTimed,
      minutes,
      ...noSessionFacts,
      ...facts,
      entryId,
      before: before === null ? null : { ...toCheckIn(before), role: 'before', sessionId: id },
      after: after === null ? null : { ...toCheckIn(after), role: 'after', sessionId: id },
    });
  }
}

/** Of a journal of which everything can come back. */
const wholeOf = ({ everything }: Pick<Journal, 'everything'>) => {
  const sessions = [...everything.sessions()];
  const used = new Set<string>(sessions.map(({ kind }) => kind));
  return {
    checkIns: [...everything.checkIns()],
    sessions,
    spans: [...everything.spans()],
    kinds: [...everything.ownKinds()].filter(({ id }) => used.has(id)),
    entries: [...everything.entries()].map(({ id, at, day, zone: there }) => ({ id, at, day, zone: there })),
  };
};

type Choices = Omit<ExportOrder, 'target' | 'days'>;

const ways: readonly (readonly [string, Choices])[] = [
  ['Markdown, a file an entry', { format: 'markdown', layout: 'by-entry' }],
  ['Markdown, a file a day', { format: 'markdown', layout: 'by-day' }],
  ['tables', { format: 'csv', flavour: 'plain' }],
  ['tables for Excel', { format: 'csv', flavour: 'excel' }],
];

async function lookAt<Value>(
  path: string,
  { journal, ports }: TestJournal,
  work: (looked: LookedAt) => Value | Promise<Value>,
): Promise<Value> {
  return must(await lookAtFile(path, journal, ports, async (looked) => work(looked)));
}

async function writtenOut(from: Journal, choices: Choices, into: string): Promise<string> {
  must(await exportJournal(from, { ...choices, days: everyDay, target: into }));
  return into;
}

describe.each(ways)('what was taken out as %s', (_, choices) => {
  const hasEntries = choices.format === 'markdown';

  it('comes back with every check-in and session as it was, and nothing is refused', async () => {
    await using empty = await createTestJournal();
    await fc.assert(
      fc.asyncProperty(generated, async (journal) => {
        await using test = await createTestJournal();
        using place = createTestFolder();
        fillWith(test, journal);
        const whole = wholeOf(test.journal);
        const target = await writtenOut(test.journal, choices, join(place.path, 'out'));
        await lookAt(target, empty, ({ incoming, refused, assumed }) => {
          expect({ refused, assumed }).toEqual({ refused: [], assumed: [] });
          expect(wholeOf(incoming)).toEqual(hasEntries ? whole : { ...whole, entries: [] });
        });
        // Where it came from every row is the same, to the time it was written.
        await lookAt(target, test, async ({ holdings }) => {
          const { check_ins: checkIns, movement_sessions: sessions } = test.journal.imports.judge(holdings);
          expect(checkIns).toMatchObject({ same: whole.checkIns.length, new: 0, changed: 0, older: 0 });
          expect(sessions).toMatchObject({ same: whole.sessions.length, new: 0, changed: 0, older: 0 });
        });
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('comes in for months of keeping a journal, is the same the second time, and goes again when it is taken back', async () => {
    await using test = await createTestJournal();
    await using other = await createTestJournal({ seed: 2 });
    using place = createTestFolder();
    const sample = { years: 0.3, seed: 5, zone: 'America/New_York' } as const;
    fillSampleJournal(test.journal, { ...sample, today: civilDaySchema.parse('2025-05-01') });
    const target = await writtenOut(test.journal, choices, join(place.path, 'out'));
    const { checkIns, sessions, spans } = wholeOf(test.journal);
    const id = await lookAt(target, other, async ({ refused, source, alike, holdings }) => {
      expect({ refused, alike }).toEqual({ refused: [], alike: [] });
      return (await bringIn(other.journal, holdings, source)).id;
    });
    expect(wholeOf(other.journal)).toMatchObject({ checkIns, sessions, spans });
    await lookAt(target, other, ({ holdings }) => {
      for (const counts of Object.values(other.journal.imports.judge(holdings)))
        expect(counts).toMatchObject({ new: 0, changed: 0, older: 0, refused: 0 });
    });
    must(await other.journal.imports.takeBack(id, createPace({})));
    expect(wholeOf(other.journal)).toEqual({ checkIns: [], sessions: [], spans: [], kinds: [], entries: [] });
  });

  it('comes in from a zip as well', async () => {
    await using test = await createTestJournal();
    await using empty = await createTestJournal();
    using place = createTestFolder();
    fillSampleJournal(test.journal, {
      years: 0.05,
      seed: 5,
      today: civilDaySchema.parse('2025-05-01'),
      zone: 'Europe/Rome',
    });
    const target = await writtenOut(test.journal, choices, join(place.path, 'out'));
    const names = [
      'check-ins.csv',
      'movement.csv',
      'spans.csv',
      'days.csv',
      ...(hasEntries ? ['README.md'] : []),
    ];
    const zip = await zipOf(
      Object.fromEntries(names.map((name) => [`out/${name}`, readFileSync(join(target, name))])),
    );
    writeFileSync(join(place.path, 'out.zip'), zip);
    await lookAt(join(place.path, 'out.zip'), empty, ({ incoming, refused, source }) => {
      expect({ refused, source }).toEqual({ refused: [], source: hasEntries ? 'markdown' : 'tables' });
      const { checkIns, sessions, spans } = wholeOf(test.journal);
      expect(wholeOf(incoming)).toMatchObject({ checkIns, sessions, spans });
    });
  });
});

/** Of some weeks of a journal. */
async function withTables(
  work: (tables: { readonly folder: string; readonly test: TestJournal }) => Promise<void>,
): Promise<void> {
  await using test = await createTestJournal();
  using place = createTestFolder();
  fillSampleJournal(test.journal, {
    years: 0.1,
    seed: 8,
    today: civilDaySchema.parse('2025-05-01'),
    zone: 'Europe/Lisbon',
  });
  const folder = await writtenOut(test.journal, { format: 'csv' }, join(place.path, 'out'));
  await work({ folder, test });
}

/** What the row of a session repeats of it. */
const felt = ({ id, role, sessionId, valence, energy, feelings: words }: CheckIn) => ({
  id,
  role,
  sessionId,
  valence,
  energy,
  words,
});

const byId = (one: { readonly id: string }, two: { readonly id: string }) => (one.id < two.id ? -1 : 1);

describe('a table of ours', () => {
  it('of movement alone brings its sessions with what it says of before and after, and the check-ins that come later say the rest', async () => {
    await withTables(async ({ folder, test }) => {
      await using other = await createTestJournal({ seed: 2 });
      const whole = wholeOf(test.journal);
      const ratings = whole.checkIns.filter(({ role }) => role !== 'moment');
      await lookAt(join(folder, 'movement.csv'), other, async ({ source, holdings }) => {
        expect(source).toBe('tables');
        await bringIn(other.journal, holdings, source);
      });
      expect(wholeOf(other.journal).checkIns.map(felt).toSorted(byId)).toEqual(
        ratings.map(felt).toSorted(byId),
      );
      await lookAt(folder, other, async ({ source, holdings }) => {
        await bringIn(other.journal, holdings, source);
      });
      expect(wholeOf(other.journal)).toMatchObject({ checkIns: whole.checkIns, sessions: whole.sessions });
    });
  });

  it('of check-ins alone brings those of their own, and says which have no session to belong to', async () => {
    await withTables(async ({ folder, test }) => {
      await using other = await createTestJournal({ seed: 2 });
      const { checkIns } = wholeOf(test.journal);
      await lookAt(join(folder, 'check-ins.csv'), other, ({ incoming, refused }) => {
        expect(wholeOf(incoming).checkIns).toEqual(checkIns.filter(({ role }) => role === 'moment'));
        expect(refused).toHaveLength(checkIns.filter(({ role }) => role !== 'moment').length);
        expect(new Set(refused.map(({ reason }) => reason))).toEqual(new Set(['no-session']));
      });
    });
  });

  it('is known by its heads and not by its name, also after a spreadsheet wrote it anew', async () => {
    await withTables(async ({ folder, test }) => {
      await using other = await createTestJournal({ seed: 2 });
      const heads = ['id', 'day', 'instant_utc', 'zone', 'offset_minutes_east_of_utc', 'role', 'note'];
      const [first] = wholeOf(test.journal).checkIns;
      const [one, two] = [
        createCheckInId(1, test.ports.randomBytes),
        createCheckInId(2, test.ports.randomBytes),
      ];
      const said = ['2026-03-10', '2026-03-10T06:40:05.123Z', 'Europe/Berlin', '60', 'moment'];
      const table = [
        [...heads, 'valence_-1_to_1', 'energy_-1_to_1'].map((head) => `"${head}"`).join(';'),
        `${[one, ...said].join(';')};"'=1; ""two""";-0,333333333333333;`,
        `${[two, ...said].join(';')};;0,25;-0,5`,
        '',
      ].join('\r\n');
      rmSync(join(folder, 'check-ins.csv'));
      writeFolder(folder, { 'More/felt in spring.CSV': `\uFEFF${table}` });
      await lookAt(folder, other, ({ incoming, refused }) => {
        expect(refused).toEqual([]);
        const read = wholeOf(incoming).checkIns;
        expect(read.some(({ id }) => id === first?.id)).toBe(first?.role !== 'moment');
        const moment = {
          at: Date.parse('2026-03-10T06:40:05.123Z'),
          zone: 'Europe/Berlin',
          offsetMinutes: 60,
          day: '2026-03-10',
          feelings: [],
          role: 'moment',
          givenOn: 'stops',
        };
        expect(read.find(({ id }) => id === one)).toMatchObject({
          ...moment,
          // A stop that lost its last figures.
          valence: stopToValence(3),
          energy: null,
          note: '=1; "two"',
        });
        expect(read.find(({ id }) => id === two)).toMatchObject({
          ...moment,
          valence: 0.25,
          energy: -0.5,
          note: null,
        });
      });
    });
  });

  it('refuses a row that says nothing that can be, names it, and takes the others', async () => {
    await withTables(async ({ folder }) => {
      await using other = await createTestJournal({ seed: 2 });
      const path = join(folder, 'check-ins.csv');
      const [heads = '', ...rows] = readFileSync(path, 'utf8').trim().split('\n');
      const moments = rows.filter((row) => row.includes(',moment,')).slice(0, 6);
      const change = (row: string | undefined, head: string, to: string): string => {
        const cells = (row ?? '').split(',');
        cells[heads.split(',').indexOf(head)] = to;
        return cells.join(',');
      };
      const broken = [
        heads,
        change(moments[0], 'id', 'mine'),
        change(moments[1], 'day', '01/05/2025'),
        change(moments[2], 'valence_-1_to_1', '4'),
        change(moments[3], 'day', '1999-01-01'),
        change(moments[4], 'session_id', 'x'),
        moments[5],
      ];
      writeFileSync(path, broken.join('\n'));
      rmSync(join(folder, 'movement.csv'));
      await lookAt(folder, other, ({ incoming, refused }) => {
        expect(wholeOf(incoming).checkIns).toHaveLength(1);
        expect(refused).toEqual(
          ['no-id', 'date-unclear', 'not-valid', 'date-unclear', 'not-valid'].map((reason, index) => ({
            file: 'check-ins.csv',
            line: index + 2,
            reason,
          })),
        );
      });
      writeFileSync(path, `${heads}\n"never ended`);
      await lookAt(folder, other, ({ refused }) => {
        expect(refused).toEqual([{ file: 'check-ins.csv', line: null, reason: 'not-readable' }]);
      });
    });
  });

  it('of spans refuses one that ends before it begins, or whose days are written in another way', async () => {
    await using test = await createTestJournal();
    using place = createTestFolder();
    const id = (): string => createSpanId(test.clock.now(), test.ports.randomBytes);
    const rows = [
      ['id', 'kind', 'name', 'first_day', 'last_day'],
      [id(), 'injury', "'-knee", '2024-02-01', ''],
      [id(), 'injury', '', '2024-02-02', '2024-02-01'],
      [id(), 'injury', '', '1.2.2024', ''],
      [id(), 'holiday', '', '2024-02-01', ''],
    ];
    writeFileSync(join(place.path, 'mine.txt'), rows.map((row) => row.join('\t')).join('\n'));
    await lookAt(join(place.path, 'mine.txt'), test, ({ incoming, refused }) => {
      expect([...incoming.everything.spans()]).toMatchObject([
        { kind: 'injury', name: '-knee', firstDay: '2024-02-01', lastDay: null },
      ]);
      expect(refused.map(({ line, reason }) => [line, reason]).toSorted()).toEqual([
        [3, 'not-valid'],
        [4, 'date-unclear'],
        [5, 'not-valid'],
      ]);
    });
  });

  it('of some days has sessions with a feeling from the day before, and a feeling whose session is of the day after waits outside', async () => {
    await using test = await createTestJournal();
    await using other = await createTestJournal({ seed: 2 });
    using place = createTestFolder();
    const start = instantToMoment(Date.parse('2024-03-10T03:10:00Z'), 'Europe/Paris');
    const id = createSessionId(start.at, test.ports.randomBytes);
    const before: CheckIn = {
      id: createCheckInId(start.at, test.ports.randomBytes),
      ...instantToMoment(Date.parse('2024-03-10T02:50:00Z'), 'Europe/Paris'),
      valence: stopToValence(6),
      energy: 0.5,
      feelings: ['calm; or so'],
      note: 'Up early',
      givenOn: 'stops',
      role: 'before',
      sessionId: id,
      isRemembered: false,
    };
    const session = { id, kind: 'walk', ...start, isTimed: true, minutes: 30, ...noSessionFacts } as const;
    test.journal.sessions.insert({ ...session, before, after: null });
    const out = async (name: string, days: ExportOrder['days']): Promise<string> => {
      const target = join(place.path, name);
      must(await exportJournal(test.journal, { format: 'csv', days, target }));
      return target;
    };
    const later = await out('later', { from: civilDaySchema.parse('2024-03-10'), to: null });
    await lookAt(later, other, ({ incoming, refused }) => {
      expect(refused).toEqual([]);
      const { valence, energy, feelings: words } = before;
      const repeated = { id: before.id, valence, energy, feelings: words, role: 'before', note: null };
      expect([...incoming.everything.sessions()]).toMatchObject([{ id, before: repeated, after: null }]);
    });
    const earlier = await out('earlier', { from: null, to: civilDaySchema.parse('2024-03-09') });
    await lookAt(earlier, other, ({ incoming, refused }) => {
      expect(refused).toEqual([{ file: 'check-ins.csv', line: 2, reason: 'no-session' }]);
      expect(incoming.everything.counts()).toMatchObject({ checkIns: 0, sessions: 0 });
    });
  });

  it('tells of two states of one check-in the later one, and that stands here or comes in by when it was written', async () => {
    await withTables(async ({ folder, test }) => {
      await using other = await createTestJournal({ seed: 2 });
      await lookAt(folder, other, async ({ source, holdings }) => {
        await bringIn(other.journal, holdings, source);
      });
      const table = recordTableOf('check_ins');
      const [record] = [...test.journal.imports.reader.all(table)];
      const path = join(folder, 'check-ins.csv');
      const [heads = '', ...rows] = readFileSync(path, 'utf8').split('\n');
      const row = rows.find((one) => one.startsWith(String(record?.['id']))) ?? '';
      const later = row.replace(/[^,]+$/, '2031-01-01T00:00:00.000Z').replace(',stops,', ',pad,');
      writeFolder(folder, { 'newer/check-ins.csv': `${heads}\n${later}\n` });
      await lookAt(folder, other, async ({ incoming, holdings }) => {
        expect(incoming.imports.reader.find(table, record ?? {})).toMatchObject({ given_on: 'pad' });
        expect(other.journal.imports.judge(holdings)['check_ins']).toMatchObject({
          changed: 1,
          new: 0,
          older: 0,
        });
      });
    });
  });
});

it('feelings in one cell come apart as they were, whatever is in them', () => {
  fc.assert(
    fc.property(feelings, (list) => {
      expect(cellToFeelings(feelingsToCell(list))).toEqual(list);
    }),
  );
  expect(cellToFeelings('calm;hope ;; a\\')).toEqual(['calm', 'hope', 'a\\']);
});
