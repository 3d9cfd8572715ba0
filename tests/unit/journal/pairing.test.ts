import { describe, expect, it } from 'vitest';
import type { Felt } from '../../../src/shared/domain/mood';
import type { MovementSession, SessionDraft } from '../../../src/shared/domain/movement';
import { createCheckInId, createSessionId } from '../../../src/shared/id';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { plainDraft } from '../../support/plainSession';

const low: Felt = { valence: -1 / 3, energy: null, feelings: ['anxiety'] };
const high: Felt = { valence: 2 / 3, energy: 0.5, feelings: [] };
const minute = 60_000;

const draftOf = (test: TestJournal, more: Partial<SessionDraft>): SessionDraft => ({
  ...plainDraft,
  id: createSessionId(test.clock.now(), test.ports.randomBytes),
  kind: 'run',
  startedAt: test.clock.now() - 120 * minute,
  minutes: 40,
  before: low,
  after: high,
  ...more,
});

function save(test: TestJournal, draft: SessionDraft): MovementSession {
  const saved = test.journal.sessions.save(draft);
  if (!saved.ok) throw new Error(saved.error.type);
  return saved.value;
}

const momentsIn = ({ journal }: TestJournal) =>
  [...journal.everything.checkIns()].filter(({ role }) => role === 'moment');

describe('a rating beside a session', () => {
  it.each([
    { gap: 60 * minute, pairs: true },
    { gap: 60 * minute + 1, pairs: false },
    { gap: 0, pairs: true },
    // Starts are typed roundly: five minutes into it is still "before".
    { gap: -5 * minute, pairs: true },
    { gap: -5 * minute - 1, pairs: false },
  ])('counts as before when it was made $gap ms before the start: $pairs', async ({ gap, pairs }) => {
    await using test = await createTestJournal();
    const draft = draftOf(test, {});
    const beforeAt = draft.startedAt - gap;
    const session = save(test, { ...draft, beforeAt });
    expect(session.before?.at ?? null).toBe(pairs ? beforeAt : null);
    expect(momentsIn(test).map(({ at, valence }) => ({ at, valence }))).toEqual(
      pairs ? [] : [{ at: beforeAt, valence: low.valence }],
    );
  });

  it.each([
    { gap: 90 * minute, pairs: true },
    { gap: 90 * minute + 1, pairs: false },
    // Whoever says how it was after has stopped, however long they say it took: 40 minutes, here.
    { gap: -39 * minute, pairs: true },
    { gap: -40 * minute, pairs: false },
  ])('counts as after when it was made $gap ms after the end: $pairs', async ({ gap, pairs }) => {
    await using test = await createTestJournal();
    const draft = draftOf(test, { startedAt: test.clock.now() - 240 * minute });
    const afterAt = draft.startedAt + 40 * minute + gap;
    const session = save(test, { ...draft, afterAt });
    expect(session.after?.at ?? null).toBe(pairs ? afterAt : null);
    expect(momentsIn(test)).toHaveLength(pairs ? 0 : 1);
  });

  it('is apart from it by what really passed, also where the clocks jumped', async () => {
    await using test = await createTestJournal();
    // Paris goes from 02:00 to 03:00 at 01:00Z: 01:30 and 03:10 on the wall are 40 minutes apart.
    test.clock.set('2025-03-30T03:00:00Z');
    const spring = save(
      test,
      draftOf(test, {
        startedAt: Date.parse('2025-03-30T01:10:00Z'),
        beforeAt: Date.parse('2025-03-30T00:30:00Z'),
        afterAt: null,
      }),
    );
    expect(spring.before).toMatchObject({ offsetMinutes: 60 });
    expect(spring).toMatchObject({ offsetMinutes: 120 });
    // And back from 03:00 to 02:00: 02:50 and the second 02:55 are 65 minutes apart.
    test.clock.set('2025-10-26T04:00:00Z');
    const autumn = save(
      test,
      draftOf(test, {
        startedAt: Date.parse('2025-10-26T01:55:00Z'),
        beforeAt: Date.parse('2025-10-26T00:50:00Z'),
      }),
    );
    expect(autumn.before).toBeNull();
  });

  it('keeps the zone it was made in: a session from Tokyo that is rated after landing in Paris', async () => {
    await using test = await createTestJournal();
    test.clock.travelTo('Europe/Paris');
    const session = save(
      test,
      draftOf(test, { zone: 'Asia/Tokyo', afterAt: test.clock.now(), minutes: 90, before: null }),
    );
    expect(session).toMatchObject({ zone: 'Asia/Tokyo', offsetMinutes: 540, day: '2025-05-14' });
    expect(session.after).toMatchObject({ zone: 'Europe/Paris', at: test.clock.now() });
  });

  it('moves with the start it speaks of, and stays where it was when it was made at a moment of its own', async () => {
    await using test = await createTestJournal();
    const spoken = draftOf(test, {});
    save(test, spoken);
    const moved = save(test, { ...spoken, startedAt: spoken.startedAt - 20 * minute });
    expect(moved.before?.at).toBe(spoken.startedAt - 20 * minute);
    const made = draftOf(test, { beforeAt: spoken.startedAt - 7 * minute });
    save(test, made);
    const later = save(test, { ...made, beforeAt: null, startedAt: made.startedAt + 10 * minute });
    expect(later.before?.at).toBe(spoken.startedAt - 7 * minute);
  });

  it('becomes a check-in of its own when the session is moved away from it, and is not kept twice', async () => {
    await using test = await createTestJournal();
    const draft = draftOf(test, { beforeAt: test.clock.now() - 130 * minute });
    const first = save(test, draft);
    const away = { ...draft, startedAt: test.clock.now() - 40 * minute };
    expect(save(test, away).before).toBeNull();
    expect(save(test, away).before).toBeNull();
    expect(momentsIn(test)).toMatchObject([{ id: first.before?.id, sessionId: null, valence: low.valence }]);
  });

  it('is paired with a session of which only the day is known, at its noon', async () => {
    await using test = await createTestJournal();
    const session = save(test, draftOf(test, { isTimed: false }));
    expect(session).toMatchObject({
      isTimed: false,
      at: Date.parse('2025-05-14T10:00:00Z'),
      before: { at: Date.parse('2025-05-14T10:00:00Z') },
    });
  });
});

