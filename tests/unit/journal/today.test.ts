import { describe, expect, it } from 'vitest';
import { sameDateInEarlierYears } from '../../../src/main/journal/today/today';
import { createCheckInId, createEntryId, createSessionId } from '../../../src/shared/id';
import { civilDaySchema, instantToMoment } from '../../../src/shared/time';
import { documentOf } from '../../support/documents';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { plainDraft } from '../../support/plainSession';

const day = (text: string) => civilDaySchema.parse(text);

function insert(test: TestJournal, at: string, text: string) {
  const id = createEntryId(test.clock.now(), test.ports.randomBytes);
  const moment = instantToMoment(Date.parse(at), 'Europe/Paris');
  test.journal.entries.insert({ id, moment, document: documentOf(text) });
  return id;
}

function readToday({ journal }: TestJournal) {
  const outcome = journal.today.read();
  if (!outcome.ok) throw new Error('today has no failures');
  return outcome.value;
}

describe('today', () => {
  it('is empty in a new journal', async () => {
    await using test = await createTestJournal();
    expect(readToday(test)).toEqual({
      day: '2025-05-14',
      entries: [],
      checkIns: [],
      sessions: [],
      onThisDay: [],
      latestEarlier: null,
      outing: null,
    });
  });

  it('holds what was written and noted on the day, in order, and the day ends at four', async () => {
    await using test = await createTestJournal();
    insert(test, '2025-05-14T01:59:00Z', 'Still yesterday');
    insert(test, '2025-05-14T20:00:00Z', 'Evening');
    insert(test, '2025-05-14T06:00:00Z', 'Morning');
    const binned = insert(test, '2025-05-14T07:00:00Z', 'Thrown away');
    test.journal.entries.moveToBin({ id: binned });
    const nothing = { valence: 0, energy: null, feelings: [] };
    test.journal.checkIns.save({ id: createCheckInId(test.clock.now(), test.ports.randomBytes), ...nothing });
    test.journal.sessions.save({
      id: createSessionId(test.clock.now(), test.ports.randomBytes),
      ...plainDraft,
      kind: 'walk',
      startedAt: test.clock.now() - 3_600_000,
      minutes: 20,
      effort: null,
      note: null,
      before: nothing,
      after: nothing,
    });
    const today = readToday(test);
    expect(today.entries.map(({ title }) => title)).toEqual(['Morning', 'Evening']);
    expect(today.checkIns.map(({ role }) => role)).toEqual(['moment']);
    expect(today.sessions).toMatchObject([
      { kind: 'walk', before: { role: 'before' }, after: { role: 'after' } },
    ]);
    expect(today.latestEarlier).toMatchObject({ title: 'Still yesterday' });
    test.clock.set('2025-05-15T01:59:00Z');
    expect(readToday(test).entries).toHaveLength(2);
    test.clock.set('2025-05-15T02:00:00Z');
    expect(readToday(test)).toMatchObject({ entries: [], latestEarlier: { title: 'Evening' } });
  });

  it('remembers the same date in earlier years, newest first, at most five', async () => {
    await using test = await createTestJournal();
    for (let year = 2015; year < 2025; year += 1) insert(test, `${year}-05-14T12:00:00Z`, `In ${year}`);
    insert(test, '2024-05-15T12:00:00Z', 'The day after');
    expect(readToday(test).onThisDay.map(({ title }) => title)).toEqual([
      'In 2024',
      'In 2023',
      'In 2022',
      'In 2021',
      'In 2020',
    ]);
  });

  it('meets 29 February in leap years only', () => {
    expect(sameDateInEarlierYears(day('2024-02-29'), day('2015-01-01'))).toEqual([
      '2020-02-29',
      '2016-02-29',
    ]);
    expect(sameDateInEarlierYears(day('2024-02-28'), day('2022-06-01'))).toEqual([
      '2023-02-28',
      '2022-02-28',
    ]);
    expect(sameDateInEarlierYears(day('2024-02-28'), day('2024-02-01'))).toEqual([]);
  });
});

describe('settings', () => {
  it('are kept, and a new end of the day moves what lies between the two hours, by its own wall clock', async () => {
    await using test = await createTestJournal();
    const late = insert(test, '2025-05-13T23:30:00Z', 'Half past one in Paris');
    const early = insert(test, '2025-05-14T05:30:00Z', 'Half past seven in Paris');
    const elsewhere = createEntryId(test.clock.now(), test.ports.randomBytes);
    const tokyo = instantToMoment(Date.parse('2025-05-13T16:30:00Z'), 'Asia/Tokyo');
    test.journal.entries.insert({
      id: elsewhere,
      moment: tokyo,
      document: documentOf('Half past one in Tokyo'),
    });
    const chosen = createEntryId(test.clock.now(), test.ports.randomBytes);
    const moment = { ...tokyo, day: day('2001-09-09') };
    test.journal.entries.insert({ id: chosen, moment, document: documentOf('Put on a day by hand') });

    const days = () =>
      [late, early, elsewhere, chosen].map((id) => {
        const entry = test.journal.entries.read({ id });
        return entry.ok ? entry.value.day : null;
      });
    expect(days()).toEqual(['2025-05-13', '2025-05-14', '2025-05-13', '2001-09-09']);
    const settings = {
      dayBoundaryHour: 0,
      weekStartsOn: 6,
      spelling: 'en-GB',
      binDays: 90,
      distanceUnit: 'mi',
      feelingForm: 'pad',
    } as const;
    expect(test.journal.settings.save(settings)).toEqual({ ok: true, value: settings });
    expect(days()).toEqual(['2025-05-14', '2025-05-14', '2025-05-14', '2001-09-09']);
    test.clock.set('2025-05-14T22:30:00Z');
    await test.reopen();
    expect(test.journal.settings.read()).toEqual({ ok: true, value: settings });
    expect(readToday(test).day).toBe('2025-05-15');
    test.journal.settings.save({ ...settings, dayBoundaryHour: 4 });
    expect(days()).toEqual(['2025-05-13', '2025-05-14', '2025-05-13', '2001-09-09']);
  });
});
