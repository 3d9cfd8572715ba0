import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDaySchema, instantToMoment } from '../../../src/shared/time';
import { createEntryId } from '../../../src/shared/id';
import { buildChild, type ChildProgram } from '../../support/childProcess';
import { documentOf } from '../../support/documents';
import { createTestJournal } from '../../support/journalFixture';
import { boundaryHours, civilDayVectors, expectedDay } from './civilDayVectors';

describe('the civil day, whatever zone the computer is in', () => {
  let program: ChildProgram;
  beforeAll(async () => {
    program = await buildChild('tests/unit/shared/children/civilDays.ts');
  }, 60_000);
  afterAll(() => program[Symbol.asyncDispose]());

  it.each([
    ['UTC', 12],
    ['Europe/Paris', 14],
    ['America/Los_Angeles', 5],
    ['Pacific/Auckland', 0],
    ['Pacific/Apia', 1],
  ])('is that of the wall clock where it was lived, in a process in %s', async (zone, hour) => {
    const { stdout } = await promisify(execFile)(process.execPath, [program.path], {
      env: { ...process.env, TZ: zone },
    });
    expect(JSON.parse(stdout)).toEqual({
      // The process is where it is said to be.
      here: hour,
      days: civilDayVectors.map((vector) => boundaryHours.map((boundary) => expectedDay(vector, boundary))),
    });
  });

  it('may be a date that never was where it was lived', () => {
    expect(civilDaySchema.safeParse('2011-12-30').success).toBe(true);
    expect(instantToMoment(Date.parse('2011-12-30T13:30Z'), 'Pacific/Apia').day).toBe('2011-12-30');
    // Without a night that belongs to the day before, nothing falls on it.
    const around = Array.from(
      { length: 96 },
      (_, half) => Date.parse('2011-12-29T12:00Z') + half * 1_800_000,
    );
    const days = new Set(around.map((at) => instantToMoment(at, 'Pacific/Apia', 0).day));
    expect([...days]).toEqual(['2011-12-29', '2011-12-31', '2012-01-01']);
  });
});

describe('another end of the day', () => {
  it('changes the day of everything and the instant, the zone and the clock of nothing', async () => {
    await using test = await createTestJournal();
    const { journal, clock, ports } = test;
    const ids = civilDayVectors.map(({ instant, zone }) => {
      clock.set(instant);
      clock.travelTo(zone);
      const id = createEntryId(clock.now(), ports.randomBytes);
      const moment = instantToMoment(clock.now(), zone, journal.everything.settings().dayBoundaryHour);
      journal.entries.insert({ id, moment, document: documentOf('A line.') });
      return id;
    });
    const stored = () => {
      const byId = new Map([...journal.everything.entries()].map((entry) => [entry.id, entry]));
      return ids.map((id) => byId.get(id));
    };
    const before = stored();
    for (const dayBoundaryHour of [0, 6, 1, 5, 2, 3, 4]) {
      journal.settings.save({ ...journal.everything.settings(), dayBoundaryHour });
      const after = stored();
      expect(after.map((entry) => entry?.day)).toEqual(
        civilDayVectors.map((vector) => expectedDay(vector, dayBoundaryHour)),
      );
      expect(after.map((entry) => [entry?.at, entry?.zone, entry?.offsetMinutes])).toEqual(
        before.map((entry) => [entry?.at, entry?.zone, entry?.offsetMinutes]),
      );
    }
    expect(stored()).toEqual(before);
    expect(journal.verify().isSound).toBe(true);
  });
});
