import { isOfferedKind, type MovementKind, type OfferedKind } from '../../../shared/domain/movementKind';
import { energyToStop, valenceToStop, type Felt } from '../../../shared/domain/mood';
import type { MovementSession } from '../../../shared/domain/movement';
import type { Span, SpanKind } from '../../../shared/domain/span';
import type { CivilDay } from '../../../shared/time';
import type { Everything } from '../../journal/everything';

/** What the pages an export writes for reading say, in the words of the app. */
export const moodWords = [
  'very unpleasant',
  'unpleasant',
  'slightly unpleasant',
  'neutral',
  'slightly pleasant',
  'pleasant',
  'very pleasant',
] as const;
export const energyWords = ['hardly any', 'low', 'some', 'plenty', 'brimming'] as const;
export const kindWords: Readonly<Record<OfferedKind, string>> = {
  walk: 'Walk',
  jog: 'Jog',
  run: 'Run',
  dance: 'Dance',
  barre: 'Barre',
  spin: 'Spin',
  yoga: 'Yoga',
  strength: 'Strength',
  swim: 'Swim',
  ride: 'Ride',
  hike: 'Hike',
  stretch: 'Stretch',
  physio: 'Physio',
  play: 'Play',
  other: 'Something else',
};
const spanWords: Readonly<Record<SpanKind, string>> = {
  injury: 'Injury',
  illness: 'Illness',
  rest: 'Rest',
  travel: 'Travel',
};

export type KindNames = (kind: MovementKind) => string;

/** Own kinds by the names their person gave them. */
export function kindNames({ ownKinds }: Pick<Everything, 'ownKinds'>): KindNames {
  const own = new Map<string, string>([...ownKinds()].map(({ id, name }) => [id, name]));
  return (kind) => (isOfferedKind(kind) ? kindWords[kind] : (own.get(kind) ?? 'Own kind'));
}

export const spanName = ({ name, kind }: Pick<Span, 'name' | 'kind'>): string => name ?? spanWords[kind];

const moodWord = (valence: number): string => moodWords[valenceToStop(valence) - 1] ?? '';

/** "slightly pleasant, energy low: calm, hope" */
export function feltInWords({ valence, energy, feelings }: Felt): string {
  const energyWord = energy === null ? '' : `, energy ${energyWords[energyToStop(energy) - 1] ?? ''}`;
  return `${moodWord(valence)}${energyWord}${feelings.length === 0 ? '' : `: ${feelings.join(', ')}`}`;
}

/** "Walk, 30 min, effort 4, 2.5 km; before: neutral; after: pleasant: calm" */
export function sessionInWords(session: MovementSession, nameOf: KindNames): string {
  const { kind, minutes, effort, distanceMetres, before, after } = session;
  return [
    [
      nameOf(kind),
      `${minutes} min`,
      ...(effort === null ? [] : [`effort ${effort} of 10`]),
      ...(distanceMetres === null ? [] : [`${distanceMetres / 1000} km`]),
    ].join(', '),
    ...(before === null ? [] : [`before: ${feltInWords(before)}`]),
    ...(after === null ? [] : [`after: ${feltInWords(after)}`]),
  ].join('; ');
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "Tuesday, 10 March 2026". Not by the system's own words for it, which change between its versions. */
export function dayInWords(day: CivilDay): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  return `${weekday}, ${Number(date)} ${months[Number(month) - 1] ?? ''} ${year}`;
}
