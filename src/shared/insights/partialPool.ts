import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { assert } from '../assert';
import { dotShares } from './quantileDots';
import { studentTQuantile } from './studentT';

/** The mean of one group, drawn towards what all groups have in common; the more, the fewer values it has. */
export interface PooledMean {
  readonly rows: number;
  /** The group's own mean. */
  readonly raw: number;
  readonly estimate: number;
  /** Ends of the interval. */
  readonly low: number;
  readonly high: number;
  /** Share of what is plausible that lies beyond no difference, on both sides: at most 0.05 where the interval leaves it out. */
  readonly beyondNone: number;
  /** Twenty of them, at the shares `dotShares`, in steps. */
  readonly quantiles: readonly number[];
}

/** Half-normal prior of how much groups differ, in steps. */
const priorSpread = 0.5;
const gridPoints = 60;
/** Worth of the prior for the variance inside groups: two observations of variance 1, so that tiny samples stay sane. */
const priorObservations = 2;
/** In steps; every pooled mean lies well inside. */
const farthest = 8;

/**
 * Means of groups of changes, in steps, pooled: normal within and between groups, the spread between groups summed over a
 * grid (Gelman et al., Bayesian Data Analysis, 2013, section 5.4), quantiles widened for the estimated variance.
 * `level`: share of what is plausible between the ends, such as 0.95. No group may be empty.
 */
export function partialPool(groups: readonly (readonly number[])[], level = 0.95): readonly PooledMean[] {
  assert(
    groups.every((group) => group.length > 0),
    'groups with something in them',
  );
  if (groups.length === 0) return [];
  const own = groups.map((group) => ({ rows: group.length, raw: meanOf(group) }));
  const freedom = groups.reduce((sum, group) => sum + group.length - 1, 0);
  const squares = groups.reduce(
    (sum, group, index) => sum + group.reduce((all, value) => all + (value - (own[index]?.raw ?? 0)) ** 2, 0),
    0,
  );
  const variance = (squares + priorObservations) / (freedom + priorObservations);
  const variances = own.map(({ rows }) => variance / rows);
  const grid = spreads(own, variances);
  const widening = studentTQuantile(0.975, Math.max(4, freedom + 2)) / 1.959_964;
  return own.map(({ rows, raw }, index) => {
    const parts = grid.map(({ weight, between, centre, centreVariance }) => {
      const pull = (variances[index] ?? 0) / ((variances[index] ?? 0) + between);
      return {
        weight,
        mean: pull * centre + (1 - pull) * raw,
        deviation: widening * Math.sqrt((1 - pull) * (variances[index] ?? 0) + pull * pull * centreVariance),
      };
    });
    const below = (value: number): number =>
      parts.reduce((sum, { weight, mean, deviation }) => sum + weight * normalCdf(value, mean, deviation), 0);
    return {
      rows,
      raw,
      estimate: parts.reduce((sum, { weight, mean }) => sum + weight * mean, 0),
      low: quantileOf(below, (1 - level) / 2),
      high: quantileOf(below, (1 + level) / 2),
      beyondNone: 2 * Math.min(below(0), 1 - below(0)),
      quantiles: quantilesToDraw(below),
    };
  });
}

interface Spread {
  readonly weight: number;
  /** Variance between groups. */
  readonly between: number;
  readonly centre: number;
  readonly centreVariance: number;
}

function spreads(own: readonly { readonly raw: number }[], variances: readonly number[]): readonly Spread[] {
  const points = Array.from({ length: gridPoints }, (_, index) => {
    const spread = ((index + 0.5) * 4 * priorSpread) / gridPoints;
    const between = spread * spread;
    const weights = variances.map((variance) => 1 / (variance + between));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const centre = weights.reduce((sum, weight, group) => sum + weight * (own[group]?.raw ?? 0), 0) / total;
    const misfit = weights.reduce(
      (sum, weight, group) => sum + weight * ((own[group]?.raw ?? 0) - centre) ** 2,
      0,
    );
    const logWeight =
      weights.reduce((sum, weight) => sum + 0.5 * Math.log(weight), 0) -
      0.5 * Math.log(total) -
      0.5 * misfit -
      0.5 * (spread / priorSpread) ** 2;
    return { logWeight, between, centre, centreVariance: 1 / total };
  });
  const highest = Math.max(...points.map(({ logWeight }) => logWeight));
  const weights = points.map(({ logWeight }) => Math.exp(logWeight - highest));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return points.map((point, index) => ({ ...point, weight: (weights[index] ?? 0) / sum }));
}

function quantileOf(below: (value: number) => number, share: number): number {
  let low = -farthest;
  let high = farthest;
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (below(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const tablePoints = 64;

/** Read off a table between the outermost two, which is enough to draw them: searching for each takes ten times as long. */
function quantilesToDraw(below: (value: number) => number): readonly number[] {
  const first = quantileOf(below, dotShares[0] ?? 0);
  const last = quantileOf(below, dotShares.at(-1) ?? 1);
  const width = (last - first) / tablePoints;
  const shares = Array.from({ length: tablePoints + 1 }, (_, point) => below(first + point * width));
  return dotShares.map((share) => {
    const reached = shares.findIndex((one, point) => point > 0 && one >= share);
    const after = reached === -1 ? tablePoints : reached;
    const [from, to] = [shares[after - 1] ?? 0, shares[after] ?? 1];
    return first + width * (after - 1 + (share - from) / (to - from));
  });
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
