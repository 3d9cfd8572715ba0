import { assert } from '../assert';

/** A column this much shorter after the ones before it were taken out says nothing of its own. */
const smallestShare = 1e-9;

/**
 * What is left of `values` after least squares on `columns`, none of which needs to be independent of the others.
 * Modified Gram-Schmidt, each column cleared twice (Golub & Van Loan, Matrix Computations, 2013, section 5.2).
 */
export function residualsOf(
  values: readonly number[],
  columns: readonly (readonly number[])[],
): readonly number[] {
  const basis = orthonormal(columns, values.length);
  return [...clear(Float64Array.from(values), basis)];
}

/** As `residualsOf`, for several explained values at once. */
export function residualsOfAll(
  many: readonly (readonly number[])[],
  columns: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const basis = orthonormal(columns, many[0]?.length ?? 0);
  return many.map((values) => [...clear(Float64Array.from(values), basis)]);
}

function orthonormal(columns: readonly (readonly number[])[], rows: number): readonly Float64Array[] {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    assert(column.length === rows, 'columns as long as the values');
    const candidate = Float64Array.from(column);
    const before = lengthOf(candidate);
    clear(clear(candidate, basis), basis);
    const after = lengthOf(candidate);
    if (after <= smallestShare * before || after === 0) continue;
    basis.push(candidate.map((value) => value / after));
  }
  return basis;
}

/** Changes `values`. */
function clear(values: Float64Array, basis: readonly Float64Array[]): Float64Array {
  for (const direction of basis) {
    let along = 0;
    for (let row = 0; row < values.length; row += 1) along += (values[row] ?? 0) * (direction[row] ?? 0);
    for (let row = 0; row < values.length; row += 1) {
      values[row] = (values[row] ?? 0) - along * (direction[row] ?? 0);
    }
  }
  return values;
}

const lengthOf = (values: Float64Array): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
