import { describe, expect, it } from 'vitest';
import { ArchiveTooLarge } from '../../../../src/main/transfer/archive/openArchive';
import { dayOne } from '../../../../src/main/transfer/import/journals/dayOne';
import { jsonMembers } from '../../../../src/main/transfer/import/journals/jsonMembers';
import { documentToMarkdown } from '../../../../src/shared/document/markdown';
import { documentToPlainText } from '../../../../src/shared/document/plainText';
import { createPng } from '../../../support/images';
import { fileOf, filesOfZip, readOptions, type FileContents } from '../../../support/foreign';

const entry = (more: object): object => ({
  uuid: '1461153D91EC48C180C606C853FBFD83',
  creationDate: '2024-04-16T23:30:00Z',
  modifiedDate: '2024-04-19T21:48:52Z',
  timeZone: 'Europe/London',
  starred: false,
  tags: [],
  text: 'Words',
  ...more,
});
const textOfEntry = (uuid: string): string => JSON.stringify(entry({ uuid }));
const journalOf = (...entries: readonly object[]): string =>
  JSON.stringify({ metadata: { version: '1.0' }, entries }, null, 2).replaceAll(
    'Europe/',
    String.raw`Europe\/`,
  );
const read = async (entries: readonly object[], files: FileContents = {}) => {
  const found = await filesOfZip({ 'Journal.json': journalOf(...entries), ...files });
  expect(await dayOne.recognises(found)).toBe(true);
  return dayOne.read(found, readOptions);
};
const textOf = async (more: object): Promise<string> => {
  const { entries } = await read([entry(more)]);
  return documentToPlainText(entries[0]?.document ?? { root: { type: 'root' } });
};

const line = (more: object): object => ({ attributes: { line: more } });
const md5 = '6b7389ab8a8d4ae0a1d4a9d5f3a4b5c6';
const photo = { identifier: '031C0A', md5, type: 'jpeg', orderInEntry: 0 };

