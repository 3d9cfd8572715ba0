import { describe, expect, it } from 'vitest';
import { emptyHardDayPage, textToLines, type HardDayPage } from '../../../src/shared/domain/hardDay';
import { createEntryId, createKeepsakeId, type EntryId } from '../../../src/shared/id';
import { instantToMoment } from '../../../src/shared/time';
import { documentOf } from '../../support/documents';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';

function keep(test: TestJournal, text: string, more: Partial<{ author: string; entryId: EntryId }> = {}) {
  const kept = test.journal.keepsakes.save({
    id: createKeepsakeId(test.clock.now(), test.ports.randomBytes),
    text,
    author: more.author ?? null,
    entryId: more.entryId ?? null,
    day: null,
  });
  if (!kept.ok) throw new Error('keeping works here');
  return kept.value;
}

const list = ({ journal }: TestJournal) => {
  const read = journal.keepsakes.list();
  if (!read.ok) throw new Error('reading has no failures');
  return read.value.keepsakes;
};

const ofToday = ({ journal }: TestJournal) => {
  const read = journal.keepsakes.ofToday();
  if (!read.ok) throw new Error('reading has no failures');
  return read.value.keepsake;
};

function entryOn(test: TestJournal, at: string) {
  const id = createEntryId(test.clock.now(), test.ports.randomBytes);
  const moment = instantToMoment(Date.parse(at), 'UTC');
  test.journal.entries.insert({ id, moment, document: documentOf('The light on the field was enough.') });
  return id;
}

describe('keepsakes', () => {
  it('belong to the day of their entry, others to the day they were kept', async () => {
    await using test = await createTestJournal();
    const entryId = entryOn(test, '2021-06-01T12:00:00Z');
    keep(test, 'The light on the field was enough.', { entryId });
    keep(test, 'Walk on.', { author: 'A. Walker' });
    await test.reopen();
    expect(list(test)).toMatchObject([
      { text: 'Walk on.', author: 'A. Walker', entryId: null, entry: 'none', day: '2025-05-14' },
      {
        text: 'The light on the field was enough.',
        author: null,
        entryId,
        entry: 'there',
        day: '2021-06-01',
      },
    ]);
    expect(test.journal.verify().isSound).toBe(true);
  });

  it('outlive their entry, and know that it is away', async () => {
    await using test = await createTestJournal();
    const entryId = entryOn(test, '2021-06-01T12:00:00Z');
    keep(test, 'Enough.', { entryId });
    test.journal.entries.moveToBin({ id: entryId });
    expect(list(test)).toMatchObject([{ entry: 'away' }]);
    test.journal.entries.restore({ id: entryId });
    expect(list(test)).toMatchObject([{ entry: 'there' }]);
  });

  it('change their words and nothing else', async () => {
    await using test = await createTestJournal();
    const kept = keep(test, 'Walk onn.');
    test.clock.advance({ days: 3 });
    const { id, entryId } = kept;
    test.journal.keepsakes.save({ id, text: 'Walk on.', author: 'Somebody', entryId, day: null });
    const { entry: _entry, ...changed } = list(test)[0] ?? { entry: 'none' };
    expect(changed).toEqual({
      ...kept,
      text: 'Walk on.',
      author: 'Somebody',
      updatedAt: test.clock.now(),
    });
  });

  it('go, and come back on their day when that is undone', async () => {
    await using test = await createTestJournal();
    const { id, text, author, entryId, day } = keep(test, 'Walk on.');
    test.clock.advance({ days: 9 });
    expect(test.journal.keepsakes.remove({ id }).ok).toBe(true);
    expect(test.journal.keepsakes.remove({ id })).toMatchObject({ error: { type: 'NotFound' } });
    expect(list(test)).toEqual([]);
    test.journal.keepsakes.save({ id, text, author, entryId, day });
    expect(list(test)).toMatchObject([{ id, day }]);
  });

  it('are seen again on Today, the same one all day and after a lock, and not the next day', async () => {
    await using test = await createTestJournal();
    keep(test, 'Walk on.');
    keep(test, 'Enough.');
    expect(ofToday(test)).toBeNull();
    test.clock.advance({ days: 8 });
    const seen = ofToday(test);
    expect(seen?.lastShownOn).toBe('2025-05-22');
    await test.reopen();
    expect(ofToday(test)).toEqual(seen);
    test.clock.advance({ days: 1 });
    expect(ofToday(test)).toBeNull();
    test.clock.advance({ days: 6 });
    expect(ofToday(test)?.id).not.toBe(seen?.id);
  });
});

describe('the page “If today is hard”', () => {
  const page: HardDayPage = {
    people: [{ name: 'Mara', number: '+49 30 1234 · after six' }],
    emergencyNumber: '112',
    steps: '- Tea\n\n* The long way round',
    places: 'The bench by the mill',
    words: 'It passed before.',
  };

  it('is empty at first, and then as it was written, also after a lock', async () => {
    await using test = await createTestJournal();
    expect(test.journal.hardDay.read()).toMatchObject({ value: { page: emptyHardDayPage, updatedAt: null } });
    expect(test.journal.everything.hardDay()).toBeNull();
    test.journal.hardDay.save({ page: { ...page, words: 'A draft' } });
    test.clock.advance({ minutes: 1 });
    test.journal.hardDay.save({ page });
    await test.reopen();
    expect(test.journal.hardDay.read()).toEqual({ ok: true, value: { page, updatedAt: test.clock.now() } });
    expect(test.journal.verify().isSound).toBe(true);
  });

  it('reads typed lists as lines, without their bullets', () => {
    expect(textToLines(page.steps)).toEqual(['Tea', 'The long way round']);
  });
});
