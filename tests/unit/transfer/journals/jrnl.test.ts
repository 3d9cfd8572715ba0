import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  ForeignSealed,
  ForeignWrongPassphrase,
  type ForeignEntry,
} from '../../../../src/main/transfer/import/journals/foreignJournal';
import { jrnl } from '../../../../src/main/transfer/import/journals/jrnl';
import { documentToPlainText } from '../../../../src/shared/document/plainText';
import { fileOf, filesOfZip, readOptions } from '../../../support/foreign';

const read = async (text: string) => {
  const files = await fileOf(text);
  expect(await jrnl.recognises(files)).toBe(true);
  return jrnl.read(files, readOptions);
};
const seen = ({ written, tags, isStarred, document }: ForeignEntry) =>
  [
    written.is === 'wall' ? `${written.day} ${written.time}` : '',
    tags.join(' '),
    isStarred,
    documentToPlainText(document),
  ] as const;

/** A Fernet token, made by the book. */
function tokenOf(text: string, passphrase: string, salt: Buffer): string {
  const key = pbkdf2Sync(passphrase, salt, 100_000, 32, 'sha256');
  const counter = Buffer.alloc(16, 7);
  const cipher = createCipheriv('aes-128-cbc', key.subarray(16), counter);
  const head = Buffer.concat([Buffer.from([0x80]), Buffer.alloc(8, 1), counter]);
  const signed = Buffer.concat([head, cipher.update(text), cipher.final()]);
  const mark = createHmac('sha256', key.subarray(0, 16)).update(signed).digest();
  return Buffer.concat([signed, mark]).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}

function thirdVersion(text: string, passphrase: string, form: 'json' | 'base64'): Buffer {
  const salt = Buffer.alloc(16, 0xfb);
  const json = JSON.stringify({ salt: salt.toString('base64url') });
  const header = form === 'json' ? json : Buffer.from(json).toString('base64');
  const head = Buffer.from('JRNLv3\0\0', 'latin1');
  head.writeUInt16BE(header.length, 6);
  return Buffer.concat([head, Buffer.from(header), Buffer.from(tokenOf(text, passphrase, salt))]);
}

// Made by Python's `cryptography`, which jrnl uses itself.
const secondVersion =
  'gAAAAABrCXUw0b2TSy3q09JSe07-T9veSP6q2AVysXh8dkpaYa2QwkYBsekkD8CaHXIyW2GPv7FFOWAsk63eeUBQ9va3xPJzEAKmX3CJUXX_ltSgm9c9mHOqldwbT76IvaDOmVFs9jOuU9-STOGaPZkvG3pJrhOPC3BhqqHxBqQrT0k42jv0cO4QcvUKGqyZVtPgiWJQ7CaP';

const passphrase = new TextEncoder().encode('good doggie');
const text =
  '[2013-06-09 15:39] My first entry.\nEverything is alright\n\n[2013-06-10 15:40] Life is good.\n';

describe('a locked journal of jrnl', () => {
  it.each([
    ['version 2', secondVersion],
    ['version 3', thirdVersion(text, 'good doggie', 'json')],
    ['version 3 with a header in base64', thirdVersion(text, 'good doggie', 'base64')],
  ])('of %s is opened by its passphrase, and by nothing else', async (_what, bytes) => {
    const files = await fileOf(bytes);
    expect(await jrnl.recognises(files)).toBe(true);
    const { entries } = await jrnl.read(files, { ...readOptions, passphrase });
    expect(entries.map(seen)).toEqual([
      ['2013-06-09 15:39', '', false, 'My first entry.\nEverything is alright'],
      ['2013-06-10 15:40', '', false, 'Life is good.'],
    ]);
    await expect(jrnl.read(files, readOptions)).rejects.toThrow(ForeignSealed);
    const other = { ...readOptions, passphrase: new TextEncoder().encode('bad doggie') };
    await expect(jrnl.read(files, other)).rejects.toThrow(ForeignWrongPassphrase);
  });

  it('that is cut short is not readable', async () => {
    for (const length of [6, 7, 20, 60, 90]) {
      const files = await fileOf(thirdVersion(text, 'good doggie', 'json').subarray(0, length));
      await expect(jrnl.read(files, { ...readOptions, passphrase })).rejects.toThrow();
    }
  });
});

