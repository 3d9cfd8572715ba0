import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanDaysInWords, spansInWords, spanWords } from '../../../src/renderer/i18n/spanWords';
import {
  fieldsToSpan,
  newSpanFields,
  problemField,
  spanProblemInWords,
  spanToFields,
} from '../../../src/renderer/features/today/spans/spanDraft';
import { placeSpans } from '../../../src/renderer/features/insights/placeSpans';
import {
  findSpanTrouble,
  lastDayBefore,
  spansOfDay,
  spansWithin,
  spanToDraft,
  type Span,
} from '../../../src/shared/domain/span';
import { spanIdSchema } from '../../../src/shared/id';
import { addDays, civilDaySchema, type CivilDay } from '../../../src/shared/time';

const day = (text: string): CivilDay => civilDaySchema.parse(text);
const today = day('2026-05-14');

function span(number: number, more: Partial<Span> = {}): Span {
  const id = spanIdSchema.parse(`0196cd1f-0000-7000-8000-${String(number).padStart(12, '0')}`);
  const days = { firstDay: day('2026-05-03'), lastDay: null };
  return { id, kind: 'injury', name: null, ...days, note: null, createdAt: 0, updatedAt: 0, ...more };
}
const knee = span(1, { name: 'knee' });
const flu = span(2, { kind: 'illness', firstDay: day('2026-05-10'), lastDay: day('2026-05-12') });
const journey = span(3, { kind: 'travel', firstDay: day('2026-06-01'), lastDay: day('2026-06-09') });
const all = [journey, flu, knee];

describe('the spans of a day', () => {
  it('are those it lies in, both ends included, and several at once', () => {
    expect(spansOfDay(all, day('2026-05-02'))).toEqual([]);
    expect(spansOfDay(all, day('2026-05-03'))).toEqual([knee]);
    expect(spansOfDay(all, day('2026-05-10'))).toEqual([flu, knee]);
    expect(spansOfDay(all, day('2026-05-12'))).toEqual([flu, knee]);
    expect(spansOfDay(all, day('2026-05-13'))).toEqual([knee]);
  });

  it('run up to today while they have no end, and as far ahead as they are meant to go', () => {
    expect(spansOfDay(all, today, today)).toEqual([knee]);
    expect(spansOfDay(all, addDays(today, 1), today)).toEqual([]);
    expect(spansOfDay(all, day('2026-06-05'), today)).toEqual([journey]);
  });

  it('are among those of every stretch the day is in', () => {
    const days = fc.integer({ min: -40, max: 60 }).map((count) => addDays(today, count));
    fc.assert(
      fc.property(days, days, days, (one, other, inside) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        fc.pre(from <= inside && inside <= to);
        expect(spansWithin(all, { from, to })).toEqual(expect.arrayContaining([...spansOfDay(all, inside)]));
      }),
    );
  });
});

describe('one span inside another', () => {
  it('is found whichever of the two is looked at', () => {
    const days = fc.integer({ min: -30, max: 0 }).map((count) => addDays(today, count));
    const drawn = fc.tuple(days, days, fc.boolean()).map(([one, other, isOpen]) => ({
      firstDay: one < other ? one : other,
      lastDay: isOpen ? null : one < other ? other : one,
    }));
    fc.assert(
      fc.property(drawn, drawn, (one, other) => {
        const first = span(8, one);
        const second = span(9, other);
        expect(findSpanTrouble(spanToDraft(first), [second], today)?.type).toBe(
          findSpanTrouble(spanToDraft(second), [first], today)?.type,
        );
      }),
    );
  });
});

describe('the form of a span', () => {
  const journal = { spans: all, today };
  const fields = newSpanFields(span(5).id, today, 'rest');

  it('becomes a span that begins today and lasts', () => {
    expect(fieldsToSpan(fields, journal)).toMatchObject({
      ok: true,
      value: { kind: 'rest', name: null, firstDay: today, lastDay: null, note: null },
    });
    expect(fieldsToSpan(spanToFields(knee), journal)).toEqual({ ok: true, value: spanToDraft(knee) });
  });

  it.each([
    [{ firstDay: '' }, 'firstDay', 'This is not a day yet, such as 2 May 2026.'],
    [
      { firstDay: '2026-05-20' },
      'firstDay',
      'That day has not begun yet. Of these, a journey can be noted ahead.',
    ],
    [{ lastDay: '2026-05-01' }, 'lastDay', 'The last day would lie before the first one, 14 May 2026.'],
    [
      { kind: 'injury', name: ' Knee ' },
      'name',
      'The same is noted already, since 3 May 2026. Change that one, or give this one a name of its own.',
    ],
  ] as const)('says beside its field what is not clear yet: %j', (changed, field, words) => {
    const typed = { ...fields, ...changed };
    const draft = fieldsToSpan(typed, journal);
    if (draft.ok) throw new Error('this is refused');
    expect(problemField(draft.error)).toBe(field);
    expect(spanProblemInWords(draft.error, typed.firstDay)).toBe(words);
  });

  it('ends the day before it was back to usual, and not before it began', () => {
    expect(lastDayBefore(knee, today)).toBe('2026-05-13');
    expect(lastDayBefore({ firstDay: today }, today)).toBe(today);
  });
});

describe('a span in words', () => {
  it('is its kind and its name, and its days without what goes without saying', () => {
    expect(spanWords(knee)).toBe('Injury: knee');
    expect(spansInWords([knee, flu, journey])).toBe('Injury: knee, Illness and Travel');
    expect(spanDaysInWords(knee)).toBe('since 3 May 2026');
    expect(spanDaysInWords(knee, today)).toBe('since 3 May');
    expect(spanDaysInWords({ firstDay: today, lastDay: null }, today)).toBe('since today');
    expect(spanDaysInWords(flu)).toBe('10 May 2026 to 12 May 2026');
    expect(spanDaysInWords({ firstDay: today, lastDay: today })).toBe('14 May 2026');
  });
});

describe('the band in a picture over time', () => {
  it('is cut to what is shown, and open at the edge while it lasts', () => {
    const range = { from: day('2026-05-11'), to: day('2026-05-13') };
    const start = Date.parse('2026-05-11T00:00Z');
    const dayMs = 86_400_000;
    expect(placeSpans(all, range)).toEqual([
      { span: knee, start, end: start + 3 * dayMs, isOpen: true },
      { span: flu, start, end: start + 2 * dayMs, isOpen: false },
    ]);
  });
});
