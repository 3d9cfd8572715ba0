import { stopToValence, type MoodStop } from '../../../../shared/domain/mood';

/** A mood as somebody noted it as a number, on a scale that is known only when all of them have been seen. */
export type MoodScale = (mood: string) => number | null;

const five: readonly MoodStop[] = [1, 2, 4, 6, 7];
const ten: readonly MoodStop[] = [1, 2, 2, 3, 4, 4, 5, 6, 6, 7];
const steps: readonly MoodStop[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * Which of our seven stops the numbers of a whole vault mean: 1 to 5 when none is above, else 1 to 10, and -3 to 3 when one is below zero; a higher number is the better
 * mood. Null of a number that is on no such scale, and of words.
 */
export function moodScaleOf(moods: readonly string[]): MoodScale {
  const numbers = moods.flatMap((mood) => toNumber(mood) ?? []);
  const least = numbers.reduce((one, other) => Math.min(one, other), Infinity);
  const most = numbers.reduce((one, other) => Math.max(one, other), -Infinity);
  const [table, first] =
    least < 0 ? ([steps, -3] as const) : most <= 5 ? ([five, 1] as const) : ([ten, 1] as const);
  return (mood) => {
    const number = toNumber(mood);
    const stop = number === null ? undefined : table[Math.round(number) - first];
    return stop === undefined ? null : stopToValence(stop);
  };
}

/** "4", "3,5", "4/5", "4/10" as the number that stands first. */
function toNumber(mood: string): number | null {
  const match = /^\s*(-?\d{1,2}(?:[.,]\d{1,2})?)\s*(?:\/\s*\d{1,2}\s*)?$/.exec(mood);
  return match === null ? null : Number(match[1]?.replace(',', '.'));
}