describe('a journal of jrnl', () => {
  it('as JSON has its entries, stars and tags, also where an old one has none of its own', async () => {
    const { entries, assumed } = await read(
      JSON.stringify({
        tags: { '@walk': 1, '#lake': 1 },
        entries: [
          {
            title: 'A walk.',
            body: 'Round the lake\nslowly',
            date: '2020-06-28',
            time: '18:22',
            tags: ['@walk', '#lake'],
            starred: true,
          },
          {
            title: 'Old with @tag',
            body: 'me@example.org',
            date: '2013-01-02',
            time: '09:00',
            starred: false,
          },
        ],
      }),
    );
    expect(entries.map(seen)).toEqual([
      ['2020-06-28 18:22', 'walk lake', true, 'A walk.\nRound the lake\nslowly'],
      ['2013-01-02 09:00', 'tag', false, 'Old with @tag\nme@example.org'],
    ]);
    expect(assumed).toEqual(['home-zone']);
  });

  it('as text begins an entry with each date at the beginning of a line, and only there', async () => {
    const { entries } = await read(
      '[2020-06-28 18:22] * A star\nbody with [2020-06-29 10:00] inside\n[no date] stays\n\n[2020-06-29 08:05] Ends with one *\n\n[2020-06-30 06:10:11 PM] *slanted* beginning\nlast\n',
    );
    expect(entries.map(seen)).toEqual([
      ['2020-06-28 18:22', '', true, 'A star\nbody with [2020-06-29 10:00] inside\n[no date] stays'],
      ['2020-06-29 08:05', '', true, 'Ends with one'],
      ['2020-06-30 18:10', '', false, 'slanted beginning\nlast'],
    ]);
  });

  it.each([
    ['[28.06.2020 18:22] A\n[01.02.2020 18:22] B', ['2020-06-28', '2020-02-01'], []],
    ['[01/02/2020 18:22] A\n[03/04/2020 18:22] B', ['2020-01-02', '2020-03-04'], ['month-first']],
    ['[01/02/2020 18:22] A\n[13/04/2020 18:22] B', ['2020-02-01', '2020-04-13'], []],
  ])(
    'reads dates as the person set them, and says where it had to guess: %s',
    async (text, days, guessed) => {
      const { entries, assumed } = await read(text);
      expect(entries.map(({ written }) => (written.is === 'wall' ? written.day : ''))).toEqual(days);
      expect(assumed).toEqual(['home-zone', ...guessed]);
    },
  );

  it('as a folder of days and as the pages it calls YAML, with tabs and three dots', async () => {
    const files = await filesOfZip({
      'journal/2020/06/28.txt': '[2020-06-28 18:22] One',
      'pages/2020-06-29_two.md':
        'title: Two: a title\ndate: 2020-06-29 07:30\nstarred: True\ntags: @a, b\nbody: |\n\tfirst\n\n\tsecond\n...\n',
    });
    expect(await jrnl.recognises(files)).toBe(true);
    const { entries } = await jrnl.read(files, readOptions);
    expect(entries.map(seen)).toEqual([
      ['2020-06-28 18:22', '', false, 'One'],
      ['2020-06-29 07:30', 'a b', true, 'Two: a title\nfirst\nsecond'],
    ]);
  });

  it('as text has dates in whichever form jrnl was told to write them', async () => {
    for (const date of [
      '2020-06-28T18:22:11+02:00',
      '2020-06-28T18:22Z',
      'Sunday, 28 June 2020 at 18:22',
      'Jun 28, 2020 06:22 PM',
      '28. Juni 2020 18:22',
      'So., 28 Juni 2020, 18:22',
    ]) {
      const { entries } = await read(`[${date}] First\nwords\n[${date}] Second\n`);
      expect(entries.map(seen)).toEqual([
        ['2020-06-28 18:22', '', false, 'First\nwords'],
        ['2020-06-28 18:22', '', false, 'Second'],
      ]);
    }
    const { entries } = await read('[2020-06-28 18:22] First\n[28 June 2020 18:22] is text here\n');
    expect(entries).toHaveLength(1);
  });

  it('of its first version has no brackets; among many files that says nothing', async () => {
    const text =
      '2010-06-10 15:00 A quiet day.\n\n2013-06-10 15:40 Rain @home\nall of it\n\n[2019-08-03 12:55] copied\n';
    const { entries } = await read(text);
    expect(entries.map(seen)).toEqual([
      ['2010-06-10 15:00', '', false, 'A quiet day.'],
      ['2013-06-10 15:40', 'home', false, 'Rain @home\nall of it\n[2019-08-03 12:55] copied'],
    ]);
    expect(await jrnl.recognises(await filesOfZip({ 'a.txt': text, 'b.txt': text }))).toBe(false);
    expect(await jrnl.recognises(await fileOf('2010-06-10 15:00:07 INFO started'))).toBe(false);
  });

  it('is not taken for any text', async () => {
    for (const text of ['', 'Dear diary', '[link](x)', '[2020 words] x', '{"entries":[]}'])
      expect(await jrnl.recognises(await fileOf(text))).toBe(false);
  });
});
