import { startOfWeek } from '../calendar';
import type { Diary } from '../diary';

/** A week with rated evenings of both kinds. */
export interface PairedWeek {
  /** Its first day, as a day number. */
  readonly week: number;
  /** Mean evening in steps, of the days without and with movement. */
  readonly rest: number;
  readonly moved: number;
}

/**
 * What the comparison inside weeks rests on: of each week that holds both, the mean evening of either kind. The days are
 * those that are compared, so yesterday's evening is rated too and spans are left out. In time order.
 */
export function pairWeeks({
  days,
  weekStartsOn,
}: Pick<Diary, 'days' | 'weekStartsOn'>): readonly PairedWeek[] {
  const weeks = new Map<number, { readonly rest: number[]; readonly moved: number[] }>();
  for (const [index, day] of days.entries()) {
    const before = days[index - 1];
    const yesterday = before?.isLeftOut === true ? null : (before?.evening ?? null);
    if (!day.isRecorded || day.isLeftOut || day.evening === null || yesterday === null) continue;
    const week = startOfWeek(day.day, weekStartsOn);
    const sides = weeks.get(week) ?? { rest: [], moved: [] };
    sides[day.hasMoved ? 'moved' : 'rest'].push(day.evening);
    weeks.set(week, sides);
  }
  return [...weeks].flatMap(([week, { rest, moved }]) =>
    rest.length === 0 || moved.length === 0 ? [] : [{ week, rest: meanOf(rest), moved: meanOf(moved) }],
  );
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Weeks by which side was rated higher. */
export function countWeeks(weeks: readonly PairedWeek[]): {
  readonly higher: number;
  readonly same: number;
  readonly lower: number;
} {
  const changes = weeks.map(({ rest, moved }) => Math.round((moved - rest) * 1e6));
  return {
    higher: changes.filter((change) => change > 0).length,
    same: changes.filter((change) => change === 0).length,
    lower: changes.filter((change) => change < 0).length,
  };
}
