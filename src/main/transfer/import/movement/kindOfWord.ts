import type { OfferedKind } from '../../../../shared/domain/movementKind';

/** Words of programs in the languages seen; the first that fits. */
const kinds: readonly (readonly [RegExp, OfferedKind])[] = [
  [/yoga/i, 'yoga'],
  [/pilates|barre/i, 'barre'],
  [/danc|dans|tanz/i, 'dance'],
  [/swim|schwimm|natation/i, 'swim'],
  [/hik|wander|randonn/i, 'hike'],
  [/walk|spazier|geh|marche/i, 'walk'],
  [/run|jog|lauf|course/i, 'run'],
  [/ride|cycl|bik|rad|vélo/i, 'ride'],
  [/weight|strength|kraft|muscul/i, 'strength'],
  [/physical therapy|physio/i, 'physio'],
  [/stretch|mobility/i, 'stretch'],
];

/** The offered kind that a program's own word for a sport stands for; `other` leaves it to the person. */
export const kindOfWord = (word: string): OfferedKind =>
  kinds.find(([pattern]) => pattern.test(word))?.[1] ?? 'other';
