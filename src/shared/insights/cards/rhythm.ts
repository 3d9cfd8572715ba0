import { ewcMean, intervalAt, type Estimate } from '../ewc';
import { partialPool, type PooledMean } from '../partialPool';
import { startOfWeek, type WeekStart } from '../calendar';
import { periodOf, type Period } from '../period';
import type { Diary } from '../diary';
import type { PartOfDay } from '../days';
import type { Outcome, Verdict } from '../../domain/insights';
import { clearBelow, judge } from '../verdict';

const fewestWeeksForDots = 4;
const fewestWeeksForIntervals = 8;
const fewestOfOneWeekday = 6;
const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;
const partPairs = [
  ['morning', 'afternoon'],
  ['afternoon', 'evening'],
  ['morning', 'evening'],
] as const satisfies readonly (readonly [PartOfDay, PartOfDay])[];

interface Contrast {
  /** Names it for ever, wherever the week begins: `weekday:6` is Saturday. */
  readonly name: string;
  readonly verdict: Verdict;
  /** The values compared, in steps, in time order. */
  readonly values: readonly number[];
  readonly found: Estimate | null;
}

export interface WeekdayContrast extends Contrast {
  /** Days since the start of the person's week. */
  readonly weekday: number;
  /** Day number of each value. */
  readonly days: readonly number[];
  /** Drawn towards the other weekdays; shown in place of the plain mean. */
  readonly pooled: PooledMean | null;
}

export interface PartContrast extends Contrast {
  /** Day number of each value. */
  readonly days: readonly number[];
  /** `to` less `from`, inside days rated in both. */
  readonly from: PartOfDay;
  readonly to: PartOfDay;
}

export interface Rhythm {
  readonly outcome: Outcome;
  /** Weeks with at least two rated days. */
  readonly weeks: number;
  readonly period: Period | null;
  readonly shown: 'nothing' | 'dots' | 'intervals';
  readonly weekdays: readonly WeekdayContrast[];
  readonly parts: readonly PartContrast[];
}

/** Each weekday beside the other rated days of its own week, and parts of the day beside each other inside days. */
export function compareRhythm({
  days,
  weekStartsOn,
  outcome,
}: Pick<Diary, 'days' | 'weekStartsOn' | 'outcome'>): Rhythm {
  const rated = days.flatMap(({ day, evening }) => (evening === null ? [] : [{ day, evening }]));
  const weeks = new Map<number, { readonly day: number; readonly evening: number }[]>();
  for (const row of rated) {
    const week = startOfWeek(row.day, weekStartsOn);
    weeks.set(week, [...(weeks.get(week) ?? []), row]);
  }
  const full = [...weeks].filter(([, rows]) => rows.length >= 2);
  const shown =
    full.length < fewestWeeksForDots
      ? 'nothing'
      : full.length < fewestWeeksForIntervals
        ? 'dots'
        : 'intervals';
  const deviations = weekdays.map((weekday) =>
    full.flatMap(([week, rows]) => {
      const own = rows.find(({ day }) => day - week === weekday);
      if (own === undefined) return [];
      const others = rows.filter((row) => row !== own);
      const rest = others.reduce((sum, { evening }) => sum + evening, 0) / others.length;
      return [{ day: own.day, value: own.evening - rest }];
    }),
  );
  return {
    outcome,
    weeks: full.length,
    period: periodOf(full.flatMap(([, rows]) => rows)),
    shown,
    weekdays: poolWeekdays(deviations, shown, weekStartsOn),
    parts: partPairs.map(([from, to]) => {
      const rows = days.flatMap(({ day, parts }) => {
        const [one, other] = [parts[from], parts[to]];
        return one === undefined || other === undefined ? [] : [{ day, value: other - one }];
      });
      return {
        from,
        to,
        name: `part:${from}-${to}`,
        days: rows.map(({ day }) => day),
        ...contrast(
          rows.map(({ value }) => value),
          partPairs.length,
          shown,
        ),
      };
    }),
  };
}

function poolWeekdays(
  deviations: readonly (readonly { readonly day: number; readonly value: number }[])[],
  shown: Rhythm['shown'],
  weekStartsOn: WeekStart,
): readonly WeekdayContrast[] {
  const valuesOf = deviations.map((rows) => rows.map(({ value }) => value));
  const pooled = partialPool(valuesOf.filter((values) => values.length > 0)).values();
  return valuesOf.map((values, weekday) => {
    const own = values.length === 0 ? null : (pooled.next().value ?? null);
    const days = (deviations[weekday] ?? []).map(({ day }) => day);
    const name = `weekday:${(weekStartsOn + weekday) % 7}`;
    return { weekday, name, days, pooled: own, ...contrast(values, weekdays.length, shown) };
  });
}

/** `asked`: how many contrasts the guard answers for. */
function contrast(values: readonly number[], asked: number, shown: Rhythm['shown']): Omit<Contrast, 'name'> {
  const found = shown === 'intervals' && values.length >= fewestOfOneWeekday ? ewcMean(values) : null;
  if (found === null || found.standardError === 0) return { verdict: 'TOO_LITTLE', values, found: null };
  const guarded = intervalAt(found, 1 - 0.05 / asked);
  const pValue = Math.min(1, found.pValue * asked);
  return { verdict: judge({ ...guarded, pValue }, clearBelow.exploring), values, found };
}
