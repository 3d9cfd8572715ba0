import { describe, expect, test } from 'vitest';
import { lookAroundSpan } from '../../../src/shared/insights/cards/aroundSpan';
import { groupAnswers } from '../../../src/shared/insights/pictures/answeredPrompts';
import { doseOfKinds } from '../../../src/shared/insights/pictures/doseOfKinds';
import { markFeelings } from '../../../src/shared/insights/pictures/feelingMarks';
import { pairWeeks } from '../../../src/shared/insights/pictures/pairedWeeks';
import { drawPlacebos } from '../../../src/shared/insights/pictures/placeboStretches';
import { layOutYears } from '../../../src/shared/insights/pictures/yearGrid';
import { jitterOf } from '../../../src/renderer/features/insights/pictures/jitter';
import { answersRange, placeAnswers } from '../../../src/renderer/features/insights/pictures/placeAnswers';
import { doseScale, placeDose } from '../../../src/renderer/features/insights/pictures/placeDose';
import { markWords, placeMarks } from '../../../src/renderer/features/insights/pictures/placeMarks';
import { placeStretches } from '../../../src/renderer/features/insights/pictures/placeStretches';
import { placeWeeks } from '../../../src/renderer/features/insights/pictures/placeWeeks';
import { levelOf, placeYears } from '../../../src/renderer/features/insights/pictures/placeYears';
import { linePath } from '../../../src/renderer/features/insights/pictures/shapes';
import { longDiary } from '../../support/longDiary';
import { orchardId, orchardKinds } from '../../support/orchard';

const long = longDiary();
const parts = (path: string): number => path.split('M').length - 1;

test('where a dot lies among its equals is the same every time, and even over many', () => {
  const places = Array.from({ length: 2000 }, (_, index) => jitterOf(orchardId(index)));
  expect(places).toEqual(Array.from({ length: 2000 }, (_, index) => jitterOf(orchardId(index))));
  const tenths = places.map((place) => Math.floor(place * 10));
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const share = tenths.filter((other) => other === tenth).length / places.length;
    expect(share).toBeGreaterThan(0.07);
    expect(share).toBeLessThan(0.13);
  }
});

test('a line breaks where nothing is known', () => {
  expect(linePath([{ x: 0, y: 1 }, { x: 1, y: 2 }, null, { x: 3, y: 4 }])).toBe('M0 1L1 2M3 4');
});

describe('twenty-seven years', () => {
  const weeks = layOutYears(long);
  const frame = { width: 900, weekStartsOn: 1, outcome: 'valence' } as const;
  const placed = placeYears(weeks, frame);

  test('are eight paths: one for each level and one for the corners of movement', () => {
    expect(placed.levels).toHaveLength(7);
    const rated = weeks.filter(({ mean }) => mean !== null).length;
    expect(placed.levels.reduce((sum, { path }) => sum + parts(path), 0)).toBe(rated);
    expect(parts(placed.moved)).toBe(weeks.filter(({ movedDays }) => movedDays > 0).length);
    expect(placed.years.length).toBeGreaterThanOrEqual(27);
  });

  test('stay inside their picture, however narrow it is', () => {
    for (const width of [0, 320, 620, 1600]) {
      const { points, ...size } = placeYears(weeks, { ...frame, width });
      expect(points.every(({ x, y }) => x <= size.width && y <= size.height)).toBe(true);
    }
  });

  test('the area of a cell grows with the root of its rated days', () => {
    const [week] = weeks;
    if (week === undefined) throw new Error('no week');
    const side = (ratedDays: number): number => {
      const { levels } = placeYears([{ ...week, mean: 0, ratedDays }], frame);
      return Number(/h([\d.]+)v/.exec(levels.map(({ path }) => path).join(''))?.[1]);
    };
    expect(side(7) ** 2 / side(1) ** 2).toBeCloseTo(Math.sqrt(7), 0);
  });

  test('five stops of energy take the outer shades and those in the middle', () => {
    expect([1, 2, 3, 4, 5].map((stop) => levelOf('energy', stop))).toEqual([1, 3, 4, 6, 7]);
    expect([1, 4, 7].map((stop) => levelOf('valence', stop))).toEqual([1, 4, 7]);
  });

  test('no year and no week is drawn where there is none', () => {
    expect(placeYears([], frame).years).toEqual([]);
  });
});

