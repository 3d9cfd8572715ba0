import { describe, expect, it } from 'vitest';
import { createCheckInId, createEntryId, createSessionId, createSpanId } from '../../../src/shared/id';
import { addDays, instantToMoment } from '../../../src/shared/time';
import { documentOf } from '../../support/documents';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';
import { plainDraft } from '../../support/plainSession';

const versionOf = ({ journal }: TestJournal): string => must(journal.insights.version()).version;

/** Whether `act` gives what Insights compares another version. */
function changes(test: TestJournal, act: () => unknown): boolean {
  const before = versionOf(test);
  act();
  return versionOf(test) !== before;
}

const moment = (test: TestJournal) => instantToMoment(test.clock.now(), 'Europe/Paris');
const felt = { valence: 0, energy: null, feelings: [] };

function feel(test: TestJournal) {
  const id = createCheckInId(test.clock.now(), test.ports.randomBytes);
  const rest = {
    note: null,
    givenOn: 'stops',
    role: 'moment',
    sessionId: null,
    isRemembered: false,
  } as const;
  test.journal.checkIns.insert({ id, ...moment(test), ...felt, ...rest });
  return id;
}

function move(test: TestJournal) {
  const id = createSessionId(test.clock.now(), test.ports.randomBytes);
  const draft = { kind: 'walk', startedAt: test.clock.now() - 3_600_000, minutes: 30, effort: 2 } as const;
  must(test.journal.sessions.save({ id, ...plainDraft, ...draft, note: null, before: null, after: null }));
  return id;
}

describe('the version of what Insights compares', () => {
  it('is another after a feeling or a session was noted, changed, deleted or put back', async () => {
    await using test = await createTestJournal();
    const { checkIns, sessions } = test.journal;
    expect(changes(test, () => feel(test))).toBe(true);
    const id = feel(test);
    const removed = must(checkIns.read({ id }));
    expect(changes(test, () => must(checkIns.remove({ id })))).toBe(true);
    expect(changes(test, () => must(checkIns.putBack(removed)))).toBe(true);
    expect(must(checkIns.read({ id }))).toEqual(removed);
    expect(changes(test, () => move(test))).toBe(true);
    const session = move(test);
    expect(changes(test, () => must(sessions.remove({ id: session })))).toBe(true);
    expect(changes(test, () => must(sessions.putBack({ id: session })))).toBe(true);
  });

  it('is another after a span came, ended and went, and after many records came at once', async () => {
    await using test = await createTestJournal();
    const today = moment(test).day;
    const span = {
      id: createSpanId(test.clock.now(), test.ports.randomBytes),
      kind: 'injury',
      name: null,
      firstDay: addDays(today, -9),
      lastDay: null,
      note: null,
    } as const;
    expect(changes(test, () => must(test.journal.spans.save(span)))).toBe(true);
    expect(changes(test, () => must(test.journal.spans.save({ ...span, lastDay: today })))).toBe(true);
    expect(changes(test, () => must(test.journal.spans.remove({ id: span.id })))).toBe(true);
    expect(changes(test, () => test.journal.inTransaction(() => feel(test)))).toBe(true);
  });

  it('is another when days end or weeks begin elsewhere, and on another day', async () => {
    await using test = await createTestJournal();
    const { settings } = test.journal;
    const given = must(settings.read());
    expect(changes(test, () => must(settings.save({ ...given, dayBoundaryHour: 2 })))).toBe(true);
    expect(changes(test, () => must(settings.save({ ...given, weekStartsOn: 6 })))).toBe(true);
    test.clock.set('2025-05-14T23:59:00Z');
    expect(changes(test, () => test.clock.set('2025-05-15T01:59:00Z'))).toBe(false);
    expect(changes(test, () => test.clock.set('2025-05-15T02:01:00Z'))).toBe(true);
  });

  it('is another after the first save of an entry and after the bin, and the same while words are written', async () => {
    await using test = await createTestJournal();
    const { entries } = test.journal;
    const id = createEntryId(test.clock.now(), test.ports.randomBytes);
    const save = (words: string, baseRevision: number) =>
      must(entries.save({ id, document: documentOf(words), baseRevision }));
    expect(changes(test, () => save('A page', 0))).toBe(true);
    expect(changes(test, () => save('A page that grows', 1))).toBe(false);
    expect(changes(test, () => must(entries.moveToBin({ id })))).toBe(true);
    expect(changes(test, () => must(entries.restore({ id })))).toBe(true);
  });

  it('is the same when nothing happens, and never that of an earlier opening', async () => {
    await using test = await createTestJournal();
    feel(test);
    const before = versionOf(test);
    must(test.journal.insights.records());
    must(test.journal.insights.setCardShown({ card: 'rhythm', isShown: false }));
    expect(versionOf(test)).toBe(before);
    test.clock.advance({ minutes: 1 });
    await test.reopen();
    expect(versionOf(test)).not.toBe(before);
    expect(changes(test, () => feel(test))).toBe(true);
  });
});
