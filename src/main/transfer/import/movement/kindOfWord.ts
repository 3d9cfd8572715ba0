import type { OfferedKind } from '../../../../shared/domain/movementKind';

/** Words of programs in the languages seen; the first that fits. */
const kinds: readonly (readonly [RegExp, OfferedKind])[] = [
  [/yoga/i, 'yoga'],
  [/pilates|barre/i, 'barre'],
  [/danc|(?<!\p{L})dans|tanz/iu, 'dance'],
  [/swim|schwimm|natation/i, 'swim'],
  [/(?<!\p{L})hik|wander|randonn/iu, 'hike'],
  [/walk|spazier|(?<!\p{L})geh|(?<!\p{L})marche/iu, 'walk'],
  // None of those who glide.
  [/(?<!\p{L})(?:run|jog|course)|(?<!eis|schuh|ski|lang|skater?)lauf/iu, 'run'],
  // "TrailRun", "trailrunning".
  [/\p{Ll}Run(?!\p{Ll})|\p{L}running(?!\p{L})/u, 'run'],
  [
    /(?<!\p{L})(?:ride|bik(?:e|ing)|(?:bi|tri|hand)?cycl|rad(?:eln?|fahr|tour)?(?!\p{L}))|(?:fahr|renn|lieg)rad|(?<!\p{L})radfahr|mountainbik|vélo/iu,
    'ride',
  ],
  // "VirtualRide", "MountainBikeRide".
  [/\p{L}(?:Ride|Bike)(?!\p{Ll})/u, 'ride'],
  [/weight|strength|kraft|muscul/i, 'strength'],
  [/physical therapy|physio/i, 'physio'],
  [/stretch|mobility/i, 'stretch'],
];

/** The offered kind that a program's own word for a sport stands for; `other` leaves it to the person. */
export const kindOfWord = (word: string): OfferedKind =>
  kinds.find(([pattern]) => pattern.test(word))?.[1] ?? 'other';
