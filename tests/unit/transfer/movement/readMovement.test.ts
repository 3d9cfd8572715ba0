import { expect, it } from 'vitest';
import { readMovement } from '../../../../src/main/transfer/import/movement/readMovement';
import { toSessions } from '../../../../src/main/transfer/import/movement/toSessions';
import { movementSessionSchema } from '../../../../src/shared/domain/movement';
import { bytesSource } from '../../../support/archives';
import { createFit } from '../../../support/fitFile';
import { toZip } from '../../../support/zips';

const read = (bytes: Uint8Array) => readMovement(bytesSource(Buffer.from(bytes)), { unit: 'km' });
const home = { home: 'Europe/Paris', boundaryHour: 4 };

const strava = (...rows: readonly string[]): Buffer =>
  Buffer.from(
    ['id,date,name,type,description,elapsed_time,distance (m),commute,gear,filename', ...rows].join('\n'),
  );

it('a distance of nothing or around the world stops no other session, and is told', async () => {
  const found = await read(
    strava(
      '1,2017-05-01 06:30:00,a,Run,,600,0.3,,,',
      '2,2017-05-02 06:30:00,b,Run,,600,40000000,,,',
      '3,2017-05-03 06:30:00,c,Run,,600,5000,,,',
    ),
  );
  expect(found?.sessions.map(({ distanceMetres }) => distanceMetres)).toEqual([null, null, 5000]);
  expect(found?.assumed).toEqual(['distances-too-far']);
  for (const session of toSessions(found?.sessions ?? [], 'strava', home).sessions)
    expect(movementSessionSchema.safeParse(session).success).toBe(true);
});

it('a note that is longer than one can be is cut between characters, and that is told', async () => {
  const found = await read(strava(`1,2017-05-01 06:30:00,a,Run,"${'x'.repeat(9_996)}🌊🌊",600,,,,`));
  expect(found?.assumed).toEqual(['notes-cut']);
  const [session] = toSessions(found?.sessions ?? [], 'strava', home).sessions;
  expect(session?.note).toBe(`a\n\n${'x'.repeat(9_996)}`);
});

it('a FIT file that ends too early or whose checksum is wrong comes in with a remark', async () => {
  const fields = [
    [2, 4, 0x86, 1_000_000_000],
    [7, 4, 0x86, 600_000],
    [16, 1, 2, 141],
  ] as const;
  const whole = createFit([
    { message: 0, fields: [[0, 1, 0, 4]] },
    { message: 18, fields },
  ]);
  const one = { source: 'fit', sessions: [{ minutes: 10 }] };
  expect(await read(whole)).toMatchObject({ ...one, assumed: [] });
  expect(await read(whole.subarray(0, -1))).toMatchObject({ ...one, assumed: ['file-cut'] });
  expect(await read(whole.with(whole.indexOf(141), 142))).toMatchObject({
    ...one,
    assumed: ['file-damaged'],
  });
});

it('what is no time of moving beside those that are is said to stay outside', async () => {
  const route = '<?xml version="1.0"?><gpx><rte><name>To the lake</name></rte></gpx>';
  expect(await read(Buffer.from(route))).toMatchObject({ sessions: [], assumed: ['routes-left-out'] });
  const course = '<TrainingCenterDatabase><Courses><Course/></Courses></TrainingCenterDatabase>';
  expect(await read(Buffer.from(course))).toMatchObject({ source: 'tcx', assumed: ['routes-left-out'] });
  const moods = (mood: string) => read(Buffer.from(`<HealthData locale="de_DE">${mood}</HealthData>`));
  for (const mood of ['<StateOfMind valence="0.5"/>', '<Record type="HKDataTypeStateOfMind"/>'])
    expect(await moods(mood)).toMatchObject({ source: 'apple-health', assumed: ['moods-left-out'] });
  expect(await moods('<Record type="HKQuantityTypeIdentifierStepCount"/>')).toMatchObject({ assumed: [] });
});

const gpxOf = (name: string): string =>
  `<?xml version="1.0"?><gpx><trk><name>${name}</name><trkseg><trkpt><time>2024-10-27T00:50:00Z</time></trkpt><trkpt><time>2024-10-27T01:50:00Z</time></trkpt></trkseg></trk></gpx>`;
const fitOf = (start: number): Uint8Array =>
  createFit([
    { message: 0, fields: [[0, 1, 0, 4]] },
    {
      message: 18,
      fields: [
        [2, 4, 0x86, start],
        [7, 4, 0x86, 600_000],
      ],
    },
  ]);

it('a file of a watch in a zip, as Garmin hands it out, is the same one as alone', async () => {
  const alone = await read(fitOf(1_000_000_000));
  const packed = await read(await toZip({ '12345.fit': fitOf(1_000_000_000) }));
  expect(packed).toEqual(alone);
  expect(packed).toMatchObject({ source: 'fit', sessions: [{ minutes: 10 }] });
});

it('files of watches in one zip come in each by itself, and one that can’t be read is named', async () => {
  const files = {
    'a/1.fit': fitOf(1_000_000_000),
    'a/2.gpx': gpxOf('Dyke'),
    'a/3.fit': 'nothing of the kind',
    'a/4.fit.gz': 'packed once more',
    '__MACOSX/a/._1.fit': 'x',
    'a/5.fit': fitOf(1_000_100_000).subarray(0, -1),
  };
  const found = await read(await toZip(files));
  expect(found).toMatchObject({
    source: 'fit',
    sessions: [{ minutes: 10 }, { title: 'Dyke', toldBy: 'gpx' }, { minutes: 10 }],
    refused: [
      { file: 'a/3.fit', row: null, reason: 'not-readable' },
      { file: 'a/4.fit.gz', row: null, reason: 'not-readable' },
    ],
    assumed: ['file-cut'],
  });
  const ids = (told: typeof found) =>
    toSessions(told?.sessions ?? [], told?.source ?? '', home).sessions.map(({ id }) => id);
  expect(ids(found)).toContain(ids(await read(Buffer.from(gpxOf('Dyke'))))[0]);
  expect(await read(await toZip({ 'a/3.fit': 'nothing of the kind' }))).toBeNull();
});

it('XML whose names have a prefix is known all the same', async () => {
  const gpx = `<?xml version="1.0"?><g:gpx xmlns:g="x"><g:trk><g:trkseg><g:trkpt><g:time>2024-10-27T00:50:00Z</g:time></g:trkpt><g:trkpt><g:time>2024-10-27T01:50:00Z</g:time></g:trkpt></g:trkseg></g:trk></g:gpx>`;
  expect(await read(Buffer.from(gpx))).toMatchObject({ source: 'gpx', sessions: [{ minutes: 60 }] });
});
