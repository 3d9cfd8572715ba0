import { describe, expect, it } from 'vitest';
import { daylio } from '../../../../src/main/transfer/import/journals/daylio';
import { dayOne } from '../../../../src/main/transfer/import/journals/dayOne';
import { diarium } from '../../../../src/main/transfer/import/journals/diarium';
import type { ForeignJournal } from '../../../../src/main/transfer/import/journals/foreignJournal';
import { journey } from '../../../../src/main/transfer/import/journals/journey';
import { jrnl } from '../../../../src/main/transfer/import/journals/jrnl';
import { markdownReader } from '../../../../src/main/transfer/import/journals/markdownVault';
import { miniDiary } from '../../../../src/main/transfer/import/journals/miniDiary';
import { redNotebook } from '../../../../src/main/transfer/import/journals/redNotebook';
import { txt2tagsToDocument } from '../../../../src/main/transfer/import/journals/txt2tags';
import { documentToPlainText } from '../../../../src/shared/document/plainText';
import { fileOf, filesOfZip, readOptions, type FileContents } from '../../../support/foreign';

type Reader = typeof journey;
const readZip = async (reader: Reader, files: FileContents) =>
  reader.read(await filesOfZip(files), readOptions);
const readFile = async (reader: Reader, content: string, name?: string) =>
  reader.read(await fileOf(content, name), readOptions);
const textsOf = ({ entries }: ForeignJournal): readonly string[] =>
  entries.map(({ document }) => documentToPlainText(document));
const json = (value: unknown): string => JSON.stringify(value);

describe('of a list', () => {
  it('of Diarium, Daylio and Mini Diarium what is no object is told with its place, and the others come in', async () => {
    const diaries = await readFile(
      diarium,
      json([{ date: '2020-01-02T10:00:00', heading: 'x', html: '<p>one</p>' }, 5, 'lost', null]),
    );
    expect(diaries.refused.map(({ line }) => line)).toEqual([2, 3, 4]);
    const backup = json({ dayEntries: [7, { id: 1, year: 2020, month: 0, day: 2, note: 'one' }, 'lost'] });
    const moods = await readZip(daylio, { 'backup.daylio': Buffer.from(backup).toString('base64') });
    expect(moods.refused.map(({ line }) => line)).toEqual([1, 3]);
    const pages = await readFile(
      miniDiary,
      json({
        metadata: { application: 'Mini Diarium' },
        entries: ['lost', { id: 1, date: '2020-01-02', text: '<p>one</p>' }],
      }),
    );
    expect(pages.refused).toEqual([{ file: null, line: 1, reason: 'not-valid' }]);
    for (const journal of [diaries, moods, pages]) expect(textsOf(journal)).toEqual(['one']);
  });

  it('of Mini Diary a day that is nothing but a text is told as what it is', async () => {
    const read = await readFile(
      miniDiary,
      json({
        metadata: { application: 'Mini Diary', version: '3.3.0' },
        entries: { '2020-01-01': 'words', '2020-01-02': { title: '', text: 'one' } },
      }),
    );
    expect(read.refused).toEqual([{ file: null, line: 1, reason: 'not-valid' }]);
    expect(textsOf(read)).toEqual(['one']);
  });
});

describe('within one entry', () => {
  it('words that are figures or more are said as they stand, and a picture of which nothing is known is missing', async () => {
    const entry = { date: '2020-01-02T10:00:00', heading: '', html: 'one', tags: [2020, null, 'x'] };
    const read = await readFile(
      diarium,
      json([{ ...entry, tracker: [{ name: 'Sleep', value: 7 }], people: ['Ada', 5] }]),
    );
    expect(read.entries.map(({ tags }) => tags)).toEqual([['2020', 'x']]);
    expect(textsOf(read)).toEqual(['one\nPeople: Ada, 5\nTracked: {"name":"Sleep","value":7}']);
    const page = {
      uuid: 'A',
      creationDate: '2024-04-16T23:00:00Z',
      text: 'one',
      tags: [7],
      photos: [5],
      videos: ['x'],
    };
    const pages = await readFile(dayOne, json({ metadata: {}, entries: [page] }), 'J.json');
    expect(pages.refused.map(({ reason }) => reason)).toEqual(['picture-missing', 'media']);
    expect(pages.entries).toMatchObject([{ tags: ['7'] }]);
  });
});

