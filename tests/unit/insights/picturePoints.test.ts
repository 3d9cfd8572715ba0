import { describe, expect, it } from 'vitest';
import { overviewPicture } from '../../../src/renderer/features/insights/overviewPicture';
import { overviewPoints } from '../../../src/renderer/features/insights/overviewPoints';
import {
  nearestPoint,
  stepFrom,
  type PicturePoint,
} from '../../../src/renderer/features/insights/picturePoints';
import { civil, dayAfter, dayRecord } from './madeUpRecords';

const point = (x: number, y: number, row: number, mark: PicturePoint['mark'] = 'ring'): PicturePoint => ({
  x,
  y,
  row,
  mark,
  say: () => [],
  opens: null,
});

describe('a pointer', () => {
  const dots = [point(10, 10, 0), point(50, 10, 0), point(12, 40, 1)];

  it('finds a dot from so far away that a target is 24 pixels wide at least, and the nearer of two', () => {
    expect(nearestPoint(dots, { x: 22, y: 10 }, 'nearest')).toBe(0);
    expect(nearestPoint(dots, { x: 11, y: 27 }, 'nearest')).toBe(2);
    expect(nearestPoint(dots, { x: 30, y: 10 }, 'nearest')).toBeNull();
  });

  it('finds a stretch of time from any height, unless a dot is near', () => {
    const both = [point(0, 0, 0, 'line'), point(40, 0, 0, 'line'), point(35, 80, 1)];
    expect(nearestPoint(both, { x: 15, y: 300 }, 'across')).toBe(0);
    expect(nearestPoint(both, { x: 30, y: 300 }, 'across')).toBe(1);
    expect(nearestPoint(both, { x: 30, y: 82 }, 'across')).toBe(2);
  });
});

describe('the keys', () => {
  const points = [...[0, 10, 20, 30].map((x) => point(x, 0, 0)), point(4, 9, 2), point(31, 9, 2)];

  it('go along a row and stay in it at its ends', () => {
    expect(stepFrom(points, 1, 'ArrowLeft')).toBe(0);
    expect(stepFrom(points, 0, 'ArrowLeft')).toBe(0);
    expect(stepFrom(points, 3, 'ArrowRight')).toBe(3);
    expect(stepFrom(points, 0, 'PageDown')).toBe(3);
    expect(stepFrom(points, 2, 'Home')).toBe(0);
    expect(stepFrom(points, 4, 'End')).toBe(5);
  });

  it('go to the nearest place of the next row that has one, and nowhere past the last', () => {
    expect(stepFrom(points, 2, 'ArrowDown')).toBe(5);
    expect(stepFrom(points, 1, 'ArrowDown')).toBe(4);
    expect(stepFrom(points, 5, 'ArrowUp')).toBe(3);
    expect(stepFrom(points, 5, 'ArrowDown')).toBeNull();
    expect(stepFrom(points, 5, 'a')).toBeNull();
  });
});

describe('the overview says', () => {
  const from = civil('2026-03-02');
  const places = {
    outcome: 'valence' as const,
    across: (time: number) => time / 86_400_000,
    down: (steps: number) => -steps,
  };
  const pointsOf = (days: number, records: Parameters<typeof overviewPoints>[1]) =>
    overviewPoints(overviewPicture(records, { from, to: dayAfter(from, days - 1) }, 1), records, places);

  it('a day with its rating, its check-ins and what was done, and opens it', () => {
    const [day] = pointsOf(28, [dayRecord(from, 1, 40)]);
    expect(day?.say()).toEqual([
      'Monday, 2 March 2026',
      'slightly pleasant (+1.0) · 1 check-in',
      'Walk, 40 min',
    ]);
    expect(day?.opens).toEqual({ day: '2026-03-02', holds: 'lived' });
  });

  it('that a day was not rated, and opens its pages where there is no more', () => {
    const [day] = pointsOf(28, [dayRecord(from, null)]);
    expect(day?.say()).toEqual(['Monday, 2 March 2026', 'no check-in', 'no movement noted']);
    expect(day?.opens).toEqual({ day: '2026-03-02', holds: 'written' });
  });

  it('of a week how many of its days are rated and where the average of all would lie; its days stand below it', () => {
    const records = [0, 1, 2, 3, 4, 9].map((day) => dayRecord(dayAfter(from, day), day % 2, 30));
    const points = pointsOf(200, records);
    expect(points[0]?.say()).toEqual([
      'Week of 2 March 2026',
      'average neutral (+0.4) · rated 5 of 7 days',
      'true average of all 7 days probably 0.0 to +0.8',
      '150 minutes of movement',
    ]);
    expect(points[1]?.say().slice(0, 2)).toEqual(['Week of 9 March 2026', 'rated 1 of 7 days']);
    expect(points[1]?.opens).toEqual({ day: '2026-03-11', holds: 'lived' });
    expect(points.map(({ row }) => row)).toEqual([0, 0, 1, 1, 1, 1, 1, 1]);
    expect(points[2]?.say()[0]).toBe('Monday, 2 March 2026');
  });
});
