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
  /** Strictly increasing whole numbers: days, or 0, 1, 2, … for sessions in order. Missing days contribute nothing. */
  readonly positions: readonly number[];
  readonly nuisanceColumns: number;
  readonly share: number;
}

/** Slope of y on x with its interval; null when x does not vary enough or fewer than three rows are left. */
export function ewcSlope({ x, y, positions, nuisanceColumns, share }: SlopeRows): Estimate | null {
  const rows = x.length;
  assert(y.length === rows && positions.length === rows, 'rows of one length');
  const sumOfSquares = sumOf(x, (value) => value * value);
  if (sumOfSquares <= 1e-9 || rows - nuisanceColumns < 3) return null;
  const estimate = sumOf(x, (value, row) => value * (y[row] ?? 0)) / sumOfSquares;
  const scores = x.map((value, row) => value * ((y[row] ?? 0) - estimate * value));
  const degreesOfFreedom = nuRule(rows, nuisanceColumns, share);
  const standardError = ewcDeviation(scores, { positions, nuisanceColumns, share }) / sumOfSquares;
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

/** Standard deviation of the sum of `scores`, each the share a row has in an estimate times what it leaves unexplained. */
export function ewcDeviation(
  scores: readonly number[],
  { positions, nuisanceColumns, share }: Pick<SlopeRows, 'positions' | 'nuisanceColumns' | 'share'>,
): number {
  const rows = scores.length;
  const waves = nuRule(rows, nuisanceColumns, share);
  const power = powerOfWaves(scores, positions, waves);
  return Math.sqrt(((power / waves) * rows) / (rows - nuisanceColumns - 1));
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

/**
 * Sum over the slowest `waves` cosines of twice the squared amplitude of `scores` in each. The cosine of wave j at day d of a
 * span of T days is that of j(2d + 1) steps of a circle of 4T steps, so a table of the circle holds them all: hundreds of
 * waves over thousands of days would otherwise ask for millions of cosines.
 */
function powerOfWaves(scores: readonly number[], positions: readonly number[], waves: number): number {
  const first = positions[0] ?? 0;
  const circle = 4 * ((positions.at(-1) ?? 0) - first + 1);
  const cosines = Float64Array.from({ length: circle }, (_, step) => Math.cos((2 * Math.PI * step) / circle));
  const strides = Int32Array.from(positions, (position) => 2 * (position - first) + 1);
  const steps = new Int32Array(scores.length);
  let power = 0;
  for (let wave = 1; wave <= waves; wave += 1) {
    let amplitude = 0;
    for (let row = 0; row < scores.length; row += 1) {
      const step = ((steps[row] ?? 0) + (strides[row] ?? 0)) % circle;
      steps[row] = step;
      amplitude += (scores[row] ?? 0) * (cosines[step] ?? 0);
    }
    power += 2 * amplitude * amplitude;
  }
  return power;
}

function sumOf(values: readonly number[], term: (value: number, index: number) => number): number {
  return values.reduce((sum, value, index) => sum + term(value, index), 0);
}
