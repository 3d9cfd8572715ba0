import { describe, expect, it } from 'vitest';
import { spanToDraft, type SpanDraft } from '../../../src/shared/domain/span';
import { createSpanId } from '../../../src/shared/id';
import { promptById } from '../../../src/shared/prompts/promptLibrary';
import { civilDaySchema, type CivilDay } from '../../../src/shared/time';
import { createFakeClock, createTestJournal, type TestJournal } from '../../support/journalFixture';

const day = (text: string): CivilDay => civilDaySchema.parse(text);

/** The clock stands on 14 May 2025. */
function draftOf({ clock, ports }: TestJournal, more: Partial<SpanDraft> = {}): SpanDraft {
  const id = createSpanId(clock.now(), ports.randomBytes);
  return { id, kind: 'injury', name: null, firstDay: day('2025-05-03'), lastDay: null, note: null, ...more };
}

const save = ({ journal }: TestJournal, draft: SpanDraft) => {
  const saved = journal.spans.save(draft);
  if (!saved.ok) throw new Error(saved.error.type);
  return saved.value;
};
const begin = (test: TestJournal, more: Partial<SpanDraft> = {}) => save(test, draftOf(test, more));

const list = ({ journal }: TestJournal) => {
  const read = journal.spans.list();
  if (!read.ok) throw new Error('reading has no failures');
  return read.value.spans;
};

describe('spans', () => {
  it('are noted, changed, ended and there again when the journal is opened, the newest first', async () => {
    await using test = await createTestJournal();
    const knee = begin(test, { name: 'knee', note: 'The left one.' });
    begin(test, { kind: 'travel', firstDay: day('2025-05-10'), lastDay: day('2025-05-20') });
    save(test, { ...spanToDraft(knee), lastDay: day('2025-05-13') });
    await test.reopen();
    expect(list(test)).toMatchObject([
      { kind: 'travel', name: null, firstDay: '2025-05-10', lastDay: '2025-05-20' },
      { id: knee.id, kind: 'injury', name: 'knee', lastDay: '2025-05-13', note: 'The left one.' },
    ]);
    expect(test.journal.verify()).toMatchObject({ isSound: true });
  });

  it('are deleted, and back when the same is saved again', async () => {
    await using test = await createTestJournal();
    const knee = begin(test, { name: 'knee', note: 'The left one.' });
    expect(test.journal.spans.remove({ id: knee.id }).ok).toBe(true);
    expect(list(test)).toEqual([]);
    expect(test.journal.spans.remove({ id: knee.id })).toMatchObject({ error: { type: 'NotFound' } });
    expect(spanToDraft(save(test, spanToDraft(knee)))).toEqual(spanToDraft(knee));
  });

  it('do not end before they begin, and what was there stays', async () => {
    await using test = await createTestJournal();
    const knee = begin(test);
    expect(test.journal.spans.save({ ...spanToDraft(knee), lastDay: day('2025-05-02') })).toMatchObject({
      error: { type: 'SpanBackwards' },
    });
    expect(list(test)).toEqual([knee]);
  });

  it('begin in the future only when they are travel; an end may lie ahead for all', async () => {
    await using test = await createTestJournal();
    const ahead = { firstDay: day('2025-06-01'), lastDay: day('2025-06-09') };
    for (const kind of ['injury', 'illness', 'rest'] as const) {
      expect(test.journal.spans.save(draftOf(test, { kind, ...ahead }))).toMatchObject({
        error: { type: 'DayInFuture' },
      });
    }
    begin(test, { kind: 'travel', ...ahead });
    begin(test, { kind: 'rest', lastDay: day('2025-05-18') });
    expect(list(test)).toHaveLength(2);
  });

  it('may overlap; one of the same kind and name inside another is refused, whichever came first', async () => {
    await using test = await createTestJournal();
    begin(test, { name: 'Knee', lastDay: day('2025-05-10') });
    begin(test, { kind: 'rest', firstDay: day('2025-05-04'), lastDay: day('2025-05-06') });
    begin(test, { name: 'shoulder', firstDay: day('2025-05-04'), lastDay: day('2025-05-06') });
    begin(test, { name: 'knee', firstDay: day('2025-05-08'), lastDay: null });
    for (const [first, last] of [
      ['2025-05-04', '2025-05-06'],
      ['2025-05-01', null],
      ['2025-05-03', '2025-05-10'],
    ] as const) {
      expect(
        test.journal.spans.save(
          draftOf(test, { name: 'KNEE', firstDay: day(first), lastDay: last === null ? null : day(last) }),
        ),
      ).toMatchObject({ error: { type: 'SpanInside' } });
    }
    expect(list(test)).toHaveLength(4);
  });

  it('that began on a day which is now ahead, across the date line, can still be changed', async () => {
    const clock = createFakeClock('2025-05-14T22:00:00Z', 'Pacific/Auckland');
    await using test = await createTestJournal({ clock });
    const flu = begin(test, { kind: 'illness', firstDay: day('2025-05-15') });
    clock.advance({ hours: 2 });
    clock.travelTo('America/Los_Angeles');
    expect(save(test, { ...spanToDraft(flu), name: 'flu' }).name).toBe('flu');
    expect(test.journal.spans.save({ ...spanToDraft(flu), firstDay: day('2025-05-16') })).toMatchObject({
      error: { type: 'DayInFuture' },
    });
  });

  it('change what is asked at once: moving is not asked of an injury that began today', async () => {
    await using test = await createTestJournal();
    const offer = () => {
      const read = test.journal.prompts.offer();
      if (!read.ok) throw new Error('an offer has no failures');
      return promptById(read.value.promptId ?? '');
    };
    const asksOfMoving = () =>
      offer()?.moments.some((moment) => moment.endsWith('movement') || moment === 'class');
    for (let days = 0; asksOfMoving() !== true || offer()?.moments.includes('rest'); days += 1) {
      test.clock.advance({ days: 1 });
      if (days > 60) throw new Error('moving is asked of within two months');
    }
    const moving = offer();
    const knee = begin(test, { name: 'knee' });
    const instead = offer();
    expect(instead).toBeDefined();
    expect(instead?.id).not.toBe(moving?.id);
    expect(offer()?.id).toBe(instead?.id);
    test.journal.spans.remove({ id: knee.id });
    expect(offer()?.theme).not.toBe('injury');
  });
});
