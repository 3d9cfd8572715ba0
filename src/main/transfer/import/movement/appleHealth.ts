import { metresIn } from '../../../../shared/domain/distance';
import type { OfferedKind } from '../../../../shared/domain/movementKind';
import { instantToMoment } from '../../../../shared/time';
import { ArchiveTooLarge } from '../../archive/openArchive';
import { readXml, XmlNotReadable, type TextEncoding, type XmlElement } from '../xml';
import { mostSessions, type ForeignSession, type ForeignStart } from './foreignSession';
import { secondsToMinutes } from './secondsToMinutes';

/** What an export of Apple Health holds of movement. Steps, hearts, sleep, routes and documents are stepped over. */
export interface AppleHealthFile {
  readonly sessions: readonly ForeignSession[];
  /** Workouts without a start that is one. */
  readonly refused: number;
  readonly encoding: TextEncoding;
  /** How moods are written out is documented nowhere, so they are not read. */
  readonly hasMoods: boolean;
}

interface Workout {
  readonly attributes: Readonly<Record<string, string>>;
  distance: number | null;
  effort: number | null;
  isIndoors: boolean;
  /** Of the place, by its name. */
  zone: string | null;
}

const distanceTypes = /^HKQuantityTypeIdentifierDistance/;

/**
 * Streams `export.xml`, which can be gigabytes, for its workouts. Dates are taken as they are written, with the offset beside them, unless the zone of the place is told. Distances stand in the
 * workout itself or, since iOS 16, in its statistics; their unit is said with each. Throws `XmlNotReadable`.
 */
export async function readAppleHealth(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<AppleHealthFile> {
  const sessions: ForeignSession[] = [];
  let refused = 0;
  let [isHealth, hasMoods] = [false, false];
  let workout: Workout | null = null;
  const { encoding } = await readXml(chunks, {
    open: (element) => {
      const { name, attributes } = element;
      isHealth ||= name === 'HealthData';
      hasMoods ||= name === 'StateOfMind' || attributes['type']?.includes('StateOfMind') === true;
      if (name === 'Workout')
        workout = { attributes, distance: null, effort: null, isIndoors: false, zone: null };
      else if (workout !== null) addTo(workout, element);
    },
    close: (name) => {
      if (name !== 'Workout' || workout === null) return;
      const session = toSession(workout);
      if (session === null) refused += 1;
      else sessions.push(session);
      if (sessions.length + refused > mostSessions) throw new ArchiveTooLarge('too many of them');
      workout = null;
    },
  });
  if (!isHealth) throw new XmlNotReadable('another kind of XML');
  return { sessions, refused, encoding, hasMoods };
}

function addTo(workout: Workout, { name, attributes }: XmlElement): void {
  if (name === 'WorkoutStatistics' && distanceTypes.test(attributes['type'] ?? ''))
    workout.distance ??= toMetres(attributes['sum'], attributes['unit']);
  if (name === 'WorkoutStatistics' && attributes['type'] === 'HKQuantityTypeIdentifierWorkoutEffortScore')
    workout.effort ??= toEffort(attributes['average']);
  if (name === 'MetadataEntry' && attributes['key'] === 'HKIndoorWorkout')
    workout.isIndoors = attributes['value'] === '1';
  if (name === 'MetadataEntry' && attributes['key'] === 'HKTimeZone')
    workout.zone ??= attributes['value'] ?? null;
}

const metresOf: Readonly<Record<string, number>> = { ...metresIn, m: 1, yd: 0.9144, ft: 0.3048 };

function toMetres(text: string | undefined, unit: string | undefined): number | null {
  const factor = metresOf[unit ?? ''];
  const value = Number(text);
  return text === undefined || factor === undefined || !Number.isFinite(value) || value <= 0
    ? null
    : Math.round(value * factor);
}

function toEffort(text: string | undefined): number | null {
  const value = Number(text);
  return text !== undefined && value >= 1 && value <= 10 ? Math.round(value) : null;
}

function toSession({ attributes, distance, effort, isIndoors, zone }: Workout): ForeignSession | null {
  const start = textToStart(attributes['startDate']);
  if (start?.is !== 'instant') return null;
  const end = textToStart(attributes['endDate']);
  // Across a change of clocks only the instants tell how long it was.
  const between = end?.is === 'instant' ? (end.at - start.at) / 60_000 : null;
  const said = attributes['durationUnit'] === 'min' ? Number(attributes['duration']) : Number.NaN;
  const minutes = Number.isFinite(said) && said > 0 ? said : between;
  const word = (attributes['workoutActivityType'] ?? '').replace(/^HKWorkoutActivityType/, '');
  return {
    sourceId: `${attributes['sourceName'] ?? ''} ${new Date(start.at).toISOString()} ${word}`,
    start: { ...start, offsetMinutes: offsetIn(zone, start.at) ?? start.offsetMinutes },
    minutes: secondsToMinutes(minutes === null ? null : minutes * 60),
    distanceMetres: distance ?? toMetres(attributes['totalDistance'], attributes['totalDistanceUnit']),
    effort,
    kind: word === 'Cycling' && isIndoors ? 'spin' : (kinds[word] ?? 'other'),
    kindWord: word,
    title: null,
    note: null,
  };
}

/** The telephone writes all dates by the clock it had when it wrote them out; the watch noted the zone where somebody was. Null for none that is known. */
function offsetIn(zone: string | null, at: number): number | null {
  if (zone === null || zone.length > 64) return null;
  try {
    return instantToMoment(at, zone).offsetMinutes;
  } catch {
    return null;
  }
}

/** "2016-04-15 07:27:26 +0100", or with a clock of twelve hours and a narrow blank. */
function textToStart(text: string | undefined): ForeignStart | null {
  const parts =
    /^(\d{4})-(\d\d)-(\d\d)[ T](\d{1,2}):(\d\d):(\d\d)\s*([AaPp][Mm])?\s*([+-])(\d\d):?(\d\d)$/.exec(
      (text ?? '').replaceAll(/[\u00A0\u202F]/g, ' ').trim(),
    );
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, half, sign, offsetHours, offsetRest] = parts;
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const offsetMinutes = (sign === '-' ? -1 : 1) * (Number(offsetHours) * 60 + Number(offsetRest));
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), hours, Number(minute), Number(second));
  const isReal = new Date(wall).getUTCDate() === Number(day) && Math.abs(offsetMinutes) <= 18 * 60;
  return isReal ? { is: 'instant', at: wall - offsetMinutes * 60_000, offsetMinutes } : null;
}

const kinds: Readonly<Record<string, OfferedKind>> = {
  Running: 'run',
  Walking: 'walk',
  Hiking: 'hike',
  Cycling: 'ride',
  Swimming: 'swim',
  Yoga: 'yoga',
  Pilates: 'barre',
  Barre: 'barre',
  Dance: 'dance',
  SocialDance: 'dance',
  CardioDance: 'dance',
  DanceInspiredTraining: 'dance',
  Flexibility: 'stretch',
  PreparationAndRecovery: 'stretch',
  Cooldown: 'stretch',
  TraditionalStrengthTraining: 'strength',
  FunctionalStrengthTraining: 'strength',
  CoreTraining: 'strength',
  Play: 'play',
};
