import type { DayRecord, Outcome } from '../../../shared/domain/insights';
import type { BinUnit } from '../../../shared/insights/bins';
import type { CivilDay } from '../../../shared/time';
import { message } from '../../i18n/i18n';
import { formatDay } from '../../i18n/formats';
import { sessionWords } from '../../i18n/words';
import { binHeading, levelWords } from './binWords';
import type { Opening } from './openDay';
import type { OverviewPicture, PlacedBin } from './overviewPicture';
import type { PicturePoint } from './picturePoints';
import { formatSteps } from './sayInsight';

interface OverviewPlaces {
  readonly outcome: Outcome;
  /** From left to right, for a moment of the time axis; in pixels, as what follows. */
  readonly across: (time: number) => number;
  /** From top to bottom, for a level in steps. */
  readonly down: (steps: number) => number;
}

/** Bins with anything in them, and under those of a week the days that are drawn as dots. `records` are in order. */
export function overviewPoints(
  { bars, line, dots }: OverviewPicture,
  records: readonly DayRecord[],
  { outcome, across, down }: OverviewPlaces,
): readonly PicturePoint[] {
  const firsts = firstRecords(bars.bins, records);
  const bins = bars.bins
    .filter(({ recordedDays }) => recordedDays > 0)
    .map((bin) => binPoint(bin, bars.unit, firsts.get(bin.first), { outcome, across, down }));
  if (bars.unit === 'day' || line.unit === 'month') return bins;
  const recordOf = new Map(records.map((record) => [record.day, record]));
  const days = dots.flatMap(({ day, time, steps }): readonly PicturePoint[] => {
    const record = recordOf.get(day);
    if (record === undefined) return [];
    return [
      {
        x: across(time),
        y: down(steps),
        row: 1,
        mark: 'ring',
        say: () => dayLines(record, outcome),
        opens: openingOf(record),
      },
    ];
  });
  return [...bins, ...days];
}

function binPoint(
  bin: PlacedBin,
  unit: BinUnit,
  /** Of the first recorded day of the bin. */
  record: DayRecord | undefined,
  { outcome, across, down }: OverviewPlaces,
): PicturePoint {
  const level = unit === 'day' ? (record?.mood ?? null) : bin.mean;
  return {
    x: across(bin.time),
    y: down(level ?? 0),
    row: 0,
    mark: 'line',
    say: () =>
      unit === 'day' && record !== undefined ? dayLines(record, outcome) : binLines(bin, unit, outcome),
    opens: record === undefined ? null : openingOf(record),
    ...(unit !== 'day' && { stretch: unit }),
  };
}

/** By the first day of each bin, in one walk through both. `days` are in order. */
function firstRecords(
  bins: readonly PlacedBin[],
  days: readonly DayRecord[],
): ReadonlyMap<CivilDay, DayRecord> {
  const firsts = new Map<CivilDay, DayRecord>();
  let next = 0;
  for (const { first, last } of bins) {
    while (next < days.length && (days[next]?.day ?? first) < first) next += 1;
    const record = days[next];
    if (record !== undefined && record.day <= last) firsts.set(first, record);
  }
  return firsts;
}

export const openingOf = ({ day, checkIns, sessions }: DayRecord): Opening => ({
  day,
  holds: checkIns > 0 || sessions.length > 0 ? 'lived' : 'written',
});

/** "Tuesday, 12 May 2026", "slightly pleasant (+1.0) · 3 check-ins", "Walk, 40 min, effort 3". */
function dayLines({ day, mood, checkIns, sessions }: DayRecord, outcome: Outcome): readonly string[] {
  const rated = message('insights.overview.tip.checkIns', { checkIns });
  return [
    formatDay(day, 'full'),
    mood === null ? rated : `${levelWords(outcome, mood)} · ${rated}`,
    ...(sessions.length === 0
      ? [message('insights.overview.tip.minutes', { minutes: 0 })]
      : sessions.map(({ kind, minutes, effort }) =>
          message('insights.overview.tip.session', {
            session: sessionWords(kind, minutes),
            effort: effort === null ? 'none' : String(effort),
          }),
        )),
  ];
}

/** "May 2026", "average +0.6 · rated 19 of 31 days", "true average of all 31 days probably +0.4 to +0.8". */
function binLines(bin: PlacedBin, unit: BinUnit, outcome: Outcome): readonly string[] {
  const { mean, probable, ratedDays, days, minutes } = bin;
  const rated = message('insights.overview.tip.rated', { rated: ratedDays, days });
  const average =
    mean === null ? [] : [message('insights.overview.tip.average', { level: levelWords(outcome, mean) })];
  return [
    binHeading(bin, unit),
    [...average, rated].join(' · '),
    ...(probable === null || ratedDays === days
      ? []
      : [
          message('insights.overview.tip.probable', {
            days,
            low: formatSteps(probable.low),
            high: formatSteps(probable.high),
          }),
        ]),
    message('insights.overview.tip.minutes', { minutes }),
  ];
}
