import { stopToValence, type MoodStop } from '../../../../shared/domain/mood';

/** Five faces on our seven stops, the worst first: very unpleasant, unpleasant, neutral, pleasant, very pleasant. "Slightly" is what nobody of theirs could say. */
const stops: readonly MoodStop[] = [1, 2, 4, 6, 7];

/** `face` from 1, the worst, to 5. Null for anything else. */
export function faceToValence(face: number): number | null {
  const stop = stops[face - 1];
  return stop === undefined ? null : stopToValence(stop);
}
