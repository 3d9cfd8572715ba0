import type { Opening } from './openDay';

/** A place of a picture that says what it is. */
export interface PicturePoint {
  /** In CSS pixels from the upper left corner of the picture. */
  readonly x: number;
  readonly y: number;
  /** Points of one row; arrow keys up and down go from row to row. */
  readonly row: number;
  /** Drawn where one looks: a ring around a dot, or a line through a stretch of time. */
  readonly mark: 'ring' | 'line';
  /** Its lines, the heading first. */
  readonly say: () => readonly string[];
  readonly opens: Opening | null;
  /** It opens more than a day: the days of a week or a month. */
  readonly stretch?: 'week' | 'month';
}

/** A pointer may be so far from a dot, in pixels: targets are 24 wide at least, and small dots want more. */
const reach = 16;

/**
 * The point a pointer means, null when it means none. `across`: the nearest from left to right, unless a dot is near.
 */
export function nearestPoint(
  points: readonly PicturePoint[],
  { x, y }: { readonly x: number; readonly y: number },
  find: 'nearest' | 'across',
): number | null {
  const near = nearestBy(points, (point) =>
    point.mark === 'ring' ? Math.hypot(point.x - x, point.y - y) : Number.POSITIVE_INFINITY,
  );
  if (near !== null && near.distance <= reach) return near.index;
  if (find === 'nearest') return null;
  return (
    nearestBy(points, (point) => (point.mark === 'line' ? Math.abs(point.x - x) : Number.POSITIVE_INFINITY))
      ?.index ?? null
  );
}

function nearestBy(
  points: readonly PicturePoint[],
  distanceOf: (point: PicturePoint) => number,
): { readonly index: number; readonly distance: number } | null {
  let nearest: { readonly index: number; readonly distance: number } | null = null;
  for (const [index, point] of points.entries()) {
    const distance = distanceOf(point);
    if (distance < (nearest?.distance ?? Number.POSITIVE_INFINITY)) nearest = { index, distance };
  }
  return nearest;
}

const page = 10;

/** Where a key leads from a point: along its row, or to the next row; null for a key that leads nowhere. */
export function stepFrom(points: readonly PicturePoint[], from: number, key: string): number | null {
  const { row } = points[from] ?? { row: 0 };
  const inRow = points.flatMap((point, index) => (point.row === row ? [index] : []));
  const here = inRow.indexOf(from);
  const within = (place: number): number | null =>
    inRow[Math.max(0, Math.min(inRow.length - 1, place))] ?? null;
  switch (key) {
    case 'ArrowLeft':
      return within(here - 1);
    case 'ArrowRight':
      return within(here + 1);
    case 'PageUp':
      return within(here - page);
    case 'PageDown':
      return within(here + page);
    case 'Home':
      return within(0);
    case 'End':
      return within(inRow.length - 1);
    case 'ArrowUp':
      return otherRow(points, from, -1);
    case 'ArrowDown':
      return otherRow(points, from, 1);
    default:
      return null;
  }
}

/** The nearest point of the next row that has one. */
function otherRow(points: readonly PicturePoint[], from: number, side: -1 | 1): number | null {
  const { row, x } = points[from] ?? { row: 0, x: 0 };
  const rows = points.map((point) => point.row).filter((other) => (other - row) * side > 0);
  if (rows.length === 0) return null;
  const next = rows.reduce((one, other) => (side === 1 ? Math.min(one, other) : Math.max(one, other)));
  return (
    nearestBy(points, (point) => (point.row === next ? Math.abs(point.x - x) : Number.POSITIVE_INFINITY))
      ?.index ?? null
  );
}
