import { describe, expect, it } from 'vitest';
import { readAppleHealth } from '../../../../src/main/transfer/import/movement/appleHealth';
import { XmlNotReadable } from '../../../../src/main/transfer/import/xml';

function* inPieces(text: string, length = 61): Generator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** As iOS 16 writes it: its own document type is broken. */
const health = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary|ClinicalRecord)*)>
<!ATTLIST HealthData locale CDATA #REQUIRED>
]>
<HealthData locale="de_DE"><ExportDate value="2026-01-01 10:00:00 +0100"/>
<Record type="HKQuantityTypeIdentifierHeartRate" unit="count/min" value="171" startDate="2024-01-01 07:00:00 +0100"/>${body}</HealthData>`;

const workout = (zone: string) => `
      <Workout workoutActivityType="HKWorkoutActivityTypeCycling" duration="30" durationUnit="min" sourceName="W" startDate="2024-05-01 23:30:00 +0200">
        <MetadataEntry key="HKTimeZone" value="${zone}"/><MetadataEntry key="HKIndoorWorkout" value="1"/></Workout>`;

describe('an export of Apple Health', () => {
  it('gives workouts with the clock they were lived by, and their distance from where it stands', async () => {
    const text = health(`
      <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30.5" durationUnit="min" totalDistance="5.2" totalDistanceUnit="km" sourceName="Watch" startDate="2016-04-15 07:27:26 +0100" endDate="2016-04-15 07:57:56 +0100">
        <MetadataEntry key="HKTimeZone" value="Europe/London"/><WorkoutEvent type="HKWorkoutEventTypePause" date="2016-04-15 07:30:00 +0100"/>
        <WorkoutRoute sourceName="Watch"><FileReference path="/workout-routes/route_2016.gpx"/></WorkoutRoute></Workout>
      <Workout workoutActivityType="HKWorkoutActivityTypeSocialDance" duration="60" durationUnit="min" sourceName="Watch" startDate="2024-06-01 11:30:00 PM -0700" endDate="2024-06-02 12:30:00 AM -0700">
        <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="1.5" unit="mi"/>
        <WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" average="120" unit="count/min"/>
        <WorkoutStatistics type="HKQuantityTypeIdentifierWorkoutEffortScore" average="4" unit="appleEffortScore"/></Workout>`);
    const read = await readAppleHealth(inPieces(text));
    expect(read).toEqual({
      refused: 0,
      encoding: 'utf',
      hasMoods: false,
      sessions: [
        {
          sourceId: 'Watch 2016-04-15T06:27:26.000Z Running',
          start: { is: 'instant', at: Date.parse('2016-04-15T06:27:26Z'), offsetMinutes: 60 },
          minutes: 31,
          distanceMetres: 5200,
          effort: null,
          kind: 'run',
          kindWord: 'Running',
          title: null,
          note: null,
        },
        expect.objectContaining({
          start: { is: 'instant', at: Date.parse('2024-06-02T06:30:00Z'), offsetMinutes: -420 },
          minutes: 60,
          distanceMetres: 2414,
          effort: 4,
          kind: 'dance',
        }),
      ],
    });
    expect(JSON.stringify(read)).not.toMatch(/route|HeartRate/i);
  });

  it('is lived by the clock of the place, where the watch noted it, and not by that of the telephone that wrote it out', async () => {
    const { sessions } = await readAppleHealth(
      inPieces(health(`${workout('Asia/Tokyo')}${workout('Nowhere/At_all')}`)),
    );
    const at = Date.parse('2024-05-01T21:30:00Z');
    expect(sessions).toMatchObject([
      { start: { at, offsetMinutes: 540 }, kind: 'spin' },
      { start: { at, offsetMinutes: 120 }, kind: 'spin' },
    ]);
  });

  it('counts the time between two clocks by what really passed, where nothing else says it', async () => {
    const text = health(
      '<Workout workoutActivityType="HKWorkoutActivityTypeHiking" sourceName="P" startDate="2024-10-27 02:30:00 +0200" endDate="2024-10-27 02:30:00 +0100"/>',
    );
    expect((await readAppleHealth(inPieces(text))).sessions).toMatchObject([{ minutes: 60, kind: 'hike' }]);
  });

  it('counts workouts whose start is none, and reads the others', async () => {
    const text = health(
      '<Workout workoutActivityType="HKWorkoutActivityTypeUnicycling" startDate="soon"/><Workout workoutActivityType="HKWorkoutActivityTypeUnicycling" duration="5" durationUnit="min" startDate="2024-01-01 07:00:00 +0000"/>',
    );
    expect(await readAppleHealth(inPieces(text))).toMatchObject({
      refused: 1,
      sessions: [{ kind: 'other', kindWord: 'Unicycling', minutes: 5 }],
    });
  });

  it('refuses another file', async () => {
    await expect(readAppleHealth(inPieces('<ClinicalDocument/>'))).rejects.toThrow(XmlNotReadable);
  });
});
