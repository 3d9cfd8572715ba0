import type { Outcome } from '../domain/insights';
import { energyStops, moodStops } from '../domain/mood';

/** The stops a rating of the outcome has, from the lowest: seven of how pleasant it was, five of energy. */
export const stopsOf = (outcome: Outcome): readonly number[] =>
  outcome === 'valence' ? moodStops : energyStops;

/** Where among its stops a level in steps (-3 to +3) lies: 1 at the lowest, 1.5 between it and the next. */
export const stepsToPlace = (outcome: Outcome, steps: number): number =>
  1 + ((Math.min(3, Math.max(-3, steps)) + 3) / 6) * (stopsOf(outcome).length - 1);

/** The nearest stop. */
export const stepsToStopOf = (outcome: Outcome, steps: number): number =>
  Math.round(stepsToPlace(outcome, steps));

/** The level of a stop in steps. */
export const stopToSteps = (outcome: Outcome, stop: number): number =>
  -3 + (6 * (stop - 1)) / (stopsOf(outcome).length - 1);