describe('an export of Day One', () => {
  it('is what it says, with its id, zone, tags and star, and no title of its own', async () => {
    const { entries, source } = await read([entry({ tags: ['a', 'b'], starred: true })]);
    expect(source).toBe('day-one');
    expect(entries).toEqual([
      expect.objectContaining({
        sourceId: '1461153D91EC48C180C606C853FBFD83',
        written: {
          is: 'instant',
          at: Date.parse('2024-04-16T23:30:00Z'),
          zone: 'Europe/London',
          offsetMinutes: null,
          allDay: false,
        },
        modifiedAt: Date.parse('2024-04-19T21:48:52Z'),
        tags: ['a', 'b'],
        isStarred: true,
        title: null,
      }),
    ]);
  });

  it('has punctuation behind backslashes, which only punctuation loses', async () => {
    expect(await textOf({ text: String.raw`Well \- it was 3\.5 \(or so\)\! C:\dir` })).toBe(
      String.raw`Well - it was 3.5 (or so)! C:\dir`,
    );
  });

  it('may miss its text, its zone and its tags, say "(null)", and be empty', async () => {
    const { entries, refused, assumed } = await read([
      { uuid: 'A', creationDate: '2024-04-16T23:30:00Z', text: '(null)' },
      { uuid: 'B', creationDate: 'long ago', text: 'x' },
      {
        uuid: 'C',
        creationDate: '2024-04-16T23:30:00Z',
        text: 'x',
        location: { timeZoneName: 'Asia/Tokyo' },
      },
    ]);
    expect(entries.map(({ sourceId }) => sourceId)).toEqual(['A', 'C']);
    expect(entries[1]?.written).toMatchObject({ zone: 'Asia/Tokyo' });
    expect(refused).toEqual([{ file: 'Journal.json', line: 2, reason: 'date-unclear' }]);
    expect(assumed).toEqual(['home-zone', 'place-and-weather']);
  });

  it('has its pictures where the text has them, those it does not show at the end, and tells of missing ones, films and recordings', async () => {
    const { entries, refused } = await read(
      [
        entry({
          text: 'before\n\n![](dayone-moment://031C0A)\n\nafter ![](dayone-moment:/video/77)\n\n![](dayone-moment:/audio/78)',
          photos: [
            photo,
            { identifier: 'FF', md5: 'beef', type: 'png', orderInEntry: 1 },
            { identifier: '0AB' },
          ],
          videos: [{ identifier: '77', md5: 'cafe', type: 'mp4' }],
          audios: [{ identifier: '78', format: 'aac' }],
        }),
      ],
      { [`photos/${md5}.jpeg`]: createPng(4, 4), 'photos/beef.png': createPng(4, 4, 2) },
    );
    const [one] = entries;
    expect(one?.document.root.children?.map(({ type }) => type)).toEqual([
      'paragraph',
      'image',
      'paragraph',
      'image',
    ]);
    expect(documentToPlainText(one?.document ?? { root: { type: 'root' } })).toBe('before\nafter');
    expect(one?.pictures.map(({ name }) => name)).toEqual([`photos/${md5}.jpeg`, 'photos/beef.png']);
    expect(refused.map(({ reason }) => reason)).toEqual(['picture-missing', 'media', 'media']);
  });

  it('prefers its rich text, and falls back to the plain one where that is none', async () => {
    const contents = [
      { text: 'A day\n', attributes: { line: { header: 1 } } },
      { text: 'Some ' },
      { text: 'bold', attributes: { bold: true } },
      { text: ' words\n\nand more\n' },
      { text: 'one\n', ...line({ listStyle: 'bulleted', indentLevel: 1 }) },
      { text: 'in it\n', ...line({ listStyle: 'numbered', listIndex: 1, indentLevel: 2 }) },
      { text: 'done\n', ...line({ listStyle: 'checkbox', checked: true }) },
      { text: 'said\n', ...line({ quote: true }) },
      { text: 'twice\n', ...line({ quote: true }) },
      { embeddedObjects: [{ type: 'horizontalRuleLine' }] },
      { text: 'x = 1\n', ...line({ codeBlock: true }) },
      { embeddedObjects: [{ type: 'markdown', contents: '| Tea | Milk |\n| --- | --- |\n| two | none |' }] },
      { embeddedObjects: [{ type: 'photo', identifier: '031C0A' }] },
    ];
    const { entries } = await read(
      [entry({ richText: JSON.stringify({ meta: {}, contents }), photos: [photo] })],
      {
        [`photos/${md5}.jpeg`]: createPng(4, 4),
      },
    );
    expect(documentToMarkdown(entries[0]?.document ?? { root: { type: 'root' } }, () => 'p')).toBe(
      `# A day\n\nSome **bold** words\n\nand more\n\n- one\n  1. in it\n\n* [x] done\n\n> said\\\n> twice\n\n---\n\n\`\`\`\nx = 1\n\`\`\`\n\n| Tea | Milk |\n| --- | --- |\n| two | none |\n\n![](p) <!-- image: ${String(entries[0]?.pictures[0]?.id)} 1x1 -->\n`,
    );
    expect(await textOf({ richText: '{"contents":"none"}' })).toBe('Words');
    expect(await textOf({ richText: '{', text: 'Plain' })).toBe('Plain');
  });

  it('that another program wrote with no more than dates and words is read, too', async () => {
    const least = { creationDate: '2019-01-01T09:00:00-08:00', modifiedDate: '2019-01-03T00:00:00-08:00' };
    const files = await fileOf(journalOf({ ...least, text: 'Few words' }));
    expect(await dayOne.recognises(files)).toBe(true);
    expect((await dayOne.read(files, readOptions)).entries).toMatchObject([
      { sourceId: null, written: { at: Date.parse('2019-01-01T17:00:00Z'), zone: null } },
    ]);
  });

  it('of several journals keeps which one it was as a tag', async () => {
    const files = await filesOfZip({
      'Travel.json': journalOf(entry({})),
      'Work.json': journalOf(entry({ uuid: 'B' })),
    });
    const { entries } = await dayOne.read(files, readOptions);
    expect(entries.map(({ tags }) => tags)).toEqual([['Travel'], ['Work']]);
  });

  it('that is cut short is not read at all', async () => {
    const files = await fileOf(journalOf(entry({}), entry({})).slice(0, -10), 'Journal.json');
    await expect(dayOne.read(files, readOptions)).rejects.toThrow('cut short');
  });

  it('is not taken for the journal of another program', async () => {
    const others = [
      '{"tags":{},"entries":[{"title":"a","body":"b","date":"2024-01-01","time":"10:00"}]}',
      '{"metadata":{"application":"Mini Diary"},"entries":{"2019-01-01":{"title":"","text":"x"}}}',
    ];
    for (const text of others) expect(await dayOne.recognises(await fileOf(text))).toBe(false);
  });

  it('tells what stands among its entries and is none', async () => {
    const members = [
      textOfEntry('A'),
      '"a word"',
      '7',
      'null',
      `[${textOfEntry('B')}]`,
      '{"uuid": oops}',
      textOfEntry('C'),
    ];
    const text = `{"metadata":{"version":"1.0"},"entries":[${members.join(' ,\n')}]}`;
    const { entries, refused } = await dayOne.read(await fileOf(text, 'Journal.json'), readOptions);
    expect(entries.map(({ place }) => place?.line)).toEqual([1, 7]);
    expect(refused.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'not-valid'],
      [3, 'not-valid'],
      [4, 'not-valid'],
      [5, 'not-valid'],
      [6, 'not-json'],
    ]);
  });

  it('of more entries than anybody writes gives none of them away', async () => {
    const many = journalOf(
      ...Array.from({ length: 40_001 }, () => ({ uuid: 'A', creationDate: '2024-04-16T23:30:00Z' })),
    );
    const taken: unknown[] = [];
    const read = dayOne.read(await fileOf(many, 'Journal.json'), {
      ...readOptions,
      take: async (_source, part) => void taken.push(...part),
    });
    await expect(read).rejects.toThrow(ArchiveTooLarge);
    expect(taken).toEqual([]);
  });
});

it('members of a list are found one by one, wherever the pieces of a file end', async () => {
  const objects = [{ a: '}]"{' }, { b: [{ c: 1 }, [2]], d: String.raw`\"` }, { e: 'ü€😀' }];
  for (const text of [
    JSON.stringify(objects),
    JSON.stringify({ entries: 1, more: [{ x: 1 }], other: { entries: [{ y: 2 }] } }),
    JSON.stringify({ first: [[]], entries: objects, last: [{ z: 1 }] }),
  ]) {
    const bytes = Buffer.from(text);
    const files = await fileOf(text);
    const small = {
      ...files,
      *stream() {
        for (let at = 0; at < bytes.length; at += 1) yield bytes.subarray(at, at + 1);
      },
    };
    const found: unknown[] = [];
    const inPieces = {
      ...files,
      stream: async function* () {
        yield* small.stream();
      },
    };
    for await (const { value } of jsonMembers(inPieces, 'file', 'entries', new Set())) found.push(value);
    expect(found).toEqual(text.includes('"y"') ? [] : objects);
  }
});
