import { describe, expect, it } from 'vitest';
import { documentToPlainText } from '../../../../src/shared/document/plainText';
import { documentToMarkdown } from '../../../../src/shared/document/markdown';
import type { ForeignJournal } from '../../../../src/main/transfer/import/journals/foreignJournal';
import { readForeignFile, readForeignZip } from '../../../support/foreignJournals';
import { createPng } from '../../../support/images';

const wordsOf = (found: ForeignJournal | null): readonly string[] =>
  found?.entries.map(({ document }) => documentToPlainText(document).trim()) ?? [];
const head = 'full_date,date,weekday,time,mood,activities,note_title,note';
const table = (...rows: readonly string[]): string => ['\uFEFF' + head, ...rows].join('\r\n');

describe('the table of Daylio', () => {
  it('tells moments by the clock on the wall, moods on our stops, activities as tags, notes with their marks', async () => {
    const found = await readForeignFile(
      'daylio_export.csv',
      table(
        '2024-03-05,5. März,Dienstag,18:40,rad,running | friends | sci-fi/reading,A good day,"First line<br><b>bold</b><ul><li>one</li></ul>"',
        '2024-03-04,4. März,Montag,11:54\u202Fpm,awful,tired,,"plain, with ""quotes"" & a <3"',
      ),
    );
    expect(found).toMatchObject({
      source: 'daylio',
      entries: [
        {
          written: { is: 'wall', day: '2024-03-05', time: '18:40' },
          title: 'A good day',
          tags: ['running', 'friends', 'sci-fi/reading'],
          checkIn: { valence: 1, feelings: [], note: null },
        },
        {
          written: { is: 'wall', day: '2024-03-04', time: '23:54' },
          title: null,
          tags: [],
          checkIn: { valence: -1, feelings: ['tired'] },
        },
      ],
      refused: [],
      assumed: ['home-zone'],
    });
    const [rich] = found?.entries ?? [];
    expect(rich === undefined ? '' : documentToMarkdown(rich.document)).toMatch(
      /First line[\s\S]*\*\*bold\*\*[\s\S]*- one/,
    );
    expect(wordsOf(found)[1]).toBe('plain, with "quotes" & a <3');
  });

  it('of a moment without a word tells what was done in the check-in, and no page', async () => {
    const found = await readForeignFile('a.csv', table('2024-03-05,x,y,18:40,meh,cooking | anxious,,'));
    expect(found?.entries).toMatchObject([
      { tags: [], checkIn: { valence: 0, feelings: ['anxiety'], note: 'cooking' } },
    ]);
    expect(wordsOf(found)).toEqual(['']);
  });

  it('with a mood nobody knows makes no check-in of it: the word stays in the text, and it says so', async () => {
    const found = await readForeignFile('a.csv', table('2024-03-05,x,y,18:40,Fuzzy,sad,,'));
    expect(found).toMatchObject({
      entries: [{ checkIn: null, tags: ['sad'] }],
      assumed: ['home-zone', 'mood-words'],
    });
    expect(wordsOf(found)).toEqual(['Mood: Fuzzy']);
  });

  it('in another language is read as far as its words are known, which is said', async () => {
    expect(await readForeignFile('a.csv', table('2024-03-05,x,y,18:40,Schlecht,,,kurz'))).toMatchObject({
      entries: [{ checkIn: { valence: -2 / 3 } }],
      assumed: ['home-zone', 'mood-scale'],
    });
  });

  it('tells movement by whole names alone: on its day, at no hour, for nobody knows how long', async () => {
    const found = await readForeignFile(
      'a.csv',
      table('2024-03-05,x,y,18:40,good,🏃 running | Yoga | radio | course | gym,,hello'),
    );
    expect(found?.sessions).toMatchObject([
      { kind: 'run', start: { is: 'day', day: '2024-03-05' }, minutes: null },
      { kind: 'yoga' },
      { kind: 'other', title: 'gym' },
    ]);
    expect(found?.entries[0]?.tags).toHaveLength(5);
  });

  it('of 2018 tells its days in words; of 2026 its scales; two moments of one minute are two', async () => {
    const old = [
      'year,date,weekday,time,mood,activities,note',
      '2018,December 31,Monday,23:30,good,,a',
      '2018,31. Dezember,Montag,23:30,good,,b',
      '2018,31 décembre,lundi,23:30,good,,c',
      '2018,第三,x,23:30,good,,d',
    ];
    expect(await readForeignFile('a.csv', old.join('\n'))).toMatchObject({
      entries: [
        { written: { day: '2018-12-31', time: '23:30' } },
        { written: { day: '2018-12-31' } },
        { written: { day: '2018-12-31' } },
      ],
      refused: [{ line: 4, reason: 'date-unclear' }],
    });
    const scales = [
      'full_date,date,weekday,time,mood,activities,scales,note_title,note',
      '2026-01-01,x,y,08:00,good,,Energy: 3 | Sleep: 4,,',
      '2026-01-01,x,y,08:00,good,,,,',
      '2026-01-01,x,y,08:00,good,,,,',
    ];
    const found = await readForeignFile('a.csv', scales.join('\n'));
    expect(wordsOf(found)[0]).toBe('Scales: Energy: 3, Sleep: 4');
    expect(new Set(found?.entries.map(({ sourceId }) => sourceId)).size).toBe(3);
  });

  it('is told from tables of others', async () => {
    expect(await readForeignFile('a.csv', 'date,mood,note\n2024-01-01,good,x')).toBeNull();
    expect(await readForeignFile('a.csv', '')).toBeNull();
  });
});

