import type { DayRecord } from '../../../shared/domain/insights';
import { binUnitFor, calendarBins, type BinUnit, type CalendarBin } from '../../../shared/insights/bins';
import { dayToNumber, type WeekStart } from '../../../shared/insights/calendar';
import { fewestRatedDays } from '../../../shared/insights/overview';
import type { CivilDay } from '../../../shared/time';
import type { DayRange } from '../../../shared/insights/range';
import { middleOf, timeDomain } from './timeAxis';

export interface DayDot {
  readonly day: CivilDay;
  readonly time: number;
  readonly steps: number;
}

/** One bin at its place on the time axis. */
export interface PlacedBin extends CalendarBin {
  readonly time: number;
}

/** A stretch without any record, labelled so and not joined. */
export interface Gap {
  readonly start: number;
  readonly end: number;
}

export interface OverviewPicture {
  readonly range: DayRange;
  /** Bars and the reading under the pointer. */
  readonly bars: { readonly unit: BinUnit; readonly bins: readonly PlacedBin[] };
  /** Points on the line: at least a week each, because the average of one day is its dot. No line while few days are rated. */
  readonly line: { readonly unit: 'week' | 'month' | 'none'; readonly bins: readonly PlacedBin[] };
  readonly dots: readonly DayDot[];
  readonly gaps: readonly Gap[];
  readonly mostMinutes: number;
}

/** Everything the two panels draw, in steps, minutes and milliseconds. */
export function overviewPicture(
  records: readonly DayRecord[],
  range: DayRange,
  weekStartsOn: WeekStart,
  absentDays: readonly CivilDay[] = [],
): OverviewPicture {
  const inside = records.filter(({ day }) => day >= range.from && day <= range.to);
  const unit = binUnitFor(range);
  const lineUnit = unit === 'month' ? 'month' : 'week';
  const bars = calendarBins(inside, range, unit, weekStartsOn, absentDays).map(placed);
  const line =
    unit === lineUnit ? bars : calendarBins(inside, range, lineUnit, weekStartsOn, absentDays).map(placed);
  const dots = inside.flatMap(({ day, mood }) => {
    const number = dayToNumber(day);
    return mood === null ? [] : [{ day, time: middleOf(number, number), steps: mood }];
  });
  return {
    range,
    bars: { unit, bins: bars },
    line: dots.length < fewestRatedDays ? { unit: 'none', bins: [] } : { unit: lineUnit, bins: line },
    dots,
    gaps: gapsBetween(line),
    mostMinutes: Math.max(0, ...bars.map(({ minutes }) => minutes)),
  };
}

const placed = (bin: CalendarBin): PlacedBin => ({
  ...bin,
  time: middleOf(dayToNumber(bin.first), dayToNumber(bin.last)),
});

/** Runs of at least two bins without a record; the time before the first record is no gap. */
function gapsBetween(bins: readonly PlacedBin[]): readonly Gap[] {
  const gaps: Gap[] = [];
  let run = -1;
  bins.forEach((bin, index) => {
    if (bin.recordedDays > 0) run = index + 1;
    const first = bins[run];
    if (first === undefined || bin.recordedDays > 0) return;
    const next = bins[index + 1];
    if (index > run && (next === undefined || next.recordedDays > 0)) {
      const [start, end] = timeDomain({ from: first.first, to: bin.last });
      gaps.push({ start, end });
    }
  });
  return gaps;
}
