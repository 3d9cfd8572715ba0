import {
  energyStops,
  energyStopToNumber,
  moodStops,
  stopToValence,
  type Felt,
  type OfferedFeeling,
} from '../../shared/domain/mood';
import type { SeededRandom } from './seededRandom';

/** Turns a mood in steps into what the person noted of it: a stop, now and then energy and a word or two. */
export type SampleFeeling = (steps: number) => Felt;

const heavyWords = [
  'anger',
  'rage',
  'grief',
  'sorrow',
  'anxiety',
  'numbness',
  'shame',
] as const satisfies readonly OfferedFeeling[];
const mixedWords = [
  'anxiety',
  'calm',
  'hope',
  'sorrow',
  'tenderness',
  'relief',
] as const satisfies readonly OfferedFeeling[];
const lightWords = [
  'calm',
  'joy',
  'pride',
  'hope',
  'relief',
  'tenderness',
  'playfulness',
  'connection',
] as const satisfies readonly OfferedFeeling[];
/** Words of the imagined person's own. */
export const ownWords = ['homesick', 'restless', 'mellow', 'wistful'] as const;

export function createSampleFeeling(random: SeededRandom): SampleFeeling {
  const wordFor = (steps: number): string => {
    if (random.chance(0.05)) return random.pick(ownWords);
    if (steps < -0.7) return random.pick(heavyWords);
    return random.pick(steps < 0.8 ? mixedWords : lightWords);
  };
  return (steps) => {
    const stop = moodStops[Math.max(0, Math.min(6, Math.round(steps) + 3))] ?? 4;
    const energy =
      energyStops[Math.max(0, Math.min(4, Math.round(steps / 2 + 0.8 * random.normal()) + 2))] ?? 3;
    const hasEnergy = random.chance(0.45);
    const words = random.chance(0.42) ? random.between(1, 3) : 0;
    const feelings = new Set(Array.from({ length: words }, () => wordFor(steps)));
    return {
      valence: stopToValence(stop),
      energy: hasEnergy ? energyStopToNumber(energy) : null,
      feelings: [...feelings],
    };
  };
}
