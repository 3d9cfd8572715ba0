import { describe, expect, it } from 'vitest';
import { readGarmin } from '../../../../src/main/transfer/import/movement/garmin';
import { readMovement } from '../../../../src/main/transfer/import/movement/readMovement';
import { TableNotReadable } from '../../../../src/main/transfer/import/table';
import { bytesSource } from '../../../support/archives';

const heads =
  'Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Normalized Power® (NP®),Steps,Moving Time,Elapsed Time';
const csv = (...lines: readonly string[]): Buffer => Buffer.from(`\uFEFF${lines.join('\r\n')}`);

const row = (date: string): string => `Walking,${date},false,Walk,1,,00:10:00,,,,,,`;

const assumed = (...rows: readonly string[]) => readGarmin(csv(heads, ...rows), 'km').assumed;

describe('the list of activities of Garmin Connect', () => {
  it('gives the time on the wall, how long and how far', () => {
    const bytes = csv(
      heads,
      'Running,2025-02-06 17:06:03,false,"Wellington Running","5.48","447","00:31:24","153","171","--","4,808","00:31:00","00:35:10"',
      'Yoga,2025-02-07 06:00:00,false,"Yoga","--","120","01:00:00","--","--","--","--","--","--"',
    );
    expect(readGarmin(bytes, 'km')).toEqual({
      assumed: ['clock-on-the-wall', 'distance-unit'],
      refused: [],
      sessions: [
        {
          sourceId: null,
          start: { is: 'wall', day: '2025-02-06', time: '17:06' },
          minutes: 35,
          distanceMetres: 5480,
          effort: null,
          kind: 'run',
          kindWord: 'Running',
          title: 'Wellington Running',
          note: null,
        },
        expect.objectContaining({ kind: 'yoga', minutes: 60, distanceMetres: null }),
      ],
    });
    expect(readGarmin(bytes, 'mi').sessions[0]?.distanceMetres).toBe(Math.round(5.48 * 1609.344));
  });

  it.each(['Pool Swimming', 'Lap Swimming', 'Schwimmbadschwimmen', 'Natation'])(
    'leaves the lengths of %s alone, which may be metres or yards, and says so',
    (word) => {
      const bytes = csv(heads, `${word},2025-02-06 17:06:03,false,"Swim","1,500","300","00:40:00",,,,,,`);
      expect(readGarmin(bytes, 'km')).toMatchObject({
        sessions: [{ kind: 'swim', minutes: 40, distanceMetres: null }],
        assumed: ['clock-on-the-wall', 'pool-lengths-left-out'],
      });
    },
  );

  it('knows the afternoon of a clock of twelve hours', () => {
    const times = ['7/14/2020 3:36 PM', '7/14/2020 12:05 AM', '2020-07-14 3:36:09\u202Fp.m.'];
    expect(readGarmin(csv(heads, ...times.map(row)), 'km').sessions.map(({ start }) => start)).toEqual(
      ['15:36', '00:05', '15:36'].map((time) => ({ is: 'wall', day: '2020-07-14', time })),
    );
  });

  it('reads American and European dates, told apart by a day above the twelfth', () => {
    expect(readGarmin(csv(heads, row('7/4/2020 15:36')), 'km').sessions).toMatchObject([
      { start: { day: '2020-07-04' } },
    ]);
    expect(
      readGarmin(csv(heads, row('7/4/2020 15:36'), row('13/4/2020 15:36')), 'km').sessions,
    ).toMatchObject([{ start: { day: '2020-04-07' } }, { start: { day: '2020-04-13' } }]);
  });

  it('says that its times have no zone, which of day and month it took for the first, and that its text is none of Unicode', () => {
    expect(assumed(row('2025-02-06 17:06:03'))).toEqual(['clock-on-the-wall', 'distance-unit']);
    expect(assumed(row('7/4/2020 15:36'))).toEqual(['clock-on-the-wall', 'month-first', 'distance-unit']);
    expect(assumed(row('7/4/2020 15:36'), row('7/14/2020 15:36'))).toEqual([
      'clock-on-the-wall',
      'distance-unit',
    ]);
    expect(assumed(row('7/4/2020 15:36'), row('13/4/2020 15:36'))).toEqual([
      'clock-on-the-wall',
      'distance-unit',
    ]);
    const latin = Buffer.from('Aktivitätstyp;Datum;Zeit\nLaufen;2025-02-06 17:06:03;00:31:24\n', 'latin1');
    expect(readGarmin(latin, 'km').assumed).toEqual(['clock-on-the-wall', 'windows-1252']);
  });

  it('reads a German list, and names rows whose date is none', () => {
    const bytes = csv(
      'Aktivitätstyp;Datum;Titel;Distanz;Zeit',
      'Laufen;06.02.2025 17:06;Abend;5,48;00:31:24',
      'Gehen;irgendwann;x;1;00:10:00',
    );
    expect(readGarmin(bytes, 'km')).toMatchObject({
      sessions: [{ kind: 'run', distanceMetres: 5480, start: { day: '2025-02-06', time: '17:06' } }],
      refused: [2],
    });
  });

  it('refuses another table', () => {
    expect(() => readGarmin(csv('a,b', '1,2'), 'km')).toThrow(TableNotReadable);
  });

  it('is taken for no list of Strava, whose columns are as many', async () => {
    const bytes = csv(heads, row('2025-02-06 17:06:03'), row('2025-02-07 17:06:03'));
    expect(await readMovement(bytesSource(bytes), { unit: 'km' })).toMatchObject({
      source: 'garmin',
      sessions: [{ kind: 'walk', minutes: 10 }, { kind: 'walk' }],
      refused: [],
    });
  });

  it('reads a language nobody has told us by the places of the first columns', () => {
    const bytes = csv(
      'Tipo de actividad,Fecha,Favorito,Título,Distancia,Calorías,Tiempo,Pasos,Tiempo transcurrido',
      'Carrera,2025-09-19 07:36:32,false,"Vuelta al lago","4.24","310","00:22:38","3,958","00:24:50"',
      'Natación en piscina,2025-09-20 07:36:32,true,"Largos","1,200","310","00:22:38","--","--"',
    );
    expect(readGarmin(bytes, 'km').sessions).toMatchObject([
      {
        start: { is: 'wall', day: '2025-09-19', time: '07:36' },
        minutes: 25,
        distanceMetres: 4240,
        kind: 'run',
        title: 'Vuelta al lago',
      },
      { kind: 'swim', minutes: 23, distanceMetres: null },
    ]);
    expect(() =>
      readGarmin(csv('A,B,C,D,E,F,G', 'x,2025-09-19 07:36:32,maybe,y,1,2,00:10:00'), 'km'),
    ).toThrow(TableNotReadable);
  });
});
