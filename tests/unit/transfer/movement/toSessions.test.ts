import { describe, expect, it } from 'vitest';
import { familiesOf, findAlike } from '../../../../src/main/transfer/import/findAlike';
import type { ForeignSession } from '../../../../src/main/transfer/import/movement/foreignSession';
import { toSessions } from '../../../../src/main/transfer/import/movement/toSessions';
import { movementSessionSchema } from '../../../../src/shared/domain/movement';

const foreign = (changes: Partial<ForeignSession> = {}): ForeignSession => ({
  sourceId: '1',
  start: { is: 'instant', at: Date.parse('2025-05-14T06:30:00Z'), offsetMinutes: null },
  minutes: 30,
  distanceMetres: 5000,
  effort: 4,
  kind: 'run',
  kindWord: 'Run',
  title: 'Morning',
  note: 'slow',
  ...changes,
});
const home = { home: 'Europe/Paris', boundaryHour: 4 };

const id = (...args: Parameters<typeof toSessions>) => toSessions(...args).sessions[0]?.id;

const noteOfOther = (changes: Partial<ForeignSession>) =>
  toSessions([foreign({ kind: 'other', title: null, note: null, ...changes })], 'x', home).sessions[0]?.note;

describe('a session of another program', () => {
  it('comes without a feeling before or after, on the day it was lived', () => {
    const { sessions, refused } = toSessions([foreign()], 'strava', home);
    expect(refused).toEqual([]);
    expect(sessions).toMatchObject([
      {
        day: '2025-05-14',
        zone: 'Europe/Paris',
        offsetMinutes: 120,
        minutes: 30,
        note: 'Morning\n\nslow',
        before: null,
        after: null,
      },
    ]);
    expect(movementSessionSchema.safeParse(sessions[0]).success).toBe(true);
  });

  it('keeps the clock of the place where it was lived', () => {
    const at = Date.parse('2025-05-14T06:30:00Z');
    const [away] = toSessions(
      [foreign({ start: { is: 'instant', at, offsetMinutes: 330 } })],
      'fit',
      home,
    ).sessions;
    expect(away).toMatchObject({ zone: '+05:30', offsetMinutes: 330, day: '2025-05-14' });
    expect(movementSessionSchema.safeParse(away).success).toBe(true);
    const [west] = toSessions(
      [foreign({ start: { is: 'instant', at, offsetMinutes: -420 } })],
      'fit',
      home,
    ).sessions;
    expect(west).toMatchObject({ zone: '-07:00', day: '2025-05-13' });
  });

  it('whose clock alone is known was lived by the clock at home, and one of which only the day is known at no time', () => {
    const wall = foreign({ start: { is: 'wall', day: '2025-03-30', time: '01:30' } });
    expect(toSessions([wall], 'garmin', home).sessions).toMatchObject([
      { at: Date.parse('2025-03-30T00:30:00Z'), day: '2025-03-29', isTimed: true },
    ]);
    const day = foreign({ start: { is: 'day', day: '2025-03-30' } });
    expect(toSessions([day], 'garmin', home).sessions).toMatchObject([{ day: '2025-03-30', isTimed: false }]);
  });

  it('of a kind that is not offered says in its note what the program called it', () => {
    expect(noteOfOther({ kindWord: 'HighIntensityIntervalTraining' })).toBe(
      'High Intensity Interval Training',
    );
    expect(noteOfOther({ kindWord: 'stair_climbing.machine', title: 'At the gym' })).toBe(
      'At the gym\nstair climbing machine',
    );
    expect(noteOfOther({ kindWord: 'Rowing', title: 'Afternoon Rowing', note: 'calm' })).toBe(
      'Afternoon Rowing\n\ncalm',
    );
    for (const kindWord of ['', 'Other', 'sport 254', '9']) expect(noteOfOther({ kindWord })).toBeNull();
    expect(noteOfOther({ kind: 'run', kindWord: 'Trail Run' })).toBeNull();
  });

  it('is the same one each time it is read, and another one from another program', () => {
    expect(id([foreign()], 'strava', home)).toBe(id([foreign({ title: 'Renamed' })], 'strava', home));
    expect(id([foreign()], 'strava', home)).not.toBe(id([foreign()], 'fit', home));
    expect(toSessions([foreign(), foreign()], 'strava', home).sessions).toHaveLength(1);
  });

  it('that tells something else under the same name is another one', () => {
    const walk = foreign({ sourceId: null, kindWord: 'Walk', title: 'To the pier' });
    const back = { ...walk, title: 'And back' };
    const { sessions } = toSessions([walk, back, walk], 'garmin', home);
    expect(sessions.map(({ note }) => note)).toEqual(['To the pier\n\nslow', 'And back\n\nslow']);
    expect(toSessions([walk], 'garmin', home).sessions[0]?.id).toBe(sessions[0]?.id);
  });

  it('whose clock alone is known is the same one wherever this computer is', () => {
    const wall = foreign({ sourceId: null, start: { is: 'wall', day: '2025-03-30', time: '09:30' } });
    const away = { home: 'Pacific/Auckland', boundaryHour: 4 };
    const [here, there] = [toSessions([wall], 'garmin', home), toSessions([wall], 'garmin', away)];
    expect(here.sessions[0]?.id).toBe(there.sessions[0]?.id);
    expect([...here.stamps]).toEqual([...there.stamps]);
  });

  it('that nobody knows the length of, or that is longer than a day, waits for somebody to say it', () => {
    const { sessions, doubtful, refused } = toSessions(
      [
        foreign({ minutes: null }),
        foreign({ sourceId: '2', minutes: 1500 }),
        foreign({ start: { is: 'wall', day: '2025-02-30', time: '10:00' } }),
      ],
      'gpx',
      home,
    );
    expect(sessions).toEqual([]);
    expect(doubtful).toMatchObject([
      { because: 'length-unknown', session: { day: '2025-05-14', kind: 'run', note: 'Morning\n\nslow' } },
      { because: 'too-long', session: { distanceMetres: 5000 } },
    ]);
    expect(refused).toEqual([{ place: 2, reason: 'date-unclear' }]);
  });
});

