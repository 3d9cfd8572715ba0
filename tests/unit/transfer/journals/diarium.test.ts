import { describe, expect, it } from 'vitest';
import { documentToPlainText } from '../../../../src/shared/document/plainText';
import { readForeignFile, readForeignZip } from '../../../support/foreignJournals';
import { createPng } from '../../../support/images';
import { toDatabase } from '../../../support/strangerDatabases';

const entry = {
  date: '2010-10-26T15:47:53.48828',
  heading: 'By the lake',
  html: '<p>A <b>heron</b>.</p><script>alert(1)</script>',
  rating: 4,
  tags: ['birds', 'morning'],
  people: ['Ada'],
  tracker: ['Sleep: at night: 7.5', 'Water: 3'],
  location: [54.1, 7.9],
  weather: 'Sonnig, 12 °C',
  sun: '☀️ Sunrise: 7:16\u202FAM Sunset: 7:56\u202FPM',
};
const ticks = '634237048734882800';

describe('the journal of Diarium', () => {
  it('tells its list by the clock on the wall, with stars as a mood; people and trackers stay below the words, places and weather outside', async () => {
    const found = await readForeignFile(
      'Diarium.json',
      JSON.stringify([
        entry,
        { date: '2011-01-01T00:00:00', html: 'x', rating: 0 },
        { date: '2011-02-30T00:00:00', html: 'x' },
        { heading: 'x' },
      ]),
    );
    expect(found).toMatchObject({
      source: 'diarium',
      entries: [
        {
          sourceId: ticks,
          written: { is: 'wall', day: '2010-10-26', time: '15:47' },
          title: 'By the lake',
          tags: ['birds', 'morning'],
          checkIn: { valence: 2 / 3 },
        },
        { written: { is: 'wall', day: '2011-01-01', time: '00:00' }, checkIn: null },
      ],
      refused: [
        { line: 3, reason: 'date-unclear' },
        { line: 4, reason: 'not-valid' },
      ],
      assumed: ['home-zone', 'place-and-weather', 'mood-scale'],
    });
    const [first] = found?.entries ?? [];
    const words = first === undefined ? '' : documentToPlainText(first.document);
    expect(words).toContain('A heron.');
    expect(words).toContain('People: Ada');
    expect(words).toContain('Tracked: Sleep: at night: 7.5');
    expect(words).not.toMatch(/alert|54\.1|Sonnig|Sunrise/);
  });

  it('of one file for each entry tells all of them, with the pictures their words show; others beside them are named, and what lies elsewhere is not fetched', async () => {
    const found = await readForeignZip({
      'Diarium/2010-10-26.json': JSON.stringify({
        ...entry,
        html: '<p>x</p><img src="media/heron.png"><img src="https://example.org/heron.png">',
      }),
      'Diarium/2010-10-27.json': JSON.stringify({ ...entry, date: '2010-10-27T08:00:00.1' }),
      'Diarium/2010-10-28.json': '{ "date"',
      'Diarium/media/heron.png': createPng(4, 3),
      'Diarium/media/lonely.jpg': createPng(4, 3),
    });
    expect(found).toMatchObject({
      entries: [{ pictures: [{ name: 'Diarium/media/heron.png' }] }, { pictures: [] }],
      refused: [
        { file: 'Diarium/2010-10-28.json', reason: 'not-json' },
        { file: 'Diarium/media/lonely.jpg', reason: 'media' },
      ],
    });
    expect(JSON.stringify(found)).not.toContain('example.org');
  });

  it('of its database tells the same entries by the same names, to the last digit', async () => {
    const database =
      toDatabase(`CREATE TABLE Entries (DiaryEntryId INTEGER PRIMARY KEY, Heading TEXT, Text TEXT, Rating INTEGER);
      CREATE TABLE Media (DiaryEntryId INTEGER, Type INTEGER, Data BLOB, "Index" INTEGER);
      INSERT INTO Entries VALUES (${ticks}, 'By the lake', '<p>A <b>heron</b>.</p>', 4), (-1, 'never', '', 0);
      INSERT INTO Media VALUES (${ticks}, 0, x'00', 0)`);
    expect(await readForeignFile('diary.db', database)).toMatchObject({
      source: 'diarium',
      entries: [
        { sourceId: ticks, written: { day: '2010-10-26', time: '15:47' }, checkIn: { valence: 2 / 3 } },
      ],
      refused: [{ line: 1, reason: 'date-unclear' }, { reason: 'media' }],
    });
    expect(await readForeignFile('other.db', toDatabase('CREATE TABLE notes (a TEXT)'))).toBeNull();
  });
});
