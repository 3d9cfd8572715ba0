import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAtFile, type LookPorts } from '../../../../src/main/transfer/import/lookAtFile';
import { openForeignFiles } from '../../../../src/main/transfer/import/journals/foreignFiles';
import type { OpenedJournal } from '../../../../src/main/journal/journal';
import { createPace } from '../../../../src/main/transfer/pace';
import { documentToImageIds } from '../../../../src/shared/document/imageIds';
import { documentToPlainText } from '../../../../src/shared/document/plainText';
import type { Entry } from '../../../../src/shared/domain/entry';
import { entryIdSchema } from '../../../../src/shared/id';
import { bringIn, toArchive } from '../../../support/archives';
import { writeFolder, zipOf } from '../../../support/foreign';
import { createNewImage, createPng } from '../../../support/images';
import { createTestJournal, type TestJournal } from '../../../support/journalFixture';
import { must } from '../../../support/must';
import { createTestFolder } from '../../../support/testFolder';

let place: ReturnType<typeof createTestFolder>;
beforeEach(() => {
  place = createTestFolder();
});
afterEach(() => place[Symbol.dispose]());

/** What has to be there for the test to go on. */
function there<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('It is not there');
  return value;
}

const at = (name: string): string => join(place.path, name);

async function bringInFile(test: TestJournal, path: string, more: Partial<LookPorts> = {}) {
  return must(
    await lookAtFile(path, test.journal, { ...test.ports, ...more }, async (looked) => {
      const judged = test.journal.imports.judge(looked.holdings);
      const { source, refused, assumed, pictures } = looked;
      const merged = await bringIn(test.journal, looked.holdings, source);
      return { ...merged, judged, source, refused, assumed, pictures };
    }),
  );
}

const entriesOf = (journal: OpenedJournal): readonly Entry[] => [...journal.everything.entries()];
const port = {
  recode: (raw: Uint8Array) => Promise.resolve(raw.length < 10 ? null : createNewImage(raw.length)),
};

/** An entry of Day One's with nothing but a picture. */
const wordless = (md5: string) => ({
  creationDate: '2024-04-16T23:30:00Z',
  timeZone: 'Asia/Tokyo',
  photos: [{ identifier: md5, md5, type: 'png' }],
});

const dayOneZip = (): Promise<Buffer> =>
  zipOf({
    'Journal.json': JSON.stringify({
      metadata: { version: '1.0' },
      entries: [
        {
          uuid: '1461153D91EC48C180C606C853FBFD83',
          creationDate: '2024-04-16T23:30:00Z',
          modifiedDate: '2024-04-19T21:48:52Z',
          timeZone: 'Asia/Tokyo',
          starred: true,
          tags: ['Walk', 'walk', 'x'.repeat(80)],
          text: 'By the lake\n\n![](dayone-moment://AA)\n\n![](dayone-moment://BB)',
          photos: [
            { identifier: 'AA', md5: 'aa', type: 'png' },
            { identifier: 'BB', md5: 'bb', type: 'png' },
          ],
        },
        {
          uuid: 'B',
          creationDate: '2024-04-17T08:00:00Z',
          isAllDay: true,
          timeZone: 'America/New_York',
          text: 'x',
        },
        { uuid: 'C', creationDate: '2024-04-17T08:00:00Z', timeZone: 'Nowhere/Atall' },
        { uuid: 'D', creationDate: '2024-04-17T08:00:00Z', timeZone: 'GMT-0330', text: 'y' },
      ],
    }),
    'photos/aa.png': createPng(4, 4),
    'photos/bb.png': 'broken',
  });

