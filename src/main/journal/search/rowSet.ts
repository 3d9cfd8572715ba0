export interface RowSet {
  readonly has: (row: number) => boolean;
  readonly size: number;
}

/** Row numbers lie close together, so a mark a row is many times quicker to make than a `Set` of twenty thousand. */
const mostMarks = 4_000_000;

export function createRowSet(rows: readonly number[]): RowSet {
  const highest = rows.reduce((one, other) => Math.max(one, other), 0);
  if (highest > mostMarks) return new Set(rows);
  const marks = new Uint8Array(highest + 1);
  for (const row of rows) marks[row] = 1;
  return { has: (row) => marks[row] === 1, size: rows.length };
}

export function within(rows: readonly number[], those: readonly number[]): readonly number[] {
  const set = createRowSet(those);
  return rows.filter((row) => set.has(row));
}

export function without(rows: readonly number[], those: readonly number[]): readonly number[] {
  const set = createRowSet(those);
  return rows.filter((row) => !set.has(row));
}