describe('marks of feelings', () => {
  const [anger] = markFeelings(long.named, ['anger']);

  test('are one for each session, in lines that fit', () => {
    if (anger === undefined) throw new Error('no anger');
    for (const width of [24, 400, 700]) {
      const placed = placeMarks(anger, width);
      expect(placed.points).toHaveLength(anger.marks.length);
      expect(new Set(placed.points.map(({ x, y }) => `${x} ${y}`)).size).toBe(anger.marks.length);
      expect(placed.points.every(({ x, y }) => x <= width && y <= placed.height)).toBe(true);
    }
  });

  test('say their day, kind, feeling and what became of it', () => {
    const mark = { day: 20_585, kind: 'run', outcome: 'stayed' } as const;
    expect(markWords('anger', mark)).toBe('12 May 2026, Run: anger, still there');
  });
});

describe('length within kinds', () => {
  const kinds = doseOfKinds(long, orchardKinds);
  const scale = doseScale(kinds);
  const [first] = kinds;
  const line = [
    { amount: 20, shift: 0.2, low: -0.1, high: 0.5 },
    { amount: 40, shift: 0.4, low: 0.3, high: 0.5 },
    { amount: 60, shift: 0.6, low: 0.3, high: 0.9 },
  ];

  test('begins at no minutes, reaches as far above none as below it, and has one scale', () => {
    expect(scale.minutes % 30).toBe(0);
    expect(scale.steps).toBeGreaterThanOrEqual(1);
    const farthest = Math.max(...kinds.flatMap(({ dots }) => dots.map(({ shift }) => Math.abs(shift))));
    expect(scale.steps).toBeGreaterThanOrEqual(farthest);
  });

  test('has a line where it may be drawn, and none in a kind of one length', () => {
    if (first === undefined) throw new Error('no kind');
    const frame = { width: 200, line, name: 'Run' };
    expect(placeDose(first, scale, frame).line).not.toBeNull();
    expect(placeDose(first, scale, { ...frame, line: [] }).line).toBeNull();
    // Up along its upper edge, and back along the lower one.
    const { band } = placeDose(first, scale, frame);
    expect(band).toHaveLength(6);
    expect(band[0]?.x).toBe(band[5]?.x);
    expect(band[0]?.y).toBeLessThan(band[5]?.y ?? 0);
    const equal = line.map((point) => ({ ...point, amount: 30 }));
    const placed = placeDose(first, scale, { ...frame, line: equal });
    expect(placed.line).toBeNull();
    expect(placed.band).toEqual([]);
  });
});

test('a stretch elsewhere is one path, and every rated week of the span is a point', () => {
  const [span] = long.spans;
  if (span === undefined) throw new Error('no span');
  const around = lookAroundSpan(long, span);
  const placed = placeStretches(around, drawPlacebos(long, span), 700);
  expect(placed.elsewhere.length).toBeLessThanOrEqual(60);
  expect(placed.points).toHaveLength(around.weeks.filter(({ mean }) => mean !== null).length);
});

test('a week stands at the height of its averages, other days left of movement days', () => {
  const placed = placeWeeks([{ week: 20_000, rest: 0, moved: 3 }], 500);
  const [week] = placed.weeks;
  expect(week?.moved.y).toBeLessThan(week?.rest.y ?? 0);
  expect(week?.rest.x).toBeLessThan(week?.moved.x ?? 0);
  expect(placed.points[0]?.say()[1]).toBe('other days 0.0, movement days +3.0: +3.0');
  expect(placeWeeks(pairWeeks(long), 500).points.length).toBe(2 * pairWeeks(long).length);
});

test('an entry leads to itself, inside the line of time', () => {
  const prompts = groupAnswers(long.answers);
  const range = answersRange(prompts);
  for (const prompt of prompts) {
    for (const point of placeAnswers(prompt, range, 400)) {
      expect(point.x).toBeGreaterThanOrEqual(0);
      expect(point.x).toBeLessThanOrEqual(400);
      expect(point.opens).toMatchObject({ holds: 'entry' });
    }
  }
  const [one] = prompts.slice(0, 1).map((prompt) => ({ ...prompt, entries: prompt.entries.slice(0, 1) }));
  expect(one && placeAnswers(one, answersRange([one]), 400)[0]?.x).toBeGreaterThan(380);
});
