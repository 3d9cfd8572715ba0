import { describe, expect, it } from 'vitest';

import type { Felt } from '../../../src/shared/domain/mood';
import type { SessionDraft } from '../../../src/shared/domain/movement';
import { checkInSchema } from '../../../src/shared/domain/mood';
import { movementSessionSchema } from '../../../src/shared/domain/movement';
import { createCheckInId, createEntryId, createSessionId } from '../../../src/shared/id';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { documentOf } from '../../support/documents';
import { plainDraft } from '../../support/plainSession';

const felt = (valence: number, feelings: readonly string[] = []): Felt => ({
  valence,
  energy: null,
  feelings: [...feelings],
});
const hour = 3_600_000;

const draftOf = (test: TestJournal, more: Partial<SessionDraft> = {}): SessionDraft => ({
  id: createSessionId(test.clock.now(), test.ports.randomBytes),
  ...plainDraft,
  kind: 'run',
  startedAt: test.clock.now() - hour,
  minutes: 40,
  effort: 5,
  note: 'Along the canal',
  before: felt(-1 / 3, ['anxiety']),
  after: felt(2 / 3, ['relief', 'a word of mine']),
  ...more,
});

function save(test: TestJournal, draft: SessionDraft) {
  const saved = test.journal.sessions.save(draft);
  if (!saved.ok) throw new Error(saved.error.type);
  return movementSessionSchema.parse(saved.value);
}

