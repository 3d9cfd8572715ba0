import { cosineShare, ewcDeviation, intervalAt, type Estimate } from '../ewc';

/** The fitted line of one kind at one length or effort, with the ends of its 95 % band; shifts in steps. */
export interface LinePoint {
  readonly amount: number;
  readonly shift: number;
  readonly low: number;
  readonly high: number;
}

interface FittedRows {
  readonly found: Estimate;
  /** What is compared and its outcome, cleared of the nuisance columns; in time order, as all that follow. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly nuisanceColumns: number;
}

interface RowOfKind {
  readonly kind: string;
  readonly value: number;
  readonly shift: number;
}

const points = 9;

/**
 * The line of a kind: through its own mean, as steep as all kinds are inside themselves, from its least amount to its most.
 * Its band is that of the fitted value, by the same cosines as the slope: every row counts with its share in the kind's mean
 * and its share in the slope (weights of least squares; Lazarus et al. 2018 for the variance).
 */
export function lineOfKind(
  kind: string,
  rows: readonly RowOfKind[],
  { found, x, y, nuisanceColumns }: FittedRows,
  unit: number,
): readonly LinePoint[] {
  const own = rows.filter((row) => row.kind === kind);
  if (own.length === 0) return [];
  const [middle, level] = [meanOf(own.map(({ value }) => value)), meanOf(own.map(({ shift }) => shift))];
  const amounts = own.map(({ value }) => value);
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
  const sumOfSquares = x.reduce((sum, value) => sum + value * value, 0);
  const left = x.map((value, row) => (y[row] ?? 0) - found.estimate * value);
  const positions = x.map((_value, row) => row);
  return Array.from({ length: points }, (_, point) => {
    const amount = least + ((most - least) * point) / (points - 1);
    const away = (amount - middle) / unit;
    const scores = left.map((unexplained, row) => {
      const inMean = rows[row]?.kind === kind ? 1 / own.length : 0;
      return (inMean + (away * (x[row] ?? 0)) / sumOfSquares) * unexplained;
    });
    const shift = level + found.estimate * away;
    const standardError = ewcDeviation(scores, { positions, nuisanceColumns, share: cosineShare.sessions });
    const { degreesOfFreedom } = found;
    return { amount, shift, ...intervalAt({ estimate: shift, standardError, degreesOfFreedom }, 0.95) };
  });
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
