import { describe, expect, test } from 'vitest';
import { dayToNumber } from '../../../src/shared/insights/calendar';
import { lookAroundSpan } from '../../../src/shared/insights/cards/aroundSpan';
import { compareFeelings } from '../../../src/shared/insights/cards/namedFeelings';
import { compareMovementDays } from '../../../src/shared/insights/cards/movementDays';
import { shiftOf } from '../../../src/shared/insights/cards/sessionChange';
import type { DiaryDay } from '../../../src/shared/insights/diary';
import { groupAnswers } from '../../../src/shared/insights/pictures/answeredPrompts';
import { doseOfKinds } from '../../../src/shared/insights/pictures/doseOfKinds';
import { markFeelings } from '../../../src/shared/insights/pictures/feelingMarks';
import { countWeeks, pairWeeks } from '../../../src/shared/insights/pictures/pairedWeeks';
import { drawPlacebos } from '../../../src/shared/insights/pictures/placeboStretches';
import { layOutYears } from '../../../src/shared/insights/pictures/yearGrid';
import { entryIdSchema, promptIdSchema } from '../../../src/shared/id';
import { orchardId, orchardKinds } from '../../support/orchard';
import { orchardDiary } from './orchardDiary';
import { civil } from './madeUpRecords';

function there<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) throw new Error('not there');
  return value;
}

const diary = orchardDiary(1);
const injury = there(diary.spans[0]);

const dayOf = (day: number, evening: number | null, hasMoved = false): DiaryDay => ({
  day,
  isRecorded: true,
  hasMoved,
  minutes: 0,
  hasWritten: false,
  isLeftOut: false,
  evening,
  value: evening,
  parts: {},
});

const entry = (number: number) => entryIdSchema.parse(orchardId(number));

describe('weeks in pairs', () => {
  test('are the informative weeks of the comparison, neither more nor less', () => {
    const weeks = pairWeeks(diary);
    expect(weeks).toHaveLength(there(compareMovementDays(diary).found).informativeWeeks);
    const { higher, same, lower } = countWeeks(weeks);
    expect(higher + same + lower).toBe(weeks.length);
    expect(higher).toBeGreaterThan(lower);
  });

  test('a week is the mean of its days of either kind, whose day before is rated too', () => {
    const monday = dayToNumber(civil('2024-01-01'));
    const days = [
      dayOf(monday, 3, true),
      dayOf(monday + 1, 1, true),
      dayOf(monday + 2, 0),
      dayOf(monday + 3, null, true),
      dayOf(monday + 4, 2),
      dayOf(monday + 5, -1),
    ];
    expect(pairWeeks({ days, weekStartsOn: 1 })).toEqual([{ week: monday, rest: -0.5, moved: 1 }]);
    expect(pairWeeks({ days: [], weekStartsOn: 1 })).toEqual([]);
  });
});

test('every naming of a feeling is one mark, and the marks add up to what is compared', () => {
  const [anger] = markFeelings(diary, ['anger', 'joy']);
  const [compared] = compareFeelings(diary, ['anger', 'joy']);
  const marked = (outcome: string): number =>
    there(anger).marks.filter((mark) => mark.outcome === outcome).length;
  expect(marked('stayed')).toBe(compared?.stayed);
  expect(marked('stayed') + marked('gone')).toBe(compared?.before);
  expect(marked('appeared')).toBe(compared?.appeared);
  expect(markFeelings(diary, ['joy'])).toEqual([]);
});

test('each kind has its own sessions, in the order of the person, at their length', () => {
  const kinds = doseOfKinds(diary, orchardKinds);
  expect(kinds.map(({ kind }) => kind)).toEqual([...orchardKinds]);
  expect(kinds.flatMap(({ dots }) => dots)).toHaveLength(diary.shifts.length);
  const [shift] = diary.shifts;
  expect(there(kinds.find(({ kind }) => kind === there(shift).session.kind)).dots[0]).toMatchObject({
    minutes: there(shift).session.minutes,
    shift: shiftOf(there(shift)),
  });
});

describe('stretches elsewhere', () => {
  test('are sixty at most, spread over the diary, and as long as the one around the span', () => {
    const { stretches } = drawPlacebos(diary, injury);
    expect(stretches).toHaveLength(60);
    const { weeks } = lookAroundSpan(diary, injury);
    expect(stretches.every((means) => means.length === weeks.length)).toBe(true);
    expect(stretches.flat().some((mean) => mean === null)).toBe(true);
  });

  test('there is one for each place of a comparison while there are few, and none in a short diary', () => {
    const short = { ...diary, days: diary.days.slice(0, 380) };
    const few = { ...diary, days: diary.days.slice(270, 420) };
    expect(drawPlacebos(short, injury).stretches).toHaveLength(60);
    expect(drawPlacebos(few, injury).stretches).toHaveLength(lookAroundSpan(few, injury).placebos);
    expect(drawPlacebos({ ...diary, days: diary.days.slice(0, 40) }, injury).stretches).toEqual([]);
  });
});

describe('years as rows of weeks', () => {
  test('a week belongs to the year of its fourth day, whichever day weeks begin on', () => {
    const days = [dayOf(dayToNumber(civil('2020-12-31')), 1), dayOf(dayToNumber(civil('2021-01-03')), 2)];
    expect(layOutYears({ days, spans: [], weekStartsOn: 1 })).toMatchObject([
      { year: 2020, column: 52, mean: 1.5, ratedDays: 2 },
    ]);
    expect(layOutYears({ days, spans: [], weekStartsOn: 0 })).toMatchObject([
      { year: 2020, column: 52, mean: 1 },
      { year: 2021, column: 0, mean: 2 },
    ]);
  });

  test('twenty-seven years have a place each for their weeks, and what nobody recorded stays blank', () => {
    const first = dayToNumber(civil('1998-11-23'));
    const days = Array.from({ length: 9862 }, (_, index) => ({
      ...dayOf(first + index, index % 3 === 0 ? 1 : null),
      isRecorded: index < 4000 || index > 4400,
    })).map((day) => (day.isRecorded ? day : { ...day, evening: null, value: null }));
    const weeks = layOutYears({ days, spans: [], weekStartsOn: 1 });
    const places = new Set(weeks.map(({ year, column }) => `${year} ${column}`));
    expect(places.size).toBe(weeks.length);
    expect(weeks.length).toBeLessThan(9862 / 7 - 50);
    expect(weeks.every(({ column }) => column >= 0 && column <= 52)).toBe(true);
  });

  test('weeks of a span are there though nothing was recorded in them', () => {
    const monday = dayToNumber(civil('2024-01-01'));
    const silent = Array.from({ length: 14 }, (_, index) => ({
      ...dayOf(monday + index, null),
      isRecorded: false,
    }));
    const spans = [{ ...injury, first: monday + 7, last: null }];
    expect(layOutYears({ days: silent, spans, weekStartsOn: 1 })).toMatchObject([
      { week: monday + 7, mean: null, isInSpan: true },
    ]);
  });
});

test('entries stand by the prompt they answer, the one answered last first', () => {
  const [one, other] = ['p-one', 'p-other'].map((id) => promptIdSchema.parse(id));
  const grouped = groupAnswers([
    { promptId: there(one), entryId: entry(1), day: 10 },
    { promptId: there(other), entryId: entry(2), day: 12 },
    { promptId: there(one), entryId: entry(3), day: 5 },
  ]);
  expect(grouped.map(({ promptId, entries }) => [promptId, entries.map(({ day }) => day)])).toEqual([
    [other, [12]],
    [one, [5, 10]],
  ]);
});
