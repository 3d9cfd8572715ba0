import { describe, expect, it } from 'vitest';
import { documentToMarkdown } from '../../../../src/shared/document/markdown';
import {
  ForeignSealed,
  ForeignWrongPassphrase,
  type ForeignJournal,
} from '../../../../src/main/transfer/import/journals/foreignJournal';
import { miniDiary } from '../../../../src/main/transfer/import/journals/miniDiary';
import { bytesToFiles } from '../../../../src/main/transfer/import/journals/foreignFiles';
import { bytesSource } from '../../../support/archives';
import { readOptions } from '../../../support/foreign';
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

// Made by OpenSSL: enc -aes-192-cbc -md md5 -nosalt, with the hash of "bonne nuit é" as its password.
const locked = Buffer.from(
  'NQu7BArpNgbkvNoG3NVelH5//cqJ18qeCIT+s9IFYYQWNUYb6cQgMz+pA8reWjcYtGTb6ai57nBl1CY9oc79zHCCh3Zhtdo8cvT+6TlwX/EMt5W7x4dKutfLPTGQbjzzfcgz1BryecJvMcYbDqq/HvmTHgxmWMS/nsgHSP1blRedFuKlIfISb5tminnqScnlJBvIBL1EeMH44qCrF7hDDSNT8pyXpVHBn87iZw6jOyEeimGCsY4AG6wf6+vwlNPk',
  'base64',
);
const withPassphrase = (passphrase: string) => ({
  ...readOptions,
  passphrase: new TextEncoder().encode(passphrase),
});

describe('the locked file that Mini Diary keeps itself', () => {
  it('is opened by its passphrase, and by nothing else', async () => {
    const files = bytesToFiles(bytesSource(locked), 'mini-diary.txt');
    expect(await miniDiary.recognises(files)).toBe(true);
    const found = await miniDiary.read(files, withPassphrase('bonne nuit é'));
    expect(found).toMatchObject({
      source: 'mini-diary',
      entries: [
        { written: { day: '2020-03-29' }, title: 'Spring', modifiedAt: Date.parse('2020-03-29T18:00:00Z') },
      ],
    });
    expect(markdownOf(found)).toEqual(['The *first* warm day']);
    await expect(miniDiary.read(files, readOptions)).rejects.toThrow(ForeignSealed);
    for (const other of ['bonne nuit', 'x', ''])
      await expect(miniDiary.read(files, withPassphrase(other))).rejects.toThrow(ForeignWrongPassphrase);
  });

  it('that was cut off opens with nothing, and a text of that name is none', async () => {
    const cut = bytesToFiles(bytesSource(locked.subarray(0, 48)), 'mini-diary.txt');
    await expect(miniDiary.read(cut, withPassphrase('bonne nuit é'))).rejects.toThrow(ForeignWrongPassphrase);
    for (const [bytes, name] of [
      [locked.subarray(0, 47), 'mini-diary.txt'],
      [locked, 'other.txt'],
      [Buffer.from('Sixteen letters. And sixteen too'), 'mini-diary.txt'],
    ] as const)
      expect(await miniDiary.recognises(bytesToFiles(bytesSource(bytes), name))).toBe(false);
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
