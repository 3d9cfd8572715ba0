import type { Estimate } from './ewc';
import { studentTQuantile } from './studentT';

/**
 * Twenty values that are equally likely, each at the middle of its twentieth: a chance of three in twenty is three dots
 * to count (Kay, Kola, Hullman & Munson 2016, quantile dotplots).
 */
export const dotShares: readonly number[] = Array.from({ length: 20 }, (_, index) => (index + 0.5) / 20);

/** Of an estimate of the interval engine, in steps, from the lowest. */
export const studentQuantiles = ({
  estimate,
  standardError,
  degreesOfFreedom,
}: Pick<Estimate, 'estimate' | 'standardError' | 'degreesOfFreedom'>): readonly number[] =>
  dotShares.map((share) => estimate + standardError * studentTQuantile(share, degreesOfFreedom));
