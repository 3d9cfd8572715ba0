import type { OfferedKind } from '../../../../shared/domain/movementKind';

/** By the numbers of Garmin's profile 21.202; the finer one first. */
const kindsBySubSport: Readonly<Record<number, readonly [OfferedKind, string]>> = {
  19: ['stretch', 'flexibility training'],
  20: ['strength', 'strength training'],
  27: ['walk', 'indoor walking'],
  43: ['yoga', 'yoga'],
  44: ['barre', 'pilates'],
  62: ['other', 'breathing'],
};
const kindsBySport: Readonly<Record<number, readonly [OfferedKind, string]>> = {
  1: ['run', 'running'],
  2: ['ride', 'cycling'],
  4: ['other', 'fitness equipment'],
  3: ['other', 'transition'],
  5: ['swim', 'swimming'],
  6: ['other', 'basketball'],
  7: ['other', 'football'],
  8: ['other', 'tennis'],
  10: ['other', 'training'],
  11: ['walk', 'walking'],
  12: ['other', 'cross-country skiing'],
  13: ['other', 'alpine skiing'],
  14: ['other', 'snowboarding'],
  15: ['other', 'rowing'],
  16: ['other', 'mountaineering'],
  17: ['hike', 'hiking'],
  19: ['other', 'paddling'],
  21: ['ride', 'e-biking'],
  25: ['other', 'golf'],
  27: ['other', 'horseback riding'],
  30: ['other', 'inline skating'],
  31: ['other', 'rock climbing'],
  32: ['other', 'sailing'],
  33: ['other', 'ice skating'],
  35: ['other', 'snowshoeing'],
  37: ['other', 'stand up paddleboarding'],
  38: ['other', 'surfing'],
  41: ['other', 'kayaking'],
  47: ['other', 'boxing'],
  62: ['other', 'interval training'],
  65: ['other', 'wheelchair, walking pace'],
  66: ['other', 'wheelchair, running pace'],
  67: ['other', 'meditation'],
  80: ['other', 'martial arts'],
  83: ['dance', 'dance'],
  84: ['other', 'jump rope'],
  86: ['stretch', 'mobility'],
};

export function kindOfSport(
  sport: number | undefined,
  subSport: number | undefined,
): { readonly kind: OfferedKind; readonly kindWord: string } {
  const found = kindsBySubSport[subSport ?? -1] ?? kindsBySport[sport ?? -1];
  return found === undefined
    ? { kind: 'other', kindWord: sport === undefined ? '' : `sport ${sport}` }
    : { kind: found[0], kindWord: found[1] };
}
