import { valenceToStop, type MoodStop } from '../domain/mood';

/** The stop nearest to a level in steps (-3 to +3). */
export const stepsToStop = (steps: number): MoodStop => valenceToStop(steps / 3);
