import { describe, expect, it } from 'vitest';
import { documentToMarkdown } from '../../../../src/shared/document/markdown';
import type { ForeignJournal } from '../../../../src/main/transfer/import/journals/foreignJournal';
import { readForeignFile } from '../../../support/foreignJournals';

const markdownOf = (found: ForeignJournal | null): readonly string[] =>
  found?.entries.map(({ document }) => documentToMarkdown(document).trim()) ?? [];

const diary = (version: string, text: string): string =>
  JSON.stringify(
    {
      metadata: { application: 'Mini Diary', version, dateUpdated: 'Thu Jan 03 2019 00:00:00 GMT-0800' },
      entries: {
        '2020-03-29': {
          dateUpdated: 'Thu Jan 03 2019 00:00:00 GMT-0800 (Nordamerikanische Westküsten-Normalzeit)',
          title: 'Spring',
          text,
        },
        someday: { title: 'x', text: 'y' },
      },
    },
    null,
    '\t',
  );

describe('the file of Mini Diary', () => {
  it('tells a page a day, on the day it names wherever it is read, in Markdown', async () => {
    const found = await readForeignFile('mini-diary.json', diary('v3.3.0', 'One **two**\nthree'));
    expect(found).toMatchObject({
      source: 'mini-diary',
      entries: [
        {
          sourceId: '2020-03-29',
          written: { is: 'wall', day: '2020-03-29', time: null },
          title: 'Spring',
          modifiedAt: Date.parse('2019-01-03T08:00:00Z'),
        },
      ],
      refused: [{ line: 2, reason: 'date-unclear' }],
    });
    expect(markdownOf(found)[0]).toContain('**two**');
  });

  it('from before 2.0.0 has a paragraph for each line', async () => {
    expect(markdownOf(await readForeignFile('a.json', diary('1.9.1', 'One\nTwo')))).toEqual(['One\n\nTwo']);
  });
});

describe('the file of Mini Diarium', () => {
  it('is a list in HTML, several pages a day, each known by its own name', async () => {
    const file = {
      metadata: { application: 'Mini Diarium', version: '0.4.0', exportedAt: '2026-01-01T00:00:00Z' },
      entries: [
        {
          id: 7,
          date: '2026-01-01',
          title: '',
          text: '<p>A <strong>new</strong> year</p><img src="https://example.org/x.png" onerror="alert(1)">',
          dateUpdated: '2026-01-01T10:00:00.000Z',
        },
        { id: 8, date: '2026-01-01', title: 'Evening', text: '<ul><li>tea</li></ul>' },
        { id: 9 },
      ],
    };
    const found = await readForeignFile('mini-diarium.json', JSON.stringify(file));
    expect(found).toMatchObject({
      source: 'mini-diarium',
      entries: [
        { sourceId: '7', title: null, modifiedAt: Date.parse('2026-01-01T10:00:00Z') },
        { sourceId: '8', title: 'Evening', modifiedAt: null },
      ],
      refused: [{ line: 3, reason: 'date-unclear' }],
    });
    expect(markdownOf(found)).toEqual(['A **new** year', '- tea']);
    expect(JSON.stringify(found)).not.toMatch(/example\.org|alert/);
  });
});