describe('Journey', () => {
  it('tells an entry whose date stands behind a text of any length, and what says something else is none', async () => {
    const long = 'windy '.repeat(20_000).trim();
    const read = await readZip(journey, {
      '1.json': json({ text: 'short', date_journal: 1_700_000_000_000 }),
      '2.json': json({ text: long, date_journal: 1_700_000_100_000 }),
      'settings.json': json({ themes: 'x'.repeat(100_000) }),
      'broken.json': `{"text":"${long}`,
    });
    expect(textsOf(read)).toEqual(['short', long]);
    expect(read.refused).toEqual([{ file: 'broken.json', line: null, reason: 'not-json' }]);
  });

  it('says below the words what is on no scale that is known, and keeps a title of music as it is', async () => {
    const entry = {
      date_journal: 1_700_000_000_000,
      text: 'calm',
      mood: 75,
      music_title: '*69',
      music_artist: 'R_E_M',
    };
    const read = await readZip(journey, { '1.json': json(entry) });
    expect(textsOf(read)).toEqual(['calm\n*69, R_E_M\nMood: 75']);
    expect(read).toMatchObject({ entries: [{ checkIn: null }], assumed: ['home-zone'] });
  });

  it('knows a day of 1971 in milliseconds, and tells recordings that nothing names', async () => {
    const read = await readZip(journey, {
      '1.json': json({ date_journal: Date.UTC(1971, 5, 1), text: 'moon' }),
      '2.json': json({ date_journal: Date.UTC(2011, 5, 1) / 1000, text: 'old' }),
      '1-a.mp3': 'x',
      '1-b.jpg': 'x',
    });
    expect(read.entries.map(({ written }) => written)).toMatchObject([
      { at: Date.UTC(1971, 5, 1) },
      { at: Date.UTC(2011, 5, 1) },
    ]);
    expect(read.refused.map(({ file, reason }) => [file, reason])).toEqual([
      ['1-a.mp3', 'media'],
      ['1-b.jpg', 'no-id'],
    ]);
  });
});

describe('jrnl', () => {
  it('names files that are none of it, and words before the first date that is one', async () => {
    const days = Object.fromEntries(
      Array.from({ length: 21 }, (_, index) => [
        `2020/01/${index + 10}.txt`,
        `[2020-01-${index + 10} 09:00] Day\n`,
      ]),
    );
    const read = await readZip(jrnl, { ...days, 'zz.txt': 'a note of something else', 'zzz.txt': '' });
    expect(read.refused).toEqual([{ file: 'zz.txt', line: null, reason: 'not-readable' }]);
    const indented = await readFile(
      jrnl,
      '  [2020-01-01 09:00] Lost?\nwords\n[2020-01-02 09:00] Day\n',
      'j.txt',
    );
    expect(indented.refused).toEqual([{ file: 'j.txt', line: 1, reason: 'date-unclear' }]);
    expect(textsOf(indented)).toEqual(['Day']);
  });

  it('reads a time with one figure for the hour', async () => {
    const read = await readFile(
      jrnl,
      json({ tags: {}, entries: [{ title: 'a', body: '', date: '2020-01-02', time: '9:05' }] }),
    );
    expect(read.entries).toMatchObject([{ written: { day: '2020-01-02', time: '09:05' } }]);
  });
});

describe('Day One', () => {
  const entry = { uuid: 'A', creationDate: '2024-04-16T23:00:00Z', timeZone: 'Europe/London', text: 'one' };

  it('names a journal beside the others that can’t be read, and is silent about an empty one', async () => {
    const read = await readZip(dayOne, {
      'Journal.json': json({ metadata: {}, entries: [entry] }),
      'Empty.json': json({ metadata: {}, entries: [] }),
      'Other.json': '{"metadata":{},"entr',
    });
    expect(read.refused).toEqual([{ file: 'Other.json', line: null, reason: 'not-readable' }]);
    expect(read.entries).toHaveLength(1);
  });

  it('counts what stands in the text and is nothing a journal of ours keeps', async () => {
    const richText = json({
      contents: [
        { text: 'one\n' },
        { embeddedObjects: [{ type: 'preview', url: 'https://example.org' }] },
        { embeddedObjects: [{ type: 'horizontalRuleLine' }] },
      ],
    });
    const read = await readFile(dayOne, json({ metadata: {}, entries: [{ ...entry, richText }] }), 'J.json');
    expect(read.refused).toEqual([{ file: 'J.json', line: 1, reason: 'media' }]);
  });
});

