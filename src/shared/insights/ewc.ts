import { assert } from '../assert';
import { studentTCdf, studentTQuantile } from './studentT';

/**
 * The one interval engine: equal-weighted cosines.
 * Source: Lazarus, Lewis, Stock & Watson (2018), HAR Inference: Recommendations for Practice, J. Bus. Econ. Stat. 36:541-559.
 * Slow waves in the scores are what memory from row to row looks like; the cosines measure how big the waves are, and the
 * few degrees of freedom admit that a short diary holds few of them. No random numbers: the same diary gives the same answer.
 */
export interface Estimate {
  readonly estimate: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly rows: number;
  /** Ends of the 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** Two-sided, against no difference. */
  readonly pValue: number;
}

/** How many cosines a sequence affords: fewer for days in calendar order, which remember more, than for sessions in order. */
export const cosineShare = { days: 0.4, sessions: 1 } as const;

export function nuRule(rows: number, nuisanceColumns: number, share: number): number {
  const wanted = Math.max(6, Math.round(share * rows ** (2 / 3)));
  return Math.max(1, Math.min(rows - nuisanceColumns - 1, wanted));
}

export interface SlopeRows {
  /** Explaining and explained values, cleared of the nuisance columns, in order of `positions`. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Strictly increasing day numbers, or 0, 1, 2, … for sessions in order. Missing days contribute nothing. */
  readonly positions: readonly number[];
  readonly nuisanceColumns: number;
  readonly share: number;
}

/** Slope of y on x with its interval; null when x does not vary enough or fewer than three rows are left. */
export function ewcSlope({ x, y, positions, nuisanceColumns, share }: SlopeRows): Estimate | null {
  const rows = x.length;
  assert(y.length === rows && positions.length === rows, 'rows of one length');
  const first = positions[0];
  const last = positions.at(-1);
  const sumOfSquares = sumOf(x, (value) => value * value);
  if (first === undefined || last === undefined || sumOfSquares <= 1e-9 || rows - nuisanceColumns < 3) {
    return null;
  }
  const estimate = sumOf(x, (value, row) => value * (y[row] ?? 0)) / sumOfSquares;
  const scores = x.map((value, row) => value * ((y[row] ?? 0) - estimate * value));
  const degreesOfFreedom = nuRule(rows, nuisanceColumns, share);
  const span = last - first + 1;
  let power = 0;
  for (let wave = 1; wave <= degreesOfFreedom; wave += 1) {
    const amplitude = sumOf(
      scores,
      (score, row) => score * Math.cos((Math.PI * wave * ((positions[row] ?? 0) - first + 0.5)) / span),
    );
    power += 2 * amplitude * amplitude;
  }
  const variance = ((power / degreesOfFreedom) * rows) / (rows - nuisanceColumns - 1);
  const standardError = Math.sqrt(variance) / sumOfSquares;
  const t = standardError > 0 ? Math.abs(estimate) / standardError : 0;
  const interval = intervalAt({ estimate, standardError, degreesOfFreedom }, 0.95);
  return {
    estimate,
    standardError,
    degreesOfFreedom,
    rows,
    ...interval,
    pValue: 2 * (1 - studentTCdf(t, degreesOfFreedom)),
  };
}

/** Mean of a sequence in time order, such as changes from before to after a session. */
export function ewcMean(values: readonly number[]): Estimate | null {
  return ewcSlope({
    x: values.map(() => 1),
    y: values,
    positions: values.map((_value, index) => index),
    nuisanceColumns: 0,
    share: cosineShare.sessions,
  });
}

/** Ends of the interval that holds the share `level` of what is plausible, such as 0.5 or 0.95. */
export function intervalAt(
  found: Pick<Estimate, 'estimate' | 'standardError' | 'degreesOfFreedom'>,
  level: number,
): { readonly low: number; readonly high: number } {
  const reach = studentTQuantile((1 + level) / 2, found.degreesOfFreedom) * found.standardError;
  return { low: found.estimate - reach, high: found.estimate + reach };
}

function sumOf(values: readonly number[], term: (value: number, index: number) => number): number {
  return values.reduce((sum, value, index) => sum + term(value, index), 0);
}