describe('the journal of another program', () => {
  it('comes in on the days that were lived there, with its tags, its star and its pictures', async () => {
    await using test = await createTestJournal();
    writeFileSync(at('one.zip'), await dayOneZip());
    const { counts, pictures, refused } = await bringInFile(test, at('one.zip'), { pictures: port });
    expect(counts['entries']).toMatchObject({ new: 3 });
    expect(pictures).toEqual({ placed: 1, left: 0, unreadable: 1 });
    expect(refused).toEqual([{ file: 'Journal.json', line: 3, reason: 'empty' }]);
    const [first, ...others] = entriesOf(test.journal).toSorted((one, other) => one.at - other.at);
    expect(first).toMatchObject({
      day: '2024-04-17',
      zone: 'Asia/Tokyo',
      offsetMinutes: 540,
      isStarred: true,
      tags: ['Walk'],
      givenTitle: null,
    });
    expect(documentToPlainText(there(first).document)).toBe(`By the lake\n${'x'.repeat(80)}`);
    const [image] = documentToImageIds(there(first).document);
    expect(test.journal.images.read(there(image), 'full')?.mediaType).toBe('image/png');
    expect(others.map(({ day, zone, offsetMinutes }) => [day, zone, offsetMinutes])).toEqual([
      ['2024-04-17', '-03:30', -210],
      ['2024-04-17', 'America/New_York', -240],
    ]);
  });

  it('is the same moment in the table of Daylio and in its backup, in whichever order they come, and wherever this computer is', async () => {
    const backup = {
      version: 15,
      customMoods: [{ id: 1, custom_name: '', mood_group_id: 2, predefined_name_id: 2 }],
      tags: [{ id: 1, name: 'yoga' }],
      dayEntries: [
        {
          id: 9,
          datetime: 1_700_408_759_432,
          timeZoneOffset: -18_000_000,
          mood: 1,
          note: 'later',
          tags: [1],
        },
        {
          id: 8,
          datetime: 1_700_408_750_432,
          timeZoneOffset: -18_000_000,
          mood: 1,
          note: 'earlier',
          tags: [],
        },
        { id: 7, datetime: 1_700_308_750_432, timeZoneOffset: -18_000_000, mood: 1, note: '', tags: [] },
      ],
    };
    writeFileSync(
      at('x.daylio'),
      await zipOf({ 'backup.daylio': Buffer.from(JSON.stringify(backup)).toString('base64') }),
    );
    writeFileSync(
      at('x.csv'),
      'full_date,date,weekday,time,mood,activities,note_title,note\n2023-11-19,x,y,10:45 am,gut,yoga,,later\n2023-11-19,x,y,10:45 am,gut,,,earlier\n2023-11-18,x,y,06:59,gut,,,\n',
    );
    for (const [first, second] of [
      ['x.csv', 'x.daylio'],
      ['x.daylio', 'x.csv'],
    ] as const) {
      await using test = await createTestJournal();
      await bringInFile(test, at(first));
      expect(entriesOf(test.journal)).toHaveLength(2);
      const { judged } = await bringInFile(test, at(second));
      expect(judged['entries']).toMatchObject({ new: 0, older: 2 });
      expect(judged['check_ins']).toMatchObject({ new: 0, older: 3 });
    }
  });

  it('whose feeling has more beside it than a note can hold tells that, and keeps the beginning', async () => {
    await using test = await createTestJournal();
    const head = 'full_date,date,weekday,time,mood,activities,note_title,note';
    const many = Array.from({ length: 1500 }, (_, index) => `activity${index}`).join(' | ');
    writeFileSync(at('daylio.csv'), `${head}\n2024-01-02,x,x,10:00,good,${many},,\n`);
    const read = await bringInFile(test, at('daylio.csv'));
    expect(read.refused).toEqual([{ file: null, line: 1, reason: 'too-long' }]);
    const [felt] = test.journal.everything.checkIns();
    expect(felt?.note?.startsWith('activity0, activity1')).toBe(true);
    expect(felt?.note).toHaveLength(10_000);
  });

  it('with two pictures in one second and no words is two entries', async () => {
    await using test = await createTestJournal();
    const files = {
      'Journal.json': JSON.stringify({
        metadata: { version: '1.0' },
        entries: [wordless('aa'), wordless('bb'), wordless('aa')],
      }),
      'photos/aa.png': Buffer.from(createPng(20, 20)),
      'photos/bb.png': Buffer.from(createPng(21, 21)),
    };
    writeFileSync(at('dayone.zip'), await zipOf(files));
    await bringInFile(test, at('dayone.zip'), { pictures: port });
    expect(entriesOf(test.journal)).toHaveLength(2);
  });

  it('keeps a page of which there is nothing but a title', async () => {
    await using test = await createTestJournal();
    const entries = {
      '2020-03-29': { title: 'Nothing to add', text: '' },
      '2020-03-30': { title: '', text: '' },
    };
    writeFileSync(
      at('mini.json'),
      JSON.stringify({ metadata: { application: 'Mini Diary', version: '3.3.0' }, entries }),
    );
    const { refused } = await bringInFile(test, at('mini.json'));
    expect(entriesOf(test.journal)).toMatchObject([{ day: '2020-03-29', givenTitle: 'Nothing to add' }]);
    expect(refused).toMatchObject([{ line: 2, reason: 'empty' }]);
  });

  it('is recognised when it is read again, and is gone to the last byte when it is taken back', async () => {
    await using test = await createTestJournal();
    must(
      test.journal.entries.save({
        id: entryIdSchema.parse('0196cd1f-0000-7000-8000-0000000000aa'),
        document: { root: { type: 'root', children: [] } },
        baseRevision: 0,
      }),
    );
    const before = await toArchive(test.journal);
    writeFileSync(at('one.zip'), await dayOneZip());
    const { id } = await bringInFile(test, at('one.zip'), { pictures: port });
    test.clock.advance({ days: 3 });
    test.clock.travelTo('America/Los_Angeles');
    const again = await bringInFile(test, at('one.zip'), { pictures: port });
    for (const of of Object.values(again.judged))
      expect({ new: of.new, changed: of.changed, older: of.older }).toEqual({ new: 0, changed: 0, older: 0 });
    must(await test.journal.imports.takeBack(id, createPace({})));
    expect((await toArchive(test.journal)).equals(before)).toBe(true);
  });

  it('without anybody to decode pictures leaves and counts them, and brings them in later', async () => {
    await using test = await createTestJournal();
    writeFileSync(at('one.zip'), await dayOneZip());
    expect((await bringInFile(test, at('one.zip'))).pictures).toEqual({ placed: 0, left: 2, unreadable: 0 });
    const later = await bringInFile(test, at('one.zip'), { pictures: port });
    expect(later.counts['entries']).toMatchObject({ same: 2, changed: 1 });
    const [entry] = entriesOf(test.journal).filter(({ isStarred }) => isStarred);
    expect(documentToImageIds(there(entry).document)).toHaveLength(1);
    expect((await bringInFile(test, at('one.zip'))).judged['entries']).toMatchObject({ new: 0, changed: 0 });
  });

  it('a picture that the journal holds already is not decoded again', async () => {
    await using test = await createTestJournal();
    writeFileSync(at('one.zip'), await dayOneZip());
    await bringInFile(test, at('one.zip'), { pictures: port });
    let decoded = 0;
    const counting = {
      recode: (raw: Uint8Array) => {
        decoded += 1;
        return port.recode(raw);
      },
    };
    await bringInFile(test, at('one.zip'), { pictures: counting });
    expect(decoded).toBe(1);
  });

  it('without zones says that it took the zone of this computer, and is the same from another one', async () => {
    await using test = await createTestJournal();
    writeFileSync(at('journal.txt'), '[2020-03-29 23:30] Late\n\n[2020-03-30 00:10] Early\n');
    const { source, assumed } = await bringInFile(test, at('journal.txt'));
    expect([source, assumed]).toEqual(['jrnl', ['home-zone']]);
    expect(entriesOf(test.journal).map(({ day, zone }) => `${day} ${zone}`)).toEqual([
      '2020-03-29 Europe/Paris',
      '2020-03-30 Europe/Paris',
    ]);
    test.clock.travelTo('America/New_York');
    const again = await bringInFile(test, at('journal.txt'));
    expect(again.judged['entries']).toMatchObject({ new: 0, changed: 0 });
    expect(entriesOf(test.journal)).toHaveLength(2);
  });

  it('that is locked asks for its passphrase, and says when it is another one', async () => {
    await using test = await createTestJournal();
    writeFileSync(
      at('locked'),
      'gAAAAABrCXUw0b2TSy3q09JSe07-T9veSP6q2AVysXh8dkpaYa2QwkYBsekkD8CaHXIyW2GPv7FFOWAsk63eeUBQ9va3xPJzEAKmX3CJUXX_ltSgm9c9mHOqldwbT76IvaDOmVFs9jOuU9-STOGaPZkvG3pJrhOPC3BhqqHxBqQrT0k42jv0cO4QcvUKGqyZVtPgiWJQ7CaP',
    );
    const look = (passphrase?: string) =>
      lookAtFile(
        at('locked'),
        test.journal,
        {
          ...test.ports,
          passphrase: passphrase === undefined ? undefined : new TextEncoder().encode(passphrase),
        },
        ({ incoming }) => Promise.resolve(incoming.everything.counts().entries),
      );
    expect(await look()).toEqual({ ok: false, error: { type: 'ImportSealed' } });
    expect(await look('bad doggie')).toEqual({ ok: false, error: { type: 'WrongPassphrase' } });
    expect(await look('good doggie')).toEqual({ ok: true, value: 2 });
  });

  it('in a folder is read without following links out of it', async () => {
    writeFileSync(at('secret.json'), '{}');
    mkdirSync(at('folder'));
    writeFolder(at('folder'), { 'a/one.json': '{}' });
    symlinkSync(at('secret.json'), at('folder/link.json'));
    symlinkSync(place.path, at('folder/around'));
    const files = await openForeignFiles(at('folder'));
    expect(files.names()).toEqual(['a/one.json']);
    expect(files.find('A/One.JSON')).toBe('a/one.json');
  });

  it('behind a link that leads to itself is not there', async () => {
    await using test = await createTestJournal();
    symlinkSync(at('round'), at('round'));
    expect(await lookAtFile(at('round'), test.journal, test.ports, () => Promise.resolve(null))).toEqual({
      ok: false,
      error: { type: 'ImportMissing' },
    });
  });

  it('that nobody knows is not readable, be it a file, a zip or a folder', async () => {
    await using test = await createTestJournal();
    writeFolder(at('folder'), { 'a.bin': 'x' });
    writeFileSync(at('a.zip'), await zipOf({ 'a.bin': 'x' }));
    for (const path of [at('folder'), at('folder/a.bin'), at('a.zip')])
      expect(await lookAtFile(path, test.journal, test.ports, () => Promise.resolve(1))).toEqual({
        ok: false,
        error: { type: 'ImportNotReadable' },
      });
  });
});
