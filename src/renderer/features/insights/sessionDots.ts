import { beganEndedCounts } from '../../../shared/insights/beganEnded';
import type { BeforeAfterPair, Outcome } from '../../../shared/domain/insights';
import { stepsToStopOf, stopsOf } from '../../../shared/insights/scale';

export interface SessionDot {
  readonly x: number;
  readonly y: number;
  readonly pair: BeforeAfterPair;
}

export interface DotGrid {
  readonly dots: readonly SessionDot[];
  readonly radius: number;
}

interface GridSize {
  /** How many stops there are to begin and to end at. */
  readonly outcome: Outcome;
  readonly columnWidth: number;
  readonly rowHeight: number;
}

/** The angle of a sunflower's seeds (Vogel 1979): it packs any number of dots evenly around a middle. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));
const roomiest = 4;

/**
 * Places one dot per session in the field of the stop it began at (row, the highest on top) and the stop it ended at
 * (column). All fields share one spacing, so that the area of a heap is its number of sessions.
 */
export function placeSessionDots(pairs: readonly BeforeAfterPair[], size: GridSize): DotGrid {
  const most = Math.max(1, ...beganEndedCounts(pairs, size.outcome).flat());
  const reach = Math.min(size.columnWidth, size.rowHeight) / 2 - 2;
  const spacing = Math.min(roomiest, reach / Math.sqrt(most));
  const radius = Math.round(spacing * 0.72 * 100) / 100;
  const dots = fieldsOf(pairs, size.outcome).flatMap((inField) => {
    const middle = fieldMiddle(inField[0], size);
    const seeds = centred(inField.map((_pair, index) => seed(index, spacing)));
    return inField.map((pair, index) => ({
      x: middle.x + (seeds[index]?.x ?? 0),
      y: middle.y + (seeds[index]?.y ?? 0),
      pair,
    }));
  });
  return { dots, radius };
}

/** Sessions that share a field, in the order they came. */
function fieldsOf(
  pairs: readonly BeforeAfterPair[],
  outcome: Outcome,
): readonly (readonly BeforeAfterPair[])[] {
  const fields = new Map<string, BeforeAfterPair[]>();
  for (const pair of pairs) {
    const field = `${stepsToStopOf(outcome, pair.before)} ${stepsToStopOf(outcome, pair.after)}`;
    const inField = fields.get(field);
    if (inField === undefined) fields.set(field, [pair]);
    else inField.push(pair);
  }
  return [...fields.values()];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function seed(index: number, spacing: number): Point {
  const distance = spacing * Math.sqrt(index + 0.5);
  return { x: distance * Math.cos(index * goldenAngle), y: distance * Math.sin(index * goldenAngle) };
}

/** A heap of two or three would lean to one side. */
function centred(points: readonly Point[]): readonly Point[] {
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  return points.map((point) => ({ x: point.x - x, y: point.y - y }));
}

function fieldMiddle(
  pair: BeforeAfterPair | undefined,
  { outcome, columnWidth, rowHeight }: GridSize,
): Point {
  const began = stepsToStopOf(outcome, pair?.before ?? 0);
  const ended = stepsToStopOf(outcome, pair?.after ?? 0);
  return { x: (ended - 0.5) * columnWidth, y: (stopsOf(outcome).length - began + 0.5) * rowHeight };
}
