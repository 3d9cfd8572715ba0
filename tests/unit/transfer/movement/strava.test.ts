import { describe, expect, it } from 'vitest';
import { readStrava } from '../../../../src/main/transfer/import/movement/strava';
import { TableNotReadable } from '../../../../src/main/transfer/import/table';

const heads =
  'Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Perceived Exertion,Type,Start Time';
const germanHeads =
  'Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendelfahrt,Private Notiz zur Aktivität,Ausrüstung,Dateiname,Gewicht,Radgewicht,Verstrichene Zeit,Bewegungszeit,Distanz,Höchstgeschwindigkeit';
const csv = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\n'));

describe('the list of activities in a Strava archive', () => {
  it('gives what was felt and how long, the exact one of columns that stand twice, and never a heart rate or a weight', () => {
    const { sessions, refused } = readStrava(
      csv(
        heads,
        '4000000001,"Oct 7, 2020, 2:43:11 PM",Lunch Run,Run,"slow, and\nwith a \\"stop\\"",2145,5.02,171,33,false,felt heavy at first,,activities/1.fit.gz,61.5,,2145.0,2000.0,5023.4,4.1,6.0,,',
      ),
    );
    expect(refused).toEqual([]);
    expect(sessions).toEqual([
      {
        sourceId: '4000000001',
        start: { is: 'instant', at: Date.parse('2020-10-07T14:43:11Z'), offsetMinutes: null },
        minutes: 36,
        distanceMetres: 5023,
        effort: 6,
        kind: 'run',
        kindWord: 'Run',
        title: 'Lunch Run',
        note: 'slow, and\nwith a "stop"\n\nfelt heavy at first',
      },
    ]);
    expect(JSON.stringify(sessions)).not.toMatch(/171|61\.5/);
  });

  it('reads another language, a comma before the decimals in one cell and a point in the next', () => {
    expect(
      readStrava(
        csv(
          germanHeads,
          '5,"09.12.2022, 15:24:49",Abendlauf,Lauf,,3189,"9,44",,,false,,,activities/5.gpx,,,3189.0,3100.0,9441.7,',
        ),
      ).sessions,
    ).toMatchObject([
      { start: { at: Date.parse('2022-12-09T15:24:49Z') }, kind: 'run', minutes: 53, distanceMetres: 9442 },
    ]);
  });

  it('keeps a class that was typed in by hand, without a file and without a distance', () => {
    expect(
      readStrava(csv(heads, '6,"Jan 2, 2024, 6:00:00 PM",Flow,Yoga,,3600,0,,,false,,,,,,3600,,0,,,,'))
        .sessions,
    ).toMatchObject([{ kind: 'yoga', minutes: 60, distanceMetres: null, effort: null }]);
  });

  it('reads the times of newer and of older archives', () => {
    const narrow = readStrava(
      csv(heads, '7,"Jan 2, 2024, 12:05:00 AM",x,Walk,,600,,,,,,,,,,600,,,,,,'),
    ).sessions;
    expect(narrow).toMatchObject([{ start: { at: Date.parse('2024-01-02T00:05:00Z') } }]);
    const old = readStrava(
      csv(
        'id,date,name,type,description,elapsed_time,distance (m),commute,gear,filename',
        '8,2017-05-01 06:30:00,Morning Ride,Ride,,1800,7200.5,,,activities/8.gpx',
      ),
    ).sessions;
    expect(old).toMatchObject([
      { start: { at: Date.parse('2017-05-01T06:30:00Z') }, kind: 'ride', minutes: 30, distanceMetres: 7201 },
    ]);
  });

  it('finds the columns of a language nobody has told it by their place', () => {
    const unknown = Array.from({ length: 94 }, (_, index) => `sarake ${index}`).join(',');
    const row = [
      '9',
      '"Oct 7, 2020, 2:43:11 PM"',
      'Ilta',
      'Juoksu',
      '',
      '1200',
      '3.1',
      ...Array<string>(87).fill(''),
    ];
    expect(readStrava(csv(unknown, row.join(','))).sessions).toMatchObject([
      { sourceId: '9', title: 'Ilta', kind: 'other', kindWord: 'Juoksu', minutes: 20, distanceMetres: 3100 },
    ]);
  });

  it('reads dates in the words of other languages, and the year first', () => {
    const starts = [
      '7 oct. 2020 à 14:43:11',
      '7. Okt. 2020, 14:43:11',
      '7 de out. de 2020, 14:43:11',
      '2020年10月7日 14:43:11',
      'Sept 7, 2020, 2:43:11\u202FPM',
      '2020/10/07 14:43:11',
    ].map((date) => readStrava(csv(heads, `7,"${date}",x,Walk,,600,,,,,,,,,,600,,,,,,`)).sessions[0]?.start);
    const october = { is: 'instant', at: Date.parse('2020-10-07T14:43:11Z'), offsetMinutes: null };
    const september = { ...october, at: Date.parse('2020-09-07T14:43:11Z') };
    expect(starts).toEqual([october, october, october, october, september, october]);
  });

  it('of before July 2019 tells metres, also where its head does not say so', () => {
    expect(
      readStrava(
        csv(
          'id,date,name,type,description,elapsed_time,distance,commute,gear,filename',
          '8,2017-05-01 06:30:00,Morning Walk,Walk,,900,1200.5,,,activities/8.gpx.gz',
        ),
      ).sessions,
    ).toMatchObject([{ kind: 'walk', distanceMetres: 1201 }]);
  });

  it('finds the exact one of columns that stand twice in a language nobody has told it, too', () => {
    const names = [
      'tunnus',
      'päivä',
      'nimi',
      'laji',
      'kuvaus',
      'aika',
      'matka',
      'a',
      'b',
      'c',
      'oma',
      'd',
      'tiedosto',
      'e',
      'f',
      'aika',
      'liike',
      'matka',
    ];
    const cells = [
      '9',
      '"7.10.2020, 14:43:11"',
      'Ilta',
      'Juoksu',
      '',
      '1200',
      '"3,1"',
      '',
      '',
      '',
      'hyvä',
      '',
      '',
      '',
      '',
      '1200.0',
      '',
      '3104.2',
    ];
    expect(readStrava(csv(names.join(','), cells.join(','))).sessions).toMatchObject([
      { minutes: 20, distanceMetres: 3104, note: 'hyvä', kindWord: 'Juoksu' },
    ]);
  });

  it('names rows it can not read, and reads the others', () => {
    const { sessions, refused } = readStrava(
      csv(
        heads,
        '#error#,,,,,,,,,,,,,,,,,,,,,',
        '10,"Feb 30, 2024, 1:00:00 PM",x,Run,,60,,,,,,,,,,60,,,,,,',
        'eleven,"Oct 7, 2020, 2:43:11 PM",x,Run,,60,,,,,,,,,,60,,,,,,',
        '12,"Oct 7, 2020, 2:43:11 PM",x,Run,,--,∞,,,,,,,,,NaN,,1.79e308,,,,',
      ),
    );
    expect(refused).toEqual([
      { row: 1, reason: 'not-readable' },
      { row: 2, reason: 'date-unclear' },
      { row: 3, reason: 'no-id' },
    ]);
    expect(sessions).toMatchObject([{ sourceId: '12', minutes: null, distanceMetres: null }]);
  });

  it.each([
    ['nothing', ''],
    ['a text', 'Went for a walk.'],
    ['another table', 'a,b\n1,2'],
    ['bytes', '\u0000\u0001"'],
  ])('refuses %s', (_name, text) => {
    expect(() => readStrava(Buffer.from(text))).toThrow(TableNotReadable);
  });

  it('takes the name of a file for no note, in an unknown language and without the column of private notes', () => {
    const list = csv(
      'Activiteits-ID,Datum,Naam,Type,Beschrijving,Tijd,Afstand,Poging,Forenzen,Uitrusting,Bestand,Gewicht,Fiets,Tijd,Beweegtijd,Afstand',
      '4000000003,23 jun. 2017 15:52:12,Middag,Fietsrit,,1459,"4,73",,false,,activities/4000000003.gpx.gz,,,1459.0,1451.0,4731.5',
    );
    expect(readStrava(list).sessions).toMatchObject([
      { kind: 'ride', minutes: 24, distanceMetres: 4732, note: null },
    ]);
  });
});
