import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { chooseWhatToKeep } from '../../../src/main/backup/chooseWhatToKeep';

/** `count` backups, one a day back from a day, newest first. */
const daily = (count: number, last = '2026-03-31') =>
  Array.from({ length: count }, (_, back) => {
    const day = Temporal.PlainDate.from(last).subtract({ days: back }).toString().replaceAll('-', '');
    return { id: day, day };
  });

describe('choosing the backups that stay', () => {
  it('keeps the last 7 days, 4 weeks and 12 months', () => {
    const keep = chooseWhatToKeep(daily(800));
    const days = [...keep].toSorted().toReversed();
    expect(days.slice(0, 7)).toEqual(daily(7).map(({ id }) => id));
    // 2026-03-31 is a Tuesday: the newest of the weeks before are Sundays.
    for (const sunday of ['20260329', '20260322', '20260315']) expect(days).toContain(sunday);
    expect(days).not.toContain('20260308');
    for (const monthEnd of ['20260228', '20251231', '20250430']) expect(days).toContain(monthEnd);
    expect(days).not.toContain('20250331');
    expect(keep.size).toBe(20);
  });

  it('keeps the newest of each day, and never fewer than two', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ id: `${9 - index}`, day: '20260331' }));
    expect([...chooseWhatToKeep(many)]).toEqual(['9', '8']);
    expect(chooseWhatToKeep([]).size).toBe(0);
  });

  it('counts the days there are, however long ago and in whatever order', () => {
    const seldom = daily(4).map(({ id }, index) => ({ id, day: `${2026 - index * 3}0704` }));
    expect(chooseWhatToKeep(seldom).size).toBe(4);
    const setBack = [{ id: 'newest', day: '20240101' }, ...daily(30)];
    expect(chooseWhatToKeep(setBack).has('newest')).toBe(true);
  });

  it('takes a day that is not in the calendar for a day', () => {
    expect(chooseWhatToKeep([{ id: 'odd', day: '20269999' }]).has('odd')).toBe(true);
  });
});
