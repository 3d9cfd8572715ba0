import { describe, expect, it } from 'vitest';
import {
  readMovement,
  type ForeignMovement,
} from '../../../../src/main/transfer/import/movement/readMovement';
import { toSessions } from '../../../../src/main/transfer/import/movement/toSessions';
import { bytesSource } from '../../../support/archives';
import { toDatabase } from '../../../support/strangerDatabases';
import { toZip } from '../../../support/zips';

const home = { home: 'Europe/Paris', boundaryHour: 4 };
const read = (bytes: Buffer) => readMovement(bytesSource(bytes), { unit: 'km' });
const readText = (text: string) => read(Buffer.from(text));
const readZip = async (files: Readonly<Record<string, string | Uint8Array>>) => read(await toZip(files));

const run = {
  fitnessActivity: 'running',
  startTime: '2024-02-01T07:00:00Z',
  endTime: '2024-02-01T07:31:00Z',
  duration: '1860.000s',
  segment: [{ fitnessActivity: 'running' }],
  aggregate: [
    { metricName: 'com.google.step_count.delta', intValue: 4000 },
    { metricName: 'com.google.distance.delta', floatValue: 5012.4 },
  ],
};

const ids = (movement: ForeignMovement | null) =>
  toSessions(movement?.sessions ?? [], movement?.source ?? '', home).sessions.map(({ id }) => id);

describe('what Google hands out of Fit', () => {
  it('tells sessions by their files, in a folder of any language; sums of days, sleep and riding along stay where they are, and it says so', async () => {
    const found = await readZip({
      'Takeout/Fit/Alle Sitzungen/2024-02-01T07_00_00Z_RUNNING.json': JSON.stringify(run),
      'Takeout/Fit/Alle Sitzungen/2024-02-02T18_00_00.25Z_DANCING.json': JSON.stringify({
        fitnessActivity: 'dancing',
        startTime: '2024-02-02T18:00:00.250Z',
        endTime: '2024-02-02T18:45:00.250Z',
      }),
      'Takeout/Fit/Alle Sitzungen/2024-02-02T23_00_00Z_SLEEP.json': JSON.stringify({
        ...run,
        fitnessActivity: 'sleep.light',
      }),
      'Takeout/Fit/Alle Sitzungen/2024-02-03T07_00_00Z_WALKING.json': '{ broken',
      'Takeout/Fit/Tägliche Aktivitätsmesswerte/2024-02-01.csv': 'Start time,End time\n',
      'Takeout/archive_browser.html': '<html>',
    });
    expect(found).toMatchObject({
      source: 'google-fit',
      sessions: [
        {
          sourceId: '2024-02-01T07:00:00Z running',
          start: { is: 'instant', at: Date.parse('2024-02-01T07:00:00Z'), offsetMinutes: null },
          minutes: 31,
          distanceMetres: 5012,
          kind: 'run',
        },
        { kind: 'dance', minutes: 45, distanceMetres: null },
      ],
      refused: [{ file: expect.stringContaining('WALKING'), row: null, reason: 'not-readable' }],
      assumed: ['still-left-out', 'day-sums-left-out'],
    });
  });

  it('comes with what Fitbit tells where one account hands out both, each by the name it has alone', async () => {
    const files = {
      'Takeout/Fit/All Sessions/2024-02-01T07_00_00Z_RUNNING.json': JSON.stringify(run),
      'Takeout/Fitbit/Global Export Data/exercise-0.json': JSON.stringify([exercise]),
    };
    const found = await readZip(files);
    expect(found).toMatchObject({
      source: 'google-fit',
      sessions: [{ kind: 'run' }, { kind: 'walk', toldBy: 'fitbit' }],
      assumed: ['clock-on-the-wall'],
    });
    const alone = await readText(JSON.stringify([exercise]));
    expect(ids(found)).toContain(ids(alone)[0]);
  });

  it('is read as one file, too; one without an end has no length', async () => {
    const { duration: _duration, endTime: _endTime, ...open } = run;
    expect(await readText(JSON.stringify(open))).toMatchObject({
      source: 'google-fit',
      sessions: [{ minutes: null }],
    });
  });

  it('with nothing but sums of days has no session, and says why', async () => {
    expect(
      await readZip({
        'Takeout/Fit/Daily activity metrics/Daily activity metrics.csv': 'Date,Move Minutes count\n',
      }),
    ).toMatchObject({ source: 'google-fit', sessions: [], assumed: ['day-sums-left-out'] });
  });
});

const exercise = {
  logId: 4711,
  activityName: 'Walk',
  startTime: '03/05/24 07:00:00',
  activeDuration: 1_800_000,
  distance: 1.5,
  distanceUnit: 'Mile',
  calories: 120,
};
const heardAt = (startTime: string, lastModified: string) => ({
  ...exercise,
  duration: 1_800_000,
  startTime,
  lastModified,
});
const userExercises = (...rows: readonly string[]): string =>
  [
    'exercise_id,exercise_start,exercise_end,utc_offset,exercise_created,exercise_last_updated,activity_name,log_type,pool_length,pool_length_unit,intervals,distance_units,tracker_total_calories,tracker_total_steps,tracker_total_distance_mm,tracker_total_altitude_mm,tracker_avg_heart_rate,tracker_peak_heart_rate,manually_logged_total_calories,manually_logged_total_steps,manually_logged_total_distance_mm',
    ...rows,
  ].join('\n');

