import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../../src/main/cli/run';
import type { JournalPorts } from '../../../src/main/journal/journal';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { zipOf } from '../../support/foreign';
import { createPng } from '../../support/images';
import { createFakeClock, testKdf } from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';

const passphrase = 'geese over the long field';
let place: ReturnType<typeof createTestFolder>;
let ports: JournalPorts;

beforeEach(() => {
  place = createTestFolder();
  ports = {
    clock: createFakeClock('2026-03-10T18:30:00Z', 'Europe/Paris'),
    randomBytes: createSeededRandom(5).bytes,
    kdf: testKdf,
    scratchFolder: join(place.path, 'scratch'),
  };
});
afterEach(() => place[Symbol.dispose]());

async function footnote(...line: readonly string[]) {
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
  return { code, out, said };
}

const at = (name: string): string => join(place.path, name);

async function createTwo(): Promise<void> {
  await footnote('create', at('One.journal'));
  await footnote('create', at('Two.journal'));
  await footnote('add', at('One.journal'), '--text', 'A heron by the lake', '--tags', 'birds');
  await footnote('checkin', at('One.journal'), '--mood', '2');
  expect(
    await footnote('export', at('One.journal'), at('one.footnote.zip'), '--format', 'archive'),
  ).toMatchObject({ code: 0 });
}

it('a dry run says what would come in and changes nothing; then it comes in, once, and can be taken back', async () => {
  await createTwo();
  const line = ['import', at('Two.journal'), '--from', at('one.footnote.zip')];
  const dry = await footnote(...line, '--dry-run');
  expect(dry).toMatchObject({ code: 0, said: '' });
  expect(dry.out).toContain('one entry: 1 new, 0 here already.');
  expect(dry.out).toContain('Nothing was changed.');
  expect((await footnote('list', at('Two.journal'))).out).not.toContain('heron');

  const done = await footnote(...line);
  expect(done.code).toBe(0);
  const [, id = ''] = /take-back … (\S+)/.exec(done.out) ?? [];
  expect((await footnote('list', at('Two.journal'))).out).toContain('heron');
  expect((await footnote(...line)).out).toContain('one entry: 0 new, 1 here already.');
  expect((await footnote('imports', at('Two.journal'))).out).toContain(id);

  expect((await footnote('take-back', at('Two.journal'), id)).out).toMatch(/^Took back \d+ records\./);
  expect((await footnote('list', at('Two.journal'))).out).not.toContain('heron');
  expect(await footnote('take-back', at('Two.journal'), id)).toMatchObject({ code: 9 });
  expect(readdirSync(at('scratch'))).toEqual([]);
});

it('what is no archive is refused in a sentence, and nothing comes of it', async () => {
  await createTwo();
  writeFileSync(at('text.zip'), 'not a zip');
  const line = ['import', at('Two.journal'), '--from'];
  expect(await footnote(...line, at('text.zip'))).toMatchObject({
    code: 11,
    said: expect.stringContaining('damaged, or is of a kind that Footnote does not know'),
  });
  expect(await footnote(...line, at('nothing.zip'))).toMatchObject({ code: 11 });
  expect(await footnote('import', at('Two.journal'))).toMatchObject({ code: 2 });
  expect((await footnote('imports', at('Two.journal'))).out).toContain('Nothing was brought in.');
});

const strava = (...rows: readonly string[]): string =>
  [
    'Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note',
    ...rows,
  ].join('\n');

it('sessions of another program come in once, without a feeling before or after, and the same run told by a watch is left out unless wanted', async () => {
  await footnote('create', at('Two.journal'));
  writeFileSync(
    at('activities.csv'),
    strava(
      '1,"Oct 7, 2025, 6:00:00 AM",Morning,Run,,1800,5.02,150,20,false,light',
      '2,"Oct 8, 2025, 6:00:00 PM",Flow,Yoga,,3600,,,,false,',
      '3,"Oct 9, 2025, 6:00:00 PM",No length,Walk,,,,,,false,',
    ),
  );
  const line = ['import', at('Two.journal'), '--from'];
  const dry = await footnote(...line, at('activities.csv'), '--dry-run');
  expect(dry).toMatchObject({ code: 0, said: '' });
  expect(dry.out).toContain('2 sessions: 2 new, 0 here already.');
  expect(dry.out).toMatch(
    /Waits for you: 2025-10-09, 20:00, walk "No length": nobody knows how long it took\. To bring it in: --minutes \S+=30/,
  );
  expect(await footnote(...line, at('activities.csv'))).toMatchObject({ code: 0 });
  expect((await footnote(...line, at('activities.csv'))).out).toContain('2 sessions: 0 new, 2 here already.');

  writeFileSync(
    at('watch.tcx'),
    `<TrainingCenterDatabase><Activities><Activity Sport="Running"><Id>2025-10-07T06:01:00Z</Id><Lap StartTime="2025-10-07T06:01:00Z"><TotalTimeSeconds>1700</TotalTimeSeconds></Lap></Activity></Activities></TrainingCenterDatabase>`,
  );
  const watch = await footnote(...line, at('watch.tcx'), '--dry-run');
  expect(watch.out).toContain('one session seems to be here already');
  expect((await footnote(...line, at('watch.tcx'), '--dry-run', '--with-alike')).out).toContain(
    'one session: 1 new',
  );

  await footnote('export', at('Two.journal'), at('tables'), '--format', 'csv', '--for-excel');
  const [, ...rows] = readFileSync(join(at('tables'), 'movement.csv'), 'utf8')
    .trim()
    .split('\r\n');
  expect(rows).toHaveLength(2);
  expect(rows[0]).toContain('2025-10-07,08:00');
});

