import { describe, expect, it } from 'vitest';
import { journey } from '../../../../src/main/transfer/import/journals/journey';
import { documentToPlainText } from '../../../../src/shared/document/plainText';
import { filesOfZip, readOptions, type FileContents } from '../../../support/foreign';
import { createPng } from '../../../support/images';

const entry = (more: object): string =>
  JSON.stringify({
    id: '1501113600000-3fe4',
    date_journal: 1501113600000,
    date_modified: 1501200000000,
    text: 'Some **words**',
    lat: 1.7976931348623157e308,
    lon: 1.7976931348623157e308,
    weather: { degree_c: 1.7976931348623157e308, description: '' },
    ...more,
  });
const read = async (files: FileContents) => {
  const found = await filesOfZip(files);
  expect(await journey.recognises(found)).toBe(true);
  return journey.read(found, readOptions);
};
const textOf = async (more: object): Promise<string> => {
  const { entries } = await read({ 'a.json': entry(more) });
  return documentToPlainText(entries[0]?.document ?? { root: { type: 'root' } });
};

describe('an export of Journey', () => {
  it('is Markdown in old files and HTML in new ones', async () => {
    expect(await textOf({})).toBe('Some words');
    expect(await textOf({ text: '<p dir="auto">Some <b>words</b></p><p>more</p>' })).toBe('Some words\nmore');
    expect(await textOf({ text: '1 < 2 and 3 > 2' })).toBe('1 < 2 and 3 > 2');
  });

  it('knows both spellings of a favourite, and its largest number as none', async () => {
    const { entries, assumed } = await read({
      'a.json': entry({ favourite: true }),
      'b.json': entry({ favorite: true, id: 'b', timezone: 'Asia/Tokyo' }),
      'c.json': entry({ id: 'c', date_journal: 1.7976931348623157e308 }),
    });
    expect(entries.map(({ isStarred }) => isStarred)).toEqual([true, true]);
    expect(entries[1]?.written).toMatchObject({ at: 1501113600000, zone: 'Asia/Tokyo' });
    expect(assumed).toEqual(['home-zone']);
  });

  it('reads seconds of very old files as seconds', async () => {
    const { entries } = await read({ 'a.json': entry({ date_journal: 1501113600 }) });
    expect(entries[0]?.written).toMatchObject({ at: 1501113600000 });
  });

  it('puts five faces on our seven stops, leaves other scales alone, and says that it guessed', async () => {
    const { entries, assumed } = await read({
      'a.json': entry({ mood: 5 }),
      'b.json': entry({ id: 'b', mood: 0 }),
      'c.json': entry({ id: 'c', mood: 80 }),
    });
    expect(entries.map(({ checkIn }) => checkIn?.valence ?? null)).toEqual([1, null, null]);
    expect(assumed).toContain('mood-scale');
  });

  it('shows its pictures, and tells of recordings, of missing pictures and of those that belong to nothing', async () => {
    const { entries, refused } = await read({
      'x/a.json': entry({ photos: ['a-1.jpg', 'a-2.mp3', 'a-3.jpg'] }),
      'x/a-1.jpg': createPng(4, 4),
      'x/a-2.mp3': 'sound',
      'x/z-9.jpg': createPng(4, 4, 3),
    });
    expect(entries[0]?.pictures.map(({ name }) => name)).toEqual(['x/a-1.jpg']);
    expect(refused).toEqual([
      { file: 'a-2.mp3', line: null, reason: 'media' },
      { file: 'a-3.jpg', line: null, reason: 'picture-missing' },
      { file: 'x/z-9.jpg', line: null, reason: 'no-id' },
    ]);
  });

  it('tells of a file that is broken, and reads the others', async () => {
    const { entries, refused } = await read({
      'a.json': entry({}),
      'b.json': entry({}).slice(0, -5),
      'c.json': '{"id":',
      'other.json': '{}',
    });
    expect(entries).toHaveLength(1);
    expect(refused).toEqual([
      { file: 'b.json', line: null, reason: 'not-json' },
      { file: 'c.json', line: null, reason: 'not-json' },
    ]);
  });
});