const backup = {
  version: 15,
  pin: '4711',
  prefs: { pin_hash: 'f00d' },
  customMoods: [
    { id: 1, custom_name: '', mood_group_id: 1, predefined_name_id: 1 },
    { id: 5, custom_name: 'Bleak', mood_group_id: 5, predefined_name_id: -1 },
  ],
  tag_groups: [
    { id: 1, name: 'Emotions' },
    { id: 2, name: 'Hobbies' },
  ],
  tags: [
    { id: 7, name: 'wistful', id_tag_group: 1 },
    { id: 8, name: 'dancing', id_tag_group: 2 },
  ],
  assets: [
    { id: 1, checksum: 'abc', type: 1 },
    { id: 2, checksum: 'gone', type: 1 },
    { id: 3, checksum: 'sound', type: 2 },
  ],
  dayEntries: [
    {
      id: 40,
      year: 2023,
      month: 10,
      day: 19,
      hour: 10,
      minute: 45,
      datetime: 1_700_408_759_432,
      timeZoneOffset: -18_000_000,
      mood: 1,
      note_title: 'Sunday',
      note: 'Out early',
      tags: [7, 8],
      assets: [1, 2, 3],
    },
    { id: 41, year: 2023, month: 0, day: 1, hour: 0, minute: 5, mood: 5, note: '', tags: [] },
    { id: 42, mood: 1 },
    'nothing',
  ],
};
const coded = (value: unknown): string =>
  (
    Buffer.from(JSON.stringify(value))
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\n');

describe('a backup of Daylio', () => {
  it('tells moments by the clock of the place, with 1 for the best mood, months from 0 and its pictures; the pin is nowhere', async () => {
    const found = await readForeignZip({
      'backup.daylio': coded(backup),
      'assets/photos/2023/11/abc': createPng(4, 3),
    });
    expect(found).toMatchObject({
      source: 'daylio',
      entries: [
        {
          written: { is: 'instant', at: 1_700_408_759_432, offsetMinutes: -300 },
          title: 'Sunday',
          tags: ['dancing'],
          checkIn: { valence: 1, feelings: ['wistful'], note: null },
          pictures: [{ name: 'assets/photos/2023/11/abc' }],
        },
        {
          written: { is: 'wall', day: '2023-01-01', time: '00:05' },
          checkIn: { valence: -1, note: 'Bleak' },
        },
      ],
      sessions: [{ kind: 'dance', start: { is: 'day', day: '2023-11-19' }, minutes: null }],
      refused: [
        { line: 1, reason: 'picture-missing' },
        { line: 1, reason: 'media' },
        { line: 3, reason: 'date-unclear' },
        { line: 4, reason: 'not-valid' },
      ],
    });
    expect(JSON.stringify(found)).not.toMatch(/4711|f00d/);
  });

  it('keeps the day and the clock it shows, of moments from before it knew the place', async () => {
    const told = { timeZoneOffset: 0, mood: 1, note: 'Old', tags: [] };
    const date = { year: 2017, month: 10 };
    const midnight = Date.parse('2017-11-09T23:02:10.788Z');
    const found = await readForeignZip({
      'backup.daylio': coded({
        ...backup,
        dayEntries: [
          { id: 1, ...date, day: 10, hour: 0, minute: 2, datetime: midnight, ...told },
          { id: 2, ...date, day: 11, hour: -1, minute: -1, datetime: midnight, ...told },
          { id: 3, ...date, day: 12, hour: 9, minute: 7, datetime: midnight, ...told },
          { id: 4, ...date, day: 9, hour: 23, minute: 2, datetime: midnight, ...told },
        ],
      }),
    });
    expect(found).toMatchObject({
      entries: [
        { written: { is: 'instant', at: midnight, offsetMinutes: 60 }, sourceId: '2017-11-10 00:02' },
        { written: { is: 'instant', at: midnight, offsetMinutes: null, day: '2017-11-11' } },
        { written: { is: 'wall', day: '2017-11-12', time: '09:07' } },
        { written: { is: 'instant', offsetMinutes: 0, clock: { day: '2017-11-09', time: '23:02' } } },
      ],
      assumed: ['home-zone'],
    });
  });

  it('that is not coded as it should be, or holds something else, is refused', async () => {
    await expect(readForeignZip({ 'backup.daylio': '{"dayEntries": []}' })).rejects.toThrow();
    await expect(readForeignZip({ 'backup.daylio': coded({ entries: [] }) })).rejects.toThrow();
  });
});
