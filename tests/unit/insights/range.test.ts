import { expect, test } from 'vitest';
import { readOwnRange } from '../../../src/renderer/features/insights/range/readOwnRange';
import { rangeAsked, rangeShown } from '../../../src/shared/insights/range';
import { civil } from './madeUpRecords';

/** A Wednesday. */
const today = civil('2026-05-13');
const own = (from: string | null, to: string | null) => ({
  from: from === null ? null : civil(from),
  to: to === null ? null : civil(to),
});

test('days of one’s own are shown in whole weeks as the person starts them, and never beyond yesterday', () => {
  const days = own('2026-03-04', '2026-04-16');
  expect(rangeAsked(days, today, 1)).toEqual({ from: '2026-03-02', to: '2026-04-19' });
  expect(rangeAsked(days, today, 0)).toEqual({ from: '2026-03-01', to: '2026-04-18' });
  expect(rangeAsked(days, today, 6)).toEqual({ from: '2026-02-28', to: '2026-04-17' });
  for (const last of ['2026-05-11', '2026-05-13', '2031-01-01']) {
    expect(rangeAsked(own('2026-03-04', last), today, 1).to).toBeNull();
    expect(rangeShown(own('2026-03-04', last), today, civil('2020-01-01'), 1).to).toBe('2026-05-12');
  }
});

test('an end left open is the first record, or yesterday', () => {
  const first = civil('2024-02-29');
  expect(rangeShown(own(null, '2025-01-01'), today, first, 1)).toEqual({
    from: '2024-02-26',
    to: '2025-01-05',
  });
  expect(rangeShown(own('2026-05-06', null), today, civil('2026-05-07'), 1)).toEqual({
    from: '2026-05-04',
    to: '2026-05-12',
  });
});

test('days before anything was written are not drawn as silence, and days without anything are said as they were asked', () => {
  expect(rangeShown(own('1900-01-01', '2026-04-16'), today, civil('2026-04-01'), 1)).toEqual({
    from: '2026-03-30',
    to: '2026-04-19',
  });
  expect(rangeShown(own('2010-03-04', '2010-03-06'), today, null, 1)).toEqual({
    from: '2010-03-01',
    to: '2010-03-07',
  });
});

const read = (from: string, to: string) => readOwnRange({ from, to }, today);

test('what is typed is read as days, and what is wrong is told by what is wrong with it', () => {
  expect(read('2026-03-04', '2026-03-04')).toEqual({ type: 'range', range: own('2026-03-04', '2026-03-04') });
  expect(read('', '2026-03-04')).toEqual({ type: 'range', range: own(null, '2026-03-04') });
  expect(read('', '')).toEqual({ type: 'range', range: own(null, null) });
  expect(read('2026-03-05', '2026-03-04')).toEqual({ type: 'problem', problem: 'turned' });
  expect(read('2026-05-13', '')).toEqual({ type: 'problem', problem: 'notYet' });
  expect(read('2026-02-30', '')).toEqual({ type: 'problem', problem: 'unclear' });
  // On the way to 2025.
  for (const year of ['0002', '0020', '0202'])
    expect(read(`${year}-03-04`, '')).toEqual({ type: 'problem', problem: 'unclear' });
});