describe('what Google hands out of Fit in another zone', () => {
  it('names its files by the clock of the place, which is the day somebody lived', async () => {
    const found = await readZip({
      'Takeout/Fit/All Sessions/2024-02-02T00_30_00.5+05_30_RUNNING.json': JSON.stringify({
        ...run,
        startTime: '2024-02-01T19:00:00.5Z',
      }),
      'Takeout/Fit/All Sessions/2024-01-31T21_00_00-10_00_RUNNING.json': JSON.stringify(run),
    });
    expect(found).toMatchObject({
      source: 'google-fit',
      sessions: [{ start: { offsetMinutes: -600 } }, { start: { offsetMinutes: 330 } }],
    });
    const days = toSessions(found?.sessions ?? [], 'google-fit', home).sessions.map(({ day }) => day);
    expect(days).toEqual(['2024-01-31', '2024-02-01']);
  });
});

describe('what Fitbit hands out', () => {
  it('tells exercises by the clock on the wall, the month first, in the unit of each', async () => {
    const list = [
      exercise,
      { ...exercise, logId: 4712, startTime: '12/31/23 23:30:00', distanceUnit: 'Kilometer', distance: 2 },
      { ...exercise, logId: 4713, distanceUnit: undefined },
      { ...exercise, logId: 4714, startTime: '13/31/23 23:30:00' },
    ];
    expect(await readText(JSON.stringify(list))).toMatchObject({
      source: 'fitbit',
      sessions: [
        {
          sourceId: '4711',
          start: { is: 'wall', day: '2024-03-05', time: '07:00' },
          minutes: 30,
          distanceMetres: 2414,
          kind: 'walk',
        },
        { start: { day: '2023-12-31', time: '23:30' }, distanceMetres: 2000 },
        { distanceMetres: null },
      ],
      refused: [{ row: 4, reason: 'date-unclear' }],
      assumed: ['clock-on-the-wall'],
    });
  });

  it('tells exercises in universal time where it heard of them at once by its own clock', async () => {
    const soon = [
      heardAt('03/05/24 01:00:00', '03/05/24 01:30:40'),
      heardAt('03/06/24 01:00:00', '03/06/24 01:41:00'),
      heardAt('03/07/24 01:00:10', '03/07/24 01:31:00'),
      heardAt('03/08/24 01:00:00', '03/08/24 22:00:00'),
    ];
    expect(await readText(JSON.stringify(soon))).toMatchObject({
      sessions: [{ start: { is: 'instant', at: Date.parse('2024-03-05T01:00:00Z') } }, {}, {}, {}],
      assumed: [],
    });
    // An hour ahead of it, the one is on the wall.
    const ahead = [...soon, heardAt('03/09/24 02:00:00', '03/09/24 01:31:00')];
    expect(await readText(JSON.stringify(ahead))).toMatchObject({ assumed: ['clock-on-the-wall'] });
    expect(await readText(JSON.stringify(soon.slice(0, 2)))).toMatchObject({
      sessions: [{ start: { is: 'wall' } }, { start: { is: 'wall' } }],
    });
  });

  it('whose first one is broken tells the others, and what the person typed counts where nothing was measured', async () => {
    expect(await readText(JSON.stringify([{ logId: {} }, exercise]))).toMatchObject({
      sessions: [{ sourceId: '4711' }],
      refused: [{ row: 1, reason: 'not-readable' }],
    });
    const row = ',2024-03-06T06:00:00Z,2024-03-06T06:30:00Z,+3600,x,x,Yoga,MANUAL,,,,METRIC,,,0,,,,,,1500000';
    expect(await readText(userExercises(row))).toMatchObject({
      sessions: [{ sourceId: null, distanceMetres: 1500, start: { offsetMinutes: 60 } }],
    });
  });

  it('tells the same exercise once where both lists have it, by the clock of the place', async () => {
    const found = await readZip({
      'Takeout/Fitbit/Global Export Data/exercise-0.json': JSON.stringify([
        exercise,
        { ...exercise, logId: 4715, startTime: '01/02/20 10:00:00' },
      ]),
      'Takeout/Fitbit/Health Fitness Data_GoogleData/UserExercises_2024-03-01.csv': userExercises(
        '99,2024-03-05 06:00:00+0000,2024-03-05 06:30:00+0000,+01:00,x,x,Walk,TRACKER,,,,METRIC,120,3000,2414000,,90,100,,,',
        '98,2024-03-06T06:00:00Z,2024-03-06T06:30:00Z,-18000s,x,x,Yoga,MANUAL,,,,METRIC,,,,,,,,,1500000',
        '97,soon,,,x,x,Run,MANUAL,,,,,,,,,,,,,',
      ),
    });
    expect(found).toMatchObject({
      source: 'fitbit',
      sessions: [
        {
          sourceId: '99',
          start: { is: 'instant', at: Date.parse('2024-03-05T06:00:00Z'), offsetMinutes: 60 },
          minutes: 30,
          distanceMetres: 2414,
        },
        { sourceId: '98', kind: 'yoga', start: { offsetMinutes: -300 }, distanceMetres: 1500 },
        { sourceId: '4715', start: { is: 'wall', day: '2020-01-02' } },
      ],
      refused: [{ file: expect.stringContaining('UserExercises'), row: 3, reason: 'date-unclear' }],
      assumed: ['clock-on-the-wall'],
    });
  });

  it('is not taken for the list of somebody else when it comes alone', async () => {
    expect(
      await readText(
        userExercises('99,2024-03-05 06:00:00+0000,2024-03-05 06:30:00+0000,+01:00,x,x,Walk,,,,,,,,,,,,,,'),
      ),
    ).toMatchObject({ source: 'fitbit', sessions: [{ minutes: 30 }], assumed: [] });
  });
});

