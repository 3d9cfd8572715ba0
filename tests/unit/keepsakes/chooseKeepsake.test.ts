import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeepsakeId, type KeepsakeId } from '../../../src/shared/id';
import { chooseKeepsake, type ShowableKeepsake } from '../../../src/shared/keepsakes/chooseKeepsake';
import { addDays, civilDaySchema, daysBetween, type CivilDay } from '../../../src/shared/time';

const first = civilDaySchema.parse('2025-01-01');
const idOf = (number: number): KeepsakeId => createKeepsakeId(number, (length) => new Uint8Array(length));

const keepsakes = (count: number, keptOn: CivilDay = first): readonly ShowableKeepsake[] =>
  Array.from({ length: count }, (_, index) => ({ id: idOf(index), keptOn, lastShownOn: null }));

interface Seen {
  readonly day: CivilDay;
  readonly id: KeepsakeId;
}

/** Looks at Today `looks` times a day and notes what is seen, as the journal does. */
function live(start: readonly ShowableKeepsake[], days: number, looks = 1): readonly Seen[] {
  let kept = start;
  const seen: Seen[] = [];
  for (let number = 0; number < days; number += 1) {
    const day = addDays(first, number);
    for (let look = 0; look < looks; look += 1) {
      const id = chooseKeepsake(kept, day);
      if (id === null) continue;
      if (look === 0) seen.push({ day, id });
      else expect(seen.at(-1)).toEqual({ day, id });
      kept = kept.map((one) => (one.id === id ? { ...one, lastShownOn: day } : one));
    }
  }
  return seen;
}

const gaps = (seen: readonly Seen[]): readonly number[] =>
  seen.slice(1).map(({ day }, index) => daysBetween(seen[index]?.day ?? day, day));

describe('the line to see again', () => {
  it('is none where none was kept', () => {
    expect(chooseKeepsake([], first)).toBeNull();
  });

  it('is never one that was kept within the week', () => {
    expect(live(keepsakes(5), 7)).toEqual([]);
    expect(live(keepsakes(5), 8)).toHaveLength(1);
  });

  it('stays the same all day, however often one looks', () => {
    const seen = live(keepsakes(12), 120, 4);
    expect(new Set(seen.map(({ day }) => day)).size).toBe(seen.length);
  });

  it('does not come every day, and comes now and then', () => {
    const seen = live(keepsakes(40), 365);
    expect(Math.min(...gaps(seen))).toBeGreaterThanOrEqual(3);
    expect(Math.max(...gaps(seen))).toBeLessThanOrEqual(5);
    expect(new Set(gaps(seen)).size).toBeGreaterThan(1);
  });

  it('is never the same one within three weeks, also when only one was kept', () => {
    for (const count of [1, 2, 5, 40]) {
      const seen = live(keepsakes(count), 365);
      for (const { id, day } of seen) {
        const again = seen.filter((other) => other.id === id && other.day > day).map((other) => other.day);
        if (again[0] !== undefined) expect(daysBetween(day, again[0])).toBeGreaterThanOrEqual(21);
      }
      expect(seen.length).toBeGreaterThan(count === 1 ? 10 : 20);
    }
  });

  it('goes through all of them in time', () => {
    const seen = live(keepsakes(30), 500);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(30);
  });

  it('is pure, and always one of those that were kept', () => {
    const drawn = fc.array(
      fc.record({
        kept: fc.integer({ min: 0, max: 900 }),
        shown: fc.option(fc.integer({ min: -3, max: 900 })),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(drawn, (records) => {
        const today = addDays(first, 900);
        const kept = records.map(({ kept: daysAgo, shown }, index): ShowableKeepsake => ({
          id: idOf(index),
          keptOn: addDays(today, -daysAgo),
          lastShownOn: shown === null ? null : addDays(today, -shown),
        }));
        const chosen = chooseKeepsake(kept, today);
        expect(chooseKeepsake(kept, today)).toBe(chosen);
        expect(chooseKeepsake(kept.toReversed(), today) === null).toBe(chosen === null);
        if (chosen !== null) expect(kept.map(({ id }) => id)).toContain(chosen);
      }),
    );
  });
});
