import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../../src/main/cli/run';
import type { JournalPorts } from '../../../src/main/journal/journal';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { createFakeClock, testKdf } from '../../support/journalFixture';
import { toDatabase } from '../../support/strangerDatabases';
import { createTestFolder } from '../../support/testFolder';
import { toZip } from '../../support/zips';

const passphrase = 'geese over the long field';
let place: ReturnType<typeof createTestFolder>;
let ports: JournalPorts;
let clock: ReturnType<typeof createFakeClock>;

beforeEach(() => {
  place = createTestFolder();
  clock = createFakeClock('2026-03-10T18:30:00Z', 'Europe/Paris');
  ports = {
    clock,
    randomBytes: createSeededRandom(5).bytes,
    kdf: testKdf,
    scratchFolder: join(place.path, 'scratch'),
  };
});
afterEach(() => place[Symbol.dispose]());

async function footnote(...line: readonly string[]): Promise<string> {
  let out = '';
  let said = '';
  const code = await run([...line, '--passphrase-stdin'], {
    stdin: Readable.from([Buffer.from(`${passphrase}\n`)]),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      said += text;
    },
    ports,
  });
  expect({ code, said }).toEqual({ code: 0, said: '' });
  return out;
}

const at = (name: string): string => join(place.path, name);

function write(name: string, content: string | Uint8Array): string {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
  return at(name);
}

const dailyTable = [
  'full_date,date,weekday,time,mood,activities,note_title,note',
  ...Array.from(
    { length: 25 },
    (_, day) => `2024-03-${String(day + 1).padStart(2, '0')},x,y,23:40,good,dancing,,`,
  ),
  '2024-03-30,x,y,00:30,rad,yoga | friends,Late,"A heron<br>by the lake"',
  '2024-03-30,x,y,08:00,Fuzzy,,,',
].join('\n');

it('a diary of Daylio comes in once, wherever the computer is meanwhile; moments without a word are check-ins, and movement waits for its minutes', async () => {
  await footnote('create', at('One.journal'));
  const line = ['import', at('One.journal'), '--from', write('daylio.csv', dailyTable)];
  const first = await footnote(...line);
  expect(first).toContain('2 entries: 2 new');
  expect(first).toContain('26 check-ins: 26 new');
  expect(first).toContain('Moods with a name of your own');
  expect(first).toMatch(/Waits for you: 2024-03-01, dance "dancing": nobody knows how long it took/);
  expect(first).toContain('And 6 more sessions wait');
  expect(await footnote('list', at('One.journal'))).toContain('2024-03-30');

  clock.travelTo('Pacific/Auckland');
  const again = await footnote(...line);
  expect(again).toContain('2 entries: 0 new');
  expect(again).toContain('26 check-ins: 0 new');
  const [, id = ''] = /take-back … (\S+)/.exec(first) ?? [];
  await footnote('take-back', at('One.journal'), id);
  expect(await footnote('list', at('One.journal'))).not.toContain('2024-03-30');
  expect(readdirSync(at('scratch'))).toEqual([]);
});

const backup = Buffer.from(
  JSON.stringify({
    pin: '4711',
    customMoods: [{ id: 1, custom_name: '', mood_group_id: 1 }],
    tags: [],
    dayEntries: [
      { id: 1, datetime: 1_700_408_759_432, timeZoneOffset: -18_000_000, mood: 1, note: 'a', tags: [] },
    ],
  }),
).toString('base64');

it.each<readonly [string, string, () => Promise<string | Uint8Array>]>([
  ['a backup of Daylio', 'a.daylio', () => toZip({ 'backup.daylio': backup })],
  [
    'a list of Diarium',
    'a.json',
    async () => JSON.stringify([{ date: '2010-10-26T15:47:53.48828', heading: 'Lake', html: '<p>a</p>' }]),
  ],
  [
    'a database of Diarium',
    'a.db',
    async () =>
      toDatabase(
        `CREATE TABLE Entries (DiaryEntryId INTEGER, Heading TEXT, Text TEXT, Rating INTEGER); INSERT INTO Entries VALUES (634237048734882800, 'Lake', '<p>a</p>', 0)`,
      ),
  ],
  [
    'Mini Diary',
    'b.json',
    async () =>
      JSON.stringify({
        metadata: { application: 'Mini Diary', version: '3.3.0' },
        entries: { '2020-03-29': { title: 'Spring', text: 'a' } },
      }),
  ],
  [
    'Mini Diarium',
    'c.json',
    async () =>
      JSON.stringify({
        metadata: { application: 'Mini Diarium', version: '0.4.0' },
        entries: [{ id: 1, date: '2026-01-01', title: '', text: '<p>a</p>' }],
      }),
  ],
  ['RedNotebook', 'r.zip', () => toZip({ 'data/2019-05.txt': "1: {text: 'a #b', Sport: {5k: null}}" })],
])('%s comes in, and is the same the second time', async (_name, name, make) => {
  await footnote('create', at('One.journal'));
  const line = ['import', at('One.journal'), '--from', write(name, await make())];
  expect(await footnote(...line, '--dry-run')).toContain('one entry: 1 new, 0 here already.');
  expect(await footnote(...line)).toContain('one entry: 1 new, 0 here already.');
  expect(await footnote(...line)).toContain('one entry: 0 new, 1 here already.');
});

it('a folder of RedNotebook is read as it lies', async () => {
  await footnote('create', at('One.journal'));
  write('notebook/2019-05.txt', '31: {text: last of May}\n30: {text: before}');
  write('notebook/2019-05.old.txt', '31: {text: older}');
  const out = await footnote('import', at('One.journal'), '--from', at('notebook'));
  expect(out).toContain('2 entries: 2 new');
  expect(out).toContain('Copies and leftovers beside the journal were not read.');
  expect(await footnote('list', at('One.journal'))).toContain('2019-05-31');
});

it.each([
  ['Markdown', ['--format', 'markdown'], true],
  ['Markdown by the day', ['--format', 'markdown', '--by-day'], true],
  ['tables', ['--format', 'csv'], false],
  ['tables for Excel', ['--format', 'csv', '--for-excel'], false],
])(
  'what was taken out as %s is counted, comes into an empty journal, and is known there afterwards',
  async (_, choices, hasEntries) => {
    await footnote('create', at('One.journal'));
    await footnote('import', at('One.journal'), '--from', write('daylio.csv', dailyTable));
    await footnote('export', at('One.journal'), at('out'), ...choices);
    await footnote('create', at('Two.journal'));
    const line = ['import', at('Two.journal'), '--from', at('out')];
    const dry = await footnote(...line, '--dry-run');
    expect(dry).toContain('26 check-ins: 26 new, 0 here already.');
    expect(dry.includes('2 entries: 2 new')).toBe(hasEntries);
    expect(dry).not.toContain('Not taken over');
    expect(await footnote(...line)).toContain('26 check-ins: 26 new, 0 here already.');
    expect(await footnote(...line, '--dry-run')).toContain('26 check-ins: 0 new, 26 here already.');
  },
);