describe('what Garmin hands out of a whole account', () => {
  it('is in milliseconds and centimetres, with the clock of the place and the effort as it was felt', async () => {
    const activity = {
      activityId: 12_345_678_901,
      name: 'Wellington Running',
      activityType: 'running',
      startTimeGmt: 1_738_815_963_000,
      startTimeLocal: 1_738_815_963_000 + 13 * 3_600_000,
      duration: 1_884_000.5,
      distance: 548_012.3,
      avgHr: 153,
      workoutRpe: 40,
      workoutFeel: 75,
      description: 'along the harbour',
    };
    const file = JSON.stringify([{ summarizedActivitiesExport: [activity, { activityId: 1 }] }]);
    const found = await readZip({ 'DI_CONNECT/DI-Connect-Fitness/me_0_summarizedActivities.json': file });
    expect(found).toMatchObject({
      source: 'garmin-account',
      sessions: [
        {
          sourceId: '12345678901',
          start: { is: 'instant', at: 1_738_815_963_000, offsetMinutes: 780 },
          minutes: 31,
          distanceMetres: 5480,
          effort: 4,
          kind: 'run',
          title: 'Wellington Running',
          note: 'Felt: strong\n\nalong the harbour',
        },
      ],
      refused: [{ row: 2, reason: 'date-unclear' }],
    });
    expect(JSON.stringify(found)).not.toContain('153');
    expect(await readText(file)).toMatchObject({ source: 'garmin-account', sessions: [{ minutes: 31 }] });
  });
});

const healthTable = `CREATE TABLE exercise_session_record_table (row_id INTEGER PRIMARY KEY, uuid BLOB, start_time INTEGER, end_time INTEGER,
  start_zone_offset INTEGER, exercise_type INTEGER, title TEXT, notes TEXT, has_route INTEGER)`;

const healthDatabase = (): Buffer =>
  toDatabase(`PRAGMA journal_mode = WAL; ${healthTable};
      INSERT INTO exercise_session_record_table VALUES (1, x'0a0b', 1714545000000, 1714547700000, 7200, 10, NULL, NULL, 0),
        (2, x'0a0c', 1714631400000, NULL, 7200, 53, 'To the sea', 'windy', 1),
        (3, x'0a0d', 1714717800, 1714719600, 7200, 33, 'in seconds', NULL, 0),
        (4, x'0a0e', 1714804200000, 1714806000000, 7200, 999, 'Evening yoga', NULL, 0),
        (5, x'0a0f', 1714890600000, 1714892400000, 7200, 31, NULL, NULL, 0)`);

describe('what Health Connect exports', () => {
  it('tells sessions with the clock of the place; one without an end has no length, and a date in other units is none', async () => {
    expect(await readZip({ 'health_connect_export.db': healthDatabase() })).toMatchObject({
      source: 'health-connect',
      sessions: [
        {
          sourceId: '0a0b',
          start: { is: 'instant', at: 1_714_545_000_000, offsetMinutes: 120 },
          minutes: 45,
          kind: 'dance',
        },
        { kind: 'walk', minutes: null, title: 'To the sea', note: 'windy' },
        { kind: 'yoga', minutes: 30, title: 'Evening yoga' },
        { kind: 'other', kindWord: 'Rowing' },
      ],
      refused: [{ row: 3, reason: 'date-unclear' }],
      assumed: ['kinds-by-number', 'distances-left-out'],
    });
  });

  it('is read as one file, too; a database of something else is nobody we know', async () => {
    expect(await read(healthDatabase())).toMatchObject({ source: 'health-connect' });
    expect(await read(toDatabase('CREATE TABLE notes (text TEXT)'))).toBeNull();
    const cut = healthDatabase().subarray(0, 4096 + 200);
    expect(await read(Buffer.from(cut))).toBeNull();
  });
});
