import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/shared/ipc/contract';
import { createCheckInId, type CheckInId } from '../../../src/shared/id';
import { civilDaySchema, momentToClockTime } from '../../../src/shared/time';
import { createFakeClock, createTestJournal, type TestJournal } from '../../support/journalFixture';

type Saved = Input<'checkIns.save'>;

const day = (text: string) => civilDaySchema.parse(text);

const newId = (test: TestJournal): CheckInId => createCheckInId(test.clock.now(), test.ports.randomBytes);

function save(test: TestJournal, more: Partial<Saved> = {}) {
  const saved = test.journal.checkIns.save({
    id: newId(test),
    valence: 1 / 3,
    energy: null,
    feelings: [],
    ...more,
  });
  if (!saved.ok) throw new Error(saved.error.type);
  return saved.value;
}

function read(test: TestJournal, id: CheckInId) {
  const found = test.journal.checkIns.read({ id });
  if (!found.ok) throw new Error(found.error.type);
  return found.value;
}

const listed = (test: TestJournal, more: Partial<Input<'checkIns.list'>> = {}) => {
  const page = test.journal.checkIns.list({ from: null, to: null, olderThan: null, limit: 50, ...more });
  if (!page.ok) throw new Error('a list never fails');
  return page.value;
};

describe('a check-in', () => {
  it('keeps its note and what it was given on, also in a journal that was closed', async () => {
    await using test = await createTestJournal();
    const noted = save(test, { energy: -0.37, note: 'On the stairs', givenOn: 'pad' });
    expect(noted).toMatchObject({ note: 'On the stairs', givenOn: 'pad', energy: -0.37, role: 'moment' });
    await test.reopen();
    expect(read(test, noted.id)).toEqual({ checkIn: noted, earlier: [] });
    // What is left out of a save stays as it is.
    const { id } = noted;
    expect(save(test, { id, valence: 0 })).toMatchObject({ note: 'On the stairs', givenOn: 'pad' });
    expect(save(test, { id, valence: 0, note: null, givenOn: 'stops' })).toMatchObject({
      note: null,
      givenOn: 'stops',
    });
  });

  it('keeps what it said before once that has stood for ten minutes, and not every second thought', async () => {
    await using test = await createTestJournal();
    const first = save(test);
    const { id } = first;
    test.clock.advance({ minutes: 5 });
    save(test, { id, feelings: ['calm'] });
    test.clock.advance({ minutes: 4 });
    const stood = save(test, { id, feelings: ['calm'], energy: 0.5 });
    expect(read(test, id).earlier).toEqual([]);

    test.clock.advance({ minutes: 1 });
    save(test, { id, valence: -1, feelings: ['anger'] });
    const changedAt = test.clock.now();
    // The new saying is open for ten minutes as well.
    test.clock.advance({ minutes: 9 });
    save(test, { id, valence: -1, feelings: ['anger', 'grief'] });
    const { id: _id, role, sessionId, isRemembered, ...said } = stood;
    expect([role, sessionId, isRemembered]).toEqual(['moment', null, false]);
    expect(read(test, id).earlier).toEqual([{ ...said, changedAt }]);

    test.clock.advance({ hours: 3 });
    save(test, { id, valence: 0, feelings: [] });
    expect(read(test, id).earlier.map(({ feelings }) => feelings)).toEqual([['calm'], ['anger', 'grief']]);
    expect(test.journal.verify()).toMatchObject({ isSound: true });
  });

  it('keeps no version of a save that changes nothing', async () => {
    await using test = await createTestJournal();
    const noted = save(test, { note: 'Tea', feelings: ['joy'] });
    test.clock.advance({ days: 2 });
    const { id, valence, energy, feelings, note } = noted;
    const clock = momentToClockTime(noted);
    const moment = { day: noted.day, clock, zone: noted.zone };
    expect(save(test, { id, valence, energy, feelings, note, moment })).toEqual(noted);
    expect(read(test, id)).toEqual({ checkIn: noted, earlier: [] });
  });

  it('can be of an earlier moment, and says which are from memory: from a day on, not at a day', async () => {
    await using test = await createTestJournal({ clock: createFakeClock('2025-05-14T21:10:00Z') });
    const zone = 'Europe/Paris';
    const exactly = save(test, { moment: { day: day('2025-05-13'), clock: '23:10', zone } });
    expect(exactly).toMatchObject({ day: '2025-05-13', isRemembered: false });
    expect(test.clock.now() - exactly.at).toBe(24 * 3_600_000);
    const older = save(test, { moment: { day: day('2025-05-13'), clock: '23:09', zone } });
    expect(older.isRemembered).toBe(true);
    expect(save(test, { moment: { day: day('2025-05-14'), clock: '07:00', zone } }).isRemembered).toBe(false);
  });

  it('refuses a moment that has not come, and a zone nobody knows', async () => {
    await using test = await createTestJournal({ clock: createFakeClock('2025-05-14T10:00:00Z') });
    const at = (clock: string, zone = 'Europe/Paris', on = '2025-05-14') =>
      test.journal.checkIns.save({
        id: newId(test),
        valence: 0,
        energy: null,
        feelings: [],
        moment: { day: day(on), clock, zone },
      });
    expect(at('12:01')).toEqual({ ok: false, error: { type: 'MomentInFuture' } });
    expect(at('00:30')).toEqual({ ok: false, error: { type: 'MomentInFuture' } });
    expect(at('09:00', 'Europe/Paris', '2025-05-15')).toMatchObject({ error: { type: 'MomentInFuture' } });
    expect(at('09:00', 'Europe/Atlantis')).toMatchObject({ error: { type: 'ZoneUnknown' } });
    expect(listed(test).checkIns).toEqual([]);
    expect(at('12:00')).toMatchObject({ ok: true });
  });

  it('at half past three in the night belongs to the day before, said now or later', async () => {
    await using test = await createTestJournal({ clock: createFakeClock('2025-05-15T01:30:00Z') });
    const now = save(test);
    expect([now.day, momentToClockTime(now)]).toEqual(['2025-05-14', '03:30']);
    test.clock.advance({ hours: 6 });
    const moment = { day: day('2025-05-14'), clock: '03:30', zone: 'Europe/Paris' };
    expect(save(test, { moment })).toMatchObject({ at: now.at, day: '2025-05-14', isRemembered: false });
    const today = test.journal.today.read();
    expect(today.ok && today.value.checkIns).toEqual([]);
  });

  it('is moved to another time without being another feeling', async () => {
    await using test = await createTestJournal({ clock: createFakeClock('2025-05-14T10:00:00Z') });
    const noted = save(test);
    const { id, valence, energy, feelings } = noted;
    test.clock.advance({ days: 5 });
    const zone = 'Europe/Paris';
    // It was typed on the fourteenth: an hour before is no memory, two days before is one.
    const moved = save(test, {
      id,
      valence,
      energy,
      feelings,
      moment: { day: noted.day, clock: '11:00', zone },
    });
    expect(moved.isRemembered).toBe(false);
    const far = save(test, {
      id,
      valence,
      energy,
      feelings,
      moment: { day: day('2025-05-12'), clock: '11:00', zone },
    });
    expect(far.isRemembered).toBe(true);
    expect(save(test, { id, valence, energy, feelings, note: 'A word more' }).isRemembered).toBe(true);
    expect(read(test, id).earlier.map(({ at }) => at)).toEqual([noted.at]);
    // Another feeling, five days on, is one from memory wherever it is put.
    const back = { day: noted.day, clock: '12:00', zone };
    expect(save(test, { id, valence, energy, feelings, moment: back }).isRemembered).toBe(false);
    expect(save(test, { id, valence: -1, energy, feelings }).isRemembered).toBe(true);
  });

  it('keeps the zone it was noted in when it is changed after a journey', async () => {
    await using test = await createTestJournal({ clock: createFakeClock('2025-05-14T10:00:00Z') });
    const noted = save(test);
    test.clock.travelTo('Pacific/Auckland');
    test.clock.advance({ hours: 1 });
    expect(save(test, { id: noted.id, valence: -1 / 3 })).toMatchObject({
      at: noted.at,
      zone: 'Europe/Paris',
      day: '2025-05-14',
    });
    expect(save(test)).toMatchObject({ zone: 'Pacific/Auckland', day: '2025-05-14', offsetMinutes: 720 });
  });

  it('that was removed comes back with everything it ever said', async () => {
    await using test = await createTestJournal();
    const { id } = save(test, { note: 'Tea' });
    test.clock.advance({ hours: 2 });
    save(test, { id, valence: -1 });
    const whole = read(test, id);
    expect(test.journal.checkIns.remove({ id })).toEqual({ ok: true, value: null });
    expect(test.journal.checkIns.read({ id })).toEqual({ ok: false, error: { type: 'NotFound' } });
    expect([...test.journal.everything.checkInVersions()]).toEqual([]);
    for (const again of ['at once', 'a second time']) {
      expect(test.journal.checkIns.putBack(whole)).toEqual({ ok: true, value: null });
      expect(read(test, id), again).toEqual(whole);
    }
  });

  it('is found in a list by day, newest first, a page at a time, without the ratings of sessions', async () => {
    await using test = await createTestJournal();
    const ids: CheckInId[] = [];
    for (let index = 0; index < 7; index += 1) {
      ids.push(save(test).id);
      test.clock.advance(index % 2 === 0 ? { days: 1 } : { minutes: 1 });
    }
    test.journal.outing.begin({
      kind: 'walk',
      checkInId: newId(test),
      valence: 0,
      energy: null,
      feelings: [],
    });
    const pages: CheckInId[][] = [];
    let olderThan: Input<'checkIns.list'>['olderThan'] = null;
    for (;;) {
      const { checkIns, hasMore } = listed(test, { limit: 3, olderThan });
      pages.push(checkIns.map(({ id }) => id));
      const last = checkIns.at(-1);
      if (!hasMore || last === undefined) break;
      olderThan = { day: last.day, at: last.at, id: last.id };
    }
    expect(pages.map((page) => page.length)).toEqual([3, 3, 2]);
    expect(pages.flat().slice(1)).toEqual(ids.toReversed());
    const oneDay = listed(test, { from: day('2025-05-15'), to: day('2025-05-15') });
    expect(oneDay.checkIns.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
  });

  it('follows the day to another boundary, and so does what it said before', async () => {
    await using test = await createTestJournal({ clock: createFakeClock('2025-05-15T01:30:00Z') });
    const { id } = save(test);
    test.clock.advance({ minutes: 20 });
    save(test, { id, valence: -1 });
    const settings = test.journal.everything.settings();
    test.journal.settings.save({ ...settings, dayBoundaryHour: 3 });
    expect(read(test, id)).toMatchObject({
      checkIn: { day: '2025-05-15' },
      earlier: [{ day: '2025-05-15' }],
    });
  });
});