it('entries that say word for word what is here on the same day stay out unless wanted, and the counts say so', async () => {
  await footnote('create', at('One.journal'));
  await footnote('add', at('One.journal'), '--text', 'A heron by the lake', '--tags', 'birds');
  await footnote('add', at('One.journal'), '--text', 'Two herons');
  await footnote('export', at('One.journal'), at('one.txt'), '--format', 'jrnl');
  const line = ['import', at('One.journal'), '--from', at('one.txt')];
  const dry = await footnote(...line, '--dry-run');
  expect(dry).toMatchObject({ code: 0, said: '' });
  expect(dry.out).toContain(
    '2 entries say word for word what is here already on the same day, and stay out; --with-alike brings them in.',
  );
  expect(dry.out).not.toContain(' new, ');
  expect((await footnote(...line, '--dry-run', '--with-alike')).out).toContain('2 entries: 2 new');
  await footnote(...line);
  expect((await footnote('list', at('One.journal'))).out.match(/heron/g)).toHaveLength(2);

  writeFileSync(at('one.txt'), readFileSync(at('one.txt'), 'utf8').replace('Two herons', 'Three herons'));
  const one = await footnote(...line, '--dry-run');
  expect(one.out).toContain('one entry: 1 new');
  expect(one.out).toContain('one entry says word for word what is here already on the same day');
  await footnote(...line, '--with-alike');
  expect((await footnote('list', at('One.journal'))).out.match(/heron/g)).toHaveLength(4);
});

it('a session without a length waits, comes in with the minutes that are said, and is known the next time', async () => {
  await footnote('create', at('Two.journal'));
  writeFileSync(
    at('track.gpx'),
    `<gpx><metadata><time>2025-10-09T16:00:00Z</time></metadata><trk><name>Spin class</name><trkseg/></trk></gpx>`,
  );
  const line = ['import', at('Two.journal'), '--from', at('track.gpx')];
  const dry = await footnote(...line, '--dry-run');
  const [, id = ''] = /--minutes (\S+)=30/.exec(dry.out) ?? [];
  expect(id).not.toBe('');
  expect(await footnote(...line, '--minutes', `${id}=many`)).toMatchObject({ code: 2 });
  expect(await footnote(...line, '--minutes', `${id}=1441`)).toMatchObject({ code: 2 });
  expect((await footnote(...line, '--minutes', `${id}=45`)).out).toContain('one session: 1 new');
  const again = await footnote(...line);
  expect(again.out).toContain('one session: 0 new, 1 here already.');
  expect(again.out).not.toContain('Waits for you');
});

it("another program's journal comes in in calm words: what was guessed, what stays outside, and nothing twice", async () => {
  await footnote('create', at('Two.journal'));
  writeFileSync(
    at('one.zip'),
    await zipOf({
      'Journal.json': JSON.stringify({
        metadata: { version: '1.0' },
        entries: [
          {
            uuid: 'A',
            creationDate: '2025-10-07T23:30:00Z',
            timeZone: 'Asia/Tokyo',
            text: 'A heron ![](dayone-moment://AA)',
            photos: [{ identifier: 'AA', md5: 'aa', type: 'png' }],
            audios: [{ identifier: 'BB', md5: 'bb' }],
          },
          { uuid: 'B', creationDate: '2025-10-07T23:30:00Z', text: 'No zone', weather: {} },
        ],
      }),
      'photos/aa.png': createPng(4, 4),
    }),
  );
  const line = ['import', at('Two.journal'), '--from', at('one.zip')];
  const dry = await footnote(...line, '--dry-run');
  expect(dry).toMatchObject({ code: 0, said: '' });
  expect(dry.out.trim().split('\n')).toEqual([
    '2 entries: 2 new, 0 here already.',
    'Places and the weather stay outside.',
    'Its times have no zone; they were read as times of the zone this computer is in.',
    'Not taken over: number 1 of Journal.json, because a journal keeps words and pictures, and it is a recording, a film or a document.',
    'one picture stays outside; bring the file in with the app to have them, too.',
    'Nothing was changed.',
  ]);
  expect(await footnote(...line)).toMatchObject({ code: 0 });
  expect((await footnote(...line)).out).toContain('2 entries: 0 new, 2 here already.');
  const { out } = await footnote('list', at('Two.journal'));
  expect(out).toContain('2025-10-08');
  expect(out).toContain('A heron');
});