describe('a movement session', () => {
  it('is kept with its ratings, each at its own moment', async () => {
    await using test = await createTestJournal();
    const draft = draftOf(test);
    const session = save(test, draft);
    expect(session).toMatchObject({
      at: draft.startedAt,
      day: '2025-05-14',
      zone: 'Europe/Paris',
      before: {
        at: draft.startedAt,
        role: 'before',
        sessionId: draft.id,
        valence: -1 / 3,
        isRemembered: false,
      },
      after: { at: draft.startedAt + 40 * 60_000, role: 'after', feelings: ['relief', 'a word of mine'] },
    });
    const journal = await test.reopen();
    expect(journal.sessions.list({ olderThan: null, limit: 10 })).toEqual({
      ok: true,
      value: { sessions: [session], total: 1 },
    });
  });

  it('is replaced by a save with the same id; its ratings keep theirs', async () => {
    await using test = await createTestJournal();
    const draft = draftOf(test);
    const first = save(test, draft);
    test.clock.travelTo('Asia/Tokyo');
    const second = save(test, { ...draft, kind: 'walk', after: felt(1), before: null });
    expect(second).toMatchObject({ kind: 'walk', zone: 'Europe/Paris', before: null });
    expect(second.after?.id).toBe(first.after?.id);
    expect(second.after).toMatchObject({ valence: 1, feelings: [] });
    expect(test.journal.everything.counts()).toMatchObject({ sessions: 1, checkIns: 1 });
    expect(save(test, draft).before?.id).not.toBe(first.before?.id);
  });

  it('notes which ratings were typed from memory, a day or more later', async () => {
    await using test = await createTestJournal();
    const recent = save(test, draftOf(test, { startedAt: test.clock.now() - 24 * hour, minutes: 60 }));
    expect([recent.before?.isRemembered, recent.after?.isRemembered]).toEqual([false, false]);
    const draft = draftOf(test, { startedAt: test.clock.now() - 24.5 * hour, minutes: 60 });
    const old = save(test, draft);
    expect([old.before?.isRemembered, old.after?.isRemembered]).toEqual([true, false]);
    // Correcting the note later makes no memory of a rating; changing the rating does.
    test.clock.advance({ days: 3 });
    const corrected = save(test, { ...draft, note: 'Another note' });
    expect(corrected.after?.isRemembered).toBe(false);
    expect(save(test, { ...draft, after: felt(0) }).after?.isRemembered).toBe(true);
  });

  it('belongs to the day it started on, also past midnight', async () => {
    await using test = await createTestJournal();
    test.clock.set('2025-05-15T01:30:00Z');
    const session = save(
      test,
      draftOf(test, { startedAt: Date.parse('2025-05-14T23:30:00Z'), minutes: 180 }),
    );
    expect(session.day).toBe('2025-05-14');
    expect(session.after?.day).toBe('2025-05-15');
  });

  it('goes with its ratings when it is removed', async () => {
    await using test = await createTestJournal();
    const { id } = save(test, draftOf(test));
    expect(test.journal.sessions.remove({ id })).toEqual({ ok: true, value: null });
    expect(test.journal.everything.counts()).toMatchObject({ sessions: 0, checkIns: 0 });
    expect(test.journal.sessions.remove({ id })).toEqual({ ok: false, error: { type: 'NotFound' } });
  });

  it('is listed newest first, page by page, each once', async () => {
    await using test = await createTestJournal();
    const ids = Array.from({ length: 7 }, (_, index) => {
      // Two at a time start at the same instant.
      const startedAt = test.clock.now() - Math.floor(index / 2) * hour;
      return save(test, draftOf(test, { startedAt })).id;
    });
    const seen: string[] = [];
    let olderThan: { at: number; id: (typeof ids)[number] } | null = null;
    for (;;) {
      const page = test.journal.sessions.list({ olderThan, limit: 3 });
      if (!page.ok) throw new Error('the list has no failures');
      const last = page.value.sessions.at(-1);
      if (last === undefined) break;
      seen.push(...page.value.sessions.map(({ id }) => id));
      olderThan = { at: last.at, id: last.id };
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(new Set(ids));
  });
});

describe('a check-in', () => {
  it('is noted now; saving it again changes what was felt, not when', async () => {
    await using test = await createTestJournal();
    const id = createCheckInId(test.clock.now(), test.ports.randomBytes);
    const first = test.journal.checkIns.save({ id, ...felt(0, ['calm']), energy: 0.5 });
    if (!first.ok) throw new Error(first.error.type);
    expect(checkInSchema.parse(first.value)).toMatchObject({
      role: 'moment',
      sessionId: null,
      day: '2025-05-14',
    });
    test.clock.advance({ hours: 20 });
    const second = test.journal.checkIns.save({ id, ...felt(1 / 3) });
    expect(second).toEqual({ ok: true, value: { ...first.value, ...felt(1 / 3) } });
    const journal = await test.reopen();
    expect([...journal.everything.checkIns()]).toEqual([{ ...first.value, ...felt(1 / 3) }]);
  });

  it('can be removed once', async () => {
    await using test = await createTestJournal();
    const id = createCheckInId(test.clock.now(), test.ports.randomBytes);
    test.journal.checkIns.save({ id, ...felt(0) });
    expect(test.journal.checkIns.remove({ id })).toEqual({ ok: true, value: null });
    expect(test.journal.checkIns.remove({ id })).toEqual({ ok: false, error: { type: 'NotFound' } });
  });
});

const written = (test: TestJournal, words: string) => {
  const id = createEntryId(test.clock.now(), test.ports.randomBytes);
  const document = documentOf(words);
  expect(test.journal.entries.save({ id, document, baseRevision: 0 }).ok).toBe(true);
  return id;
};
const names = (test: TestJournal, asked: Parameters<TestJournal['journal']['sessions']['entries']>[0]) => {
  const found = test.journal.sessions.entries(asked);
  return found.ok ? found.value.entries.map(({ title }) => title) : found.error;
};

describe('what was written about a session', () => {
  it('is chosen among the entries of its day, and the one tied to it is named wherever it is', async () => {
    await using test = await createTestJournal();
    const first = written(test, 'The class was full.');
    const session = save(test, draftOf(test, { entryId: first }));
    test.clock.advance({ hours: 24 });
    const later = written(test, 'Still thinking of it.');
    expect(names(test, { day: session.day, entryId: first })).toEqual(['The class was full.']);
    expect(names(test, { day: session.day, entryId: later })).toEqual([
      'The class was full.',
      'Still thinking of it.',
    ]);
    expect(names(test, { day: null, entryId: null })).toEqual([]);
    expect(test.journal.sessions.setEntry({ id: session.id, entryId: later }).ok).toBe(true);
    expect(test.journal.sessions.ofEntry({ entryId: first })).toMatchObject({ value: { sessions: [] } });
    expect(test.journal.sessions.ofEntry({ entryId: later })).toMatchObject({
      value: { sessions: [{ id: session.id, entryId: later }] },
    });
  });

  it('is not named while it is in the bin, and is again when it is put back', async () => {
    await using test = await createTestJournal();
    const entryId = written(test, 'The class was full.');
    const { day } = save(test, draftOf(test, { entryId }));
    test.journal.entries.moveToBin({ id: entryId });
    expect(names(test, { day, entryId })).toEqual([]);
    test.journal.entries.restore({ id: entryId });
    expect(names(test, { day, entryId })).toEqual(['The class was full.']);
  });
});
