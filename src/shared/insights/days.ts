import { valenceToSteps } from '../domain/mood';

/** What the value of a day is made from: when it was noted (instant and wall clock) and how it felt. */
export interface RatedMoment {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  /** Minutes east of UTC at that instant. */
  readonly offsetMinutes: number;
  /** In [-1, 1]. */
  readonly valence: number;
}

export type PartOfDay = 'morning' | 'afternoon' | 'evening';

const minuteMs = 60_000;
const sameMomentMs = 10 * minuteMs;

/**
 * The part of the day a wall clock stood in: morning until 12, afternoon until 17, evening until the day ends.
 * The small hours before `boundaryHour` are the end of an evening; those between the boundary and 05:00 are the
 * start of a morning, so that no hour is without a part.
 */
export function partOfDay(
  moment: Pick<RatedMoment, 'at' | 'offsetMinutes'>,
  boundaryHour: number,
): PartOfDay {
  const wallMinutes = Math.floor(moment.at / minuteMs) + moment.offsetMinutes;
  const hour = Math.floor((((wallMinutes % 1440) + 1440) % 1440) / 60);
  if (hour < boundaryHour || hour >= 17) return 'evening';
  return hour < 12 ? 'morning' : 'afternoon';
}

/**
 * The value of one day in steps (-3 to +3), or null when nothing was rated: the mean over parts of the day of the
 * mean in each part, so that six check-ins in one hard hour do not outweigh the rest of the day.
 * Check-ins at most ten minutes after the first of them count as one, with their average.
 * All check-ins must be of the same civil day; what belongs to a session is left out by the caller.
 */
export function dayValue(checkIns: readonly RatedMoment[], boundaryHour: number): number | null {
  if (checkIns.length === 0) return null;
  const parts = new Map<PartOfDay, number[]>();
  for (const group of groupSameMoments(checkIns)) {
    const part = partOfDay(group.first, boundaryHour);
    parts.set(part, [...(parts.get(part) ?? []), mean(group.valences)]);
  }
  return valenceToSteps(mean([...parts.values()].map(mean)));
}

export interface SameMoments {
  readonly first: RatedMoment;
  readonly valences: number[];
}

export function groupSameMoments(checkIns: readonly RatedMoment[]): readonly SameMoments[] {
  const groups: SameMoments[] = [];
  for (const checkIn of checkIns.toSorted((a, b) => a.at - b.at)) {
    const current = groups.at(-1);
    if (current !== undefined && checkIn.at - current.first.at <= sameMomentMs) {
      current.valences.push(checkIn.valence);
    } else {
      groups.push({ first: checkIn, valences: [checkIn.valence] });
    }
  }
  return groups;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
