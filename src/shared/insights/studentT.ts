import { assert } from '../assert';

/**
 * P(T <= t) for Student's t with a whole number of degrees of freedom.
 * Exact finite sums for whole degrees of freedom: Abramowitz & Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
 */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  assertDegreesOfFreedom(degreesOfFreedom);
  const within = probabilityWithin(Math.abs(t), degreesOfFreedom);
  return t < 0 ? (1 - within) / 2 : (1 + within) / 2;
}

/** The t below which the share `probability` (between 0 and 1, both excluded) lies. Bisection of the distribution function. */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  assertDegreesOfFreedom(degreesOfFreedom);
  assert(probability > 0 && probability < 1, 'a quantile needs a share between 0 and 1');
  if (probability < 0.5) return -studentTQuantile(1 - probability, degreesOfFreedom);
  let low = 0;
  let high = 1;
  while (studentTCdf(high, degreesOfFreedom) < probability) high *= 2;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (studentTCdf(middle, degreesOfFreedom) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(|T| <= t). */
function probabilityWithin(t: number, degreesOfFreedom: number): number {
  const angle = Math.atan(t / Math.sqrt(degreesOfFreedom));
  const cosine = Math.cos(angle);
  const isOdd = degreesOfFreedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = degreesOfFreedom === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k <= degreesOfFreedom - 2; k += 2) {
    term *= (cosine * cosine * (k - 1)) / k;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

function assertDegreesOfFreedom(degreesOfFreedom: number): void {
  assert(
    Number.isInteger(degreesOfFreedom) && degreesOfFreedom >= 1,
    'degrees of freedom are whole and at least 1',
  );
}