describe('Diarium', () => {
  it('says a rating of no known scale below the words, and tells recordings beside the entries', async () => {
    const read = await readZip(diarium, {
      'a.json': json([{ date: '2020-01-02T10:00:00', heading: '', html: '<p>one</p>', rating: 8 }]),
      'media/voice.m4a': 'x',
    });
    expect(textsOf(read)).toEqual(['one\nRating: 8']);
    expect(read.refused).toEqual([{ file: 'media/voice.m4a', line: null, reason: 'media' }]);
  });
});

describe('Daylio', () => {
  const head = 'full_date,date,weekday,time,mood,activities,note_title,note';

  it('keeps a note that ends in a backslash, and what a later version tells in columns of its own', async () => {
    const table = await readFile(
      daylio,
      `${head},sleep\n2024-01-02,x,x,10:00,good,,,"C:\\",7 h\n2024-01-01,x,x,晚上,good,,,"second",\n`,
    );
    expect(textsOf(table)).toEqual(['C:\\\nsleep: 7 h', 'second\nTime: 晚上']);
  });

  it('knows the moods of a backup without groups, and tells one that is nowhere', async () => {
    const backup = json({
      customMoods: [
        { id: 1, custom_name: '', predefined_name_id: 1 },
        { id: 9, custom_name: 'Foggy', predefined_name_id: -1 },
      ],
      tags: [],
      dayEntries: [
        { id: 1, year: 2020, month: 0, day: 2, mood: 1 },
        { id: 2, year: 2020, month: 0, day: 3, mood: 9 },
        { id: 3, year: 2020, month: 0, day: 4, mood: 44, tags: [5], note: 'x' },
      ],
    });
    const read = await readZip(daylio, { 'backup.daylio': Buffer.from(backup).toString('base64') });
    expect(read.entries.map(({ checkIn }) => checkIn?.valence)).toEqual([1, undefined, undefined]);
    expect(textsOf(read)[1]).toBe('Mood: Foggy');
    expect(read.assumed).toContain('mood-words');
    expect(read.refused).toEqual([{ file: null, line: 3, reason: 'no-id' }]);
  });
});

describe('RedNotebook', () => {
  it('keeps words however deep they stand, and a text that is a list', async () => {
    const month = '1: {text: hello, Ideas: {a: {b: {c: {d: {e: {f: deep}}}}}}}\n2: {text: [first, second]}\n';
    const [first, second] = textsOf(await readZip(redNotebook, { '2020-01.txt': month }));
    expect(first).toContain('deep');
    expect(second).toContain('second');
  });

  it('is read in the time of its length, whatever its marks', () => {
    const fences = '```\n'.repeat(200_000);
    expect(txt2tagsToDocument(fences).root.children?.length).toBe(100_000);
    // A table in which one row is wide would be mostly nothing.
    const lopsided = `| ${'a | '.repeat(5000)}\n${'| b |\n'.repeat(200)}`;
    const blocks = txt2tagsToDocument(lopsided).root.children ?? [];
    expect(blocks.map(({ type }) => type)).not.toContain('table');
    expect(blocks).toHaveLength(201);
  });
});

describe('a folder of Markdown', () => {
  const own = '---\nfootnote_day: "2026-05-04"\ndate: 2026-05-04\n---\n';
  const mark =
    '<!-- footnote entry: {"id":"0196ac1e-5800-7000-8000-000000000001","written":"2026-05-04T09:00:00+02:00","zone":"Europe/Paris"} -->\n\n## 09:00\n\nwords\n';

  it('of our own says what lay in the bin, and tells a day with words above its first entry', async () => {
    const read = await readZip(markdownReader, {
      'days/2026/2026-05-04.md': `${own}\nAdded by hand.\n\n${mark}`,
      'days/2026/2026-05-05.md': `${own}\n${mark}`,
      'bin/2026/a.md':
        '---\nfootnote_id: 0196ac1e-5800-7000-8000-000000000002\nwritten: 2026-05-04T09:00:00+02:00\nbinned: 2026-05-05T09:00:00Z\n---\ngone\n',
    });
    expect(read.refused).toEqual([{ file: 'days/2026/2026-05-04.md', line: null, reason: 'no-id' }]);
    expect(read.assumed).toContain('binned-left-out');
    expect(textsOf(read)).toEqual(['words', 'words']);
  });

  it('says that what was thrown away stays there, and keeps what its facts say of other names and sources', async () => {
    const read = await readZip(markdownReader, {
      '2026-05-04.md': '---\naliases: [Star day]\nsource: letter\n---\nwords\n',
      '.trash/2026-05-03.md': 'gone\n',
    });
    expect(read.assumed).toContain('side-files');
    expect(textsOf(read)).toEqual(['words\naliases: Star day\nsource: letter']);
  });
});
