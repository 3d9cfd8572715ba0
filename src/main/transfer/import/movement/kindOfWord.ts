import type { OfferedKind } from '../../../../shared/domain/movementKind';

/** Words of programs in the languages seen; the first that fits. */
const kinds: readonly (readonly [RegExp, OfferedKind])[] = [
  [/yoga/i, 'yoga'],
  [/pilates|barre/i, 'barre'],
  [/danc|(?<!\p{L})(?:dans|danza|dança|baile)|tanz/iu, 'dance'],
  [/swim|schwimm|natation|nataci[oó]n|nataç|nuoto|zwem|svøm|(?<!\p{L})simning/iu, 'swim'],
  [/(?<!\p{L})hik|wander|randonn|senderism|escursion|(?<!\p{L})vandr/iu, 'hike'],
  [/walk|spazier|(?<!\p{L})(?:geh|marche|caminhad|caminata|camminata|wandel|gåtur)/iu, 'walk'],
  // None of those who glide.
  [
    /(?<!\p{L})(?:run|jog|course|hardlo|corrida|carrera|corsa|løb|löp)|(?<!eis|schuh|ski|lang|skater?)lauf/iu,
    'run',
  ],
  // "TrailRun", "trailrunning".
  [/\p{Ll}Run(?!\p{Ll})|\p{L}running(?!\p{L})/u, 'run'],
  [
    /(?<!\p{L})(?:ride|bik(?:e|ing)|(?:bi|tri|hand)?cycl|rad(?:eln?|fahr|tour)?(?!\p{L}))|(?:fahr|renn|lieg)rad|(?<!\p{L})(?:radfahr|fiets|cykl|ciclism|biciclet)|mountainbik|vélo/iu,
    'ride',
  ],
  // "VirtualRide", "MountainBikeRide".
  [/\p{L}(?:Ride|Bike)(?!\p{Ll})/u, 'ride'],
  [/weight|strength|kraft|muscul|(?<!\p{L})(?:kracht|styrke|fuerza|força|forza)/iu, 'strength'],
  [/physical therapy|physio/i, 'physio'],
  [/stretch|mobility/i, 'stretch'],
];

/** The offered kind that a program's own word for a sport stands for; `other` leaves it to the person. */
export const kindOfWord = (word: string): OfferedKind =>
  kinds.find(([pattern]) => pattern.test(word))?.[1] ?? 'other';