const leave = (test: TestJournal) => {
  const checkInId = createCheckInId(test.clock.now(), test.ports.randomBytes);
  const begun = test.journal.outing.begin({ kind: 'run', checkInId, ...low });
  if (!begun.ok) throw new Error(begun.error.type);
  return { checkInId, outing: begun.value };
};

describe('an outing', () => {
  it('keeps both ratings at the moments they were made, across a flight', async () => {
    await using test = await createTestJournal();
    test.clock.travelTo('Asia/Tokyo');
    const { checkInId, outing } = leave(test);
    test.clock.travelTo('Europe/Paris');
    test.clock.advance({ minutes: 55 });
    const finished = test.journal.outing.finish(
      draftOf(test, {
        startedAt: outing.startedAt + 10 * minute,
        zone: outing.zone,
        beforeAt: outing.beforeAt,
        afterAt: test.clock.now(),
      }),
    );
    expect(finished).toMatchObject({
      value: {
        zone: 'Asia/Tokyo',
        before: { id: checkInId, at: outing.startedAt, zone: 'Asia/Tokyo', role: 'before' },
        after: { at: test.clock.now(), zone: 'Europe/Paris' },
      },
    });
    expect(momentsIn(test)).toEqual([]);
  });

  it('leaves the feeling a check-in when the start is put more than an hour later, also when it is sent twice', async () => {
    await using test = await createTestJournal();
    const { checkInId, outing } = leave(test);
    test.clock.advance({ hours: 3 });
    const draft = draftOf(test, {
      startedAt: outing.startedAt + 61 * minute,
      beforeAt: outing.beforeAt,
      after: null,
    });
    expect(test.journal.outing.finish(draft)).toMatchObject({ value: { before: null } });
    expect(test.journal.outing.finish(draft)).toMatchObject({ value: { before: null } });
    expect(momentsIn(test)).toMatchObject([{ id: checkInId, at: outing.startedAt }]);
  });
});

describe('sessions that share some of their time', () => {
  it('are found, and neither neighbours nor those without a time are', async () => {
    await using test = await createTestJournal();
    const noon = test.clock.now() - 300 * minute;
    const at = (from: number, minutes: number, isTimed = true) =>
      save(test, draftOf(test, { startedAt: noon + from * minute, minutes, isTimed })).id;
    const early = at(-30, 31);
    at(-30, 30);
    at(40, 20);
    at(10, 5, false);
    const inside = at(10, 5);
    const id = createSessionId(1, test.ports.randomBytes);
    const found = test.journal.sessions.overlapping({ id, startedAt: noon, minutes: 40 });
    expect(found.ok && found.value.sessions.map((session) => session.id)).toEqual([early, inside]);
  });
});