const made = (changes: Partial<ForeignSession>, source: 'fit' | 'strava' = 'fit') =>
  toSessions([foreign(changes)], source, home).sessions;
const minutesLater = (minutes: number) =>
  ({
    start: {
      is: 'instant',
      at: Date.parse('2025-05-14T06:30:00Z') + minutes * 60_000,
      offsetMinutes: null,
    },
  }) as const;

describe('the same walk told twice', () => {
  const familyOf = familiesOf([{ id: 'own-1', family: 'running' }]);
  it('is proposed when four fifths of the shorter one are common and the family is one', () => {
    const present = made({}, 'strava');
    const alike = (changes: Partial<ForeignSession>): number =>
      findAlike(made(changes), present, familyOf).length;
    expect(alike({})).toBe(1);
    expect(alike({ kind: 'jog', ...minutesLater(6) })).toBe(1);
    expect(alike(minutesLater(7))).toBe(0);
    expect(alike({ minutes: 300 })).toBe(1);
    expect(alike({ kind: 'swim' })).toBe(0);
    expect(alike(minutesLater(-25))).toBe(0);
  });

  it('is not proposed when it is known by its name', () => {
    expect(findAlike(made({}), made({}), familyOf)).toEqual([]);
  });

  it('is proposed within one file where that gathers what several programs told, the later one of the two', () => {
    const told = [
      ...made(minutesLater(2), 'strava'),
      ...made({}),
      ...made({ ...minutesLater(60), sourceId: '2' }),
    ];
    const [later, first] = told;
    expect(findAlike(told, [], familyOf)).toEqual([]);
    expect(findAlike(told, [], familyOf, 'gathered')).toEqual([
      { incoming: later?.id, present: first?.id, where: 'in-file' },
    ]);
    const here = made({}, 'strava');
    expect(findAlike(told, here, familyOf, 'gathered').map(({ where }) => where)).toEqual(['here', 'here']);
  });

  it('knows the family of a kind of the person’s own', () => {
    expect([familyOf('own-1'), familyOf('walk'), familyOf('own-9')]).toEqual(['running', 'foot', 'other']);
  });
});
