import { unguardFormula } from '../../../../shared/domain/guardFormula';
import { checkInSchema, moodStops, stopToValence, type CheckIn } from '../../../../shared/domain/mood';
import { movementSessionSchema, type MovementSession } from '../../../../shared/domain/movement';
import { isOfferedKind, ownKindSchema, type OwnKind } from '../../../../shared/domain/movementKind';
import { endOf } from '../../../../shared/domain/pairing';
import { spanSchema, type Span } from '../../../../shared/domain/span';
import { checkInIdSchema, sessionIdSchema, spanIdSchema } from '../../../../shared/id';
import { civilDaySchema, instantToMoment, momentSchema, type Moment } from '../../../../shared/time';
import { cellToFeelings } from '../../feelingsCell';
import { zoneOfOffset } from '../movement/toSessions';
import { isOfOurTime } from '../ourTime';
import { cellToNumber } from '../table';
import type { OwnRow, RefusedPart } from './foreignJournal';
import { isoToInstant } from './foreignText';

/** A row of one of our tables: its cells by the names of their columns; "" where there is none. */
export type OwnCells = (column: string) => string;

type Refused = RefusedPart['reason'];
type Read<Item> = Omit<OwnRow<Item>, 'place'>;
type BareSession = Omit<MovementSession, 'before' | 'after'>;

const dayMs = 24 * 60 * 60_000;

export function rowToCheckIn(cell: OwnCells): Read<CheckIn> | Refused {
  const id = checkInIdSchema.safeParse(bare(cell('id')));
  if (!id.success) return 'no-id';
  const at = isoToInstant(bare(cell('instant_utc')));
  const moment = at === null ? null : toMoment(cell, at);
  if (moment === null) return 'date-unclear';
  const givenOn = bare(cell('given_on')) || 'stops';
  const role = bare(cell('role'));
  const valence = toNumber(cell('valence_-1_to_1'));
  const read = checkInSchema.safeParse({
    id: id.data,
    ...moment,
    valence: givenOn === 'stops' ? asStop(valence) : valence,
    energy: toNumber(cell('energy_-1_to_1')),
    feelings: cellToFeelings(cell('feelings')),
    givenOn,
    note: toText(cell('note')),
    role,
    sessionId: bare(cell('session_id')) || null,
    isRemembered: toYesOrNo(cell('remembered_later')),
  });
  if (!read.success || (role === 'moment') !== (read.data.sessionId === null)) return 'not-valid';
  return { item: read.data, ...toStamps(cell, moment.at) };
}

const bareSessionSchema = movementSessionSchema.omit({ before: true, after: true });

export function rowToSession(cell: OwnCells): Read<BareSession> | Refused {
  const id = sessionIdSchema.safeParse(bare(cell('id')));
  if (!id.success) return 'no-id';
  const started = bare(cell('start_utc'));
  const at = started === '' ? toNoon(cell) : isoToInstant(started);
  const moment = at === null ? null : toMoment(cell, at);
  if (moment === null) return 'date-unclear';
  const read = bareSessionSchema.safeParse({
    id: id.data,
    ...moment,
    isTimed: started !== '',
    kind: bare(cell('kind')),
    minutes: toNumber(cell('duration_minutes')),
    effort: toNumber(cell('effort_0_to_10')),
    distanceMetres: toNumber(cell('distance_metres')),
    play: toNumber(cell('play_0_to_3')),
    connection: toNumber(cell('connection_0_to_3')),
    achievement: toNumber(cell('achievement_0_to_3')),
    safety: toNumber(cell('safety_0_to_3')),
    company: toText(cell('company')),
    place: bare(cell('place')) || null,
    note: toText(cell('note')),
    entryId: bare(cell('entry_id')) || null,
  });
  return read.success ? { item: read.data, ...toStamps(cell, moment.at) } : 'not-valid';
}

/** A kind that the person named, as far as the rows of its sessions tell of it; null for an offered one. When it was named stands in its id. */
export function rowToOwnKind(cell: OwnCells): OwnKind | null {
  const id = bare(cell('kind'));
  if (isOfferedKind(id)) return null;
  const namedAt = Number.parseInt(id.slice('own-'.length).replaceAll('-', '').slice(0, 12), 16);
  const read = ownKindSchema.safeParse({
    id,
    name: toText(cell('kind_name')),
    icon: bare(cell('kind_icon')) || 'steps',
    family: bare(cell('kind_family')) || 'other',
    createdAt: namedAt,
    updatedAt: namedAt,
  });
  return read.success ? read.data : null;
}

/** What the row of a session says of the feelings before and after it: less than the check-ins themselves, for where those are not told. */
export function rowToRatings(
  cell: OwnCells,
  session: BareSession,
  roles: readonly ('before' | 'after')[],
): readonly Read<CheckIn>[] {
  return roles.flatMap((role) => {
    const steps = toNumber(cell(`${role}_steps_-3_to_3`));
    if (steps === null) return [];
    const { at, zone, offsetMinutes, day } = session;
    const end = endOf({ startedAt: at, minutes: session.minutes });
    const read = checkInSchema.safeParse({
      id: bare(cell(`${role}_id`)),
      ...(role === 'before' ? { at, zone, offsetMinutes, day } : instantToMoment(end, zone)),
      valence: Math.min(1, Math.max(-1, steps / 3)),
      energy: toNumber(cell(`${role}_energy_-1_to_1`)),
      feelings: cellToFeelings(cell(`${role}_feelings`)),
      givenOn: Number.isInteger(steps) ? 'stops' : 'pad',
      note: null,
      role,
      sessionId: session.id,
      isRemembered: false,
    });
    // As old as can be: whatever else is known of it is a later state.
    return read.success ? [{ item: read.data, createdAt: at, updatedAt: at }] : [];
  });
}

const bareSpanSchema = spanSchema.omit({ createdAt: true, updatedAt: true });

export function rowToSpan(cell: OwnCells): Read<Omit<Span, 'createdAt' | 'updatedAt'>> | Refused {
  const id = spanIdSchema.safeParse(bare(cell('id')));
  if (!id.success) return 'no-id';
  const firstDay = civilDaySchema.safeParse(bare(cell('first_day')));
  const lastDay = civilDaySchema.nullable().safeParse(bare(cell('last_day')) || null);
  if (!firstDay.success || !lastDay.success) return 'date-unclear';
  const read = bareSpanSchema.safeParse({
    id: id.data,
    kind: bare(cell('kind')),
    name: toText(cell('name')),
    firstDay: firstDay.data,
    lastDay: lastDay.data,
    note: toText(cell('note')),
  });
  if (!read.success) return 'not-valid';
  return { item: read.data, ...toStamps(cell, Date.parse(`${firstDay.data}T12:00:00Z`)) };
}

const bare = (text: string): string => text.trim();

/** Free text, without what keeps a spreadsheet from running it. */
const toText = (text: string): string | null => (text === '' ? null : unguardFormula(text));

/** Null for an empty cell; what is no number is none that anything allows. */
const toNumber = (text: string): number | null =>
  bare(text) === '' ? null : (cellToNumber(text) ?? Number.NaN);

const toYesOrNo = (text: string): boolean | undefined =>
  ({ yes: true, no: false, '': false })[bare(text).toLowerCase()];

/** Spreadsheets keep fifteen figures of a number: a stop that lost the last ones is that stop. */
const asStop = (valence: number | null): number | null =>
  moodStops.map(stopToValence).find((stop) => Number(stop.toPrecision(15)) === valence) ?? valence;

function toStamps(cell: OwnCells, at: number): { readonly createdAt: number; readonly updatedAt: number } {
  const told = (column: string): number | null => {
    const stamp = isoToInstant(bare(cell(column)));
    return stamp !== null && isOfOurTime(stamp) ? stamp : null;
  };
  const createdAt = told('created_utc') ?? at;
  return { createdAt, updatedAt: told('updated_utc') ?? createdAt };
}

/** Of a session of which only the day is known. */
function toNoon(cell: OwnCells): number | null {
  const day = civilDaySchema.safeParse(bare(cell('day')));
  const offset = toNumber(cell('offset_minutes_east_of_utc'));
  return day.success && offset !== null ? Date.parse(`${day.data}T12:00:00Z`) - offset * 60_000 : null;
}

/** The moment as it was lived, with the distance from UTC for a zone that nobody here knows. Null for one that can't be: a day far from its instant. */
function toMoment(cell: OwnCells, at: number): Moment | null {
  const read = momentSchema.safeParse({
    at,
    zone: unguardFormula(bare(cell('zone'))),
    offsetMinutes: toNumber(cell('offset_minutes_east_of_utc')),
    day: bare(cell('day')),
  });
  if (!read.success || !isOfOurTime(at)) return null;
  const { zone, offsetMinutes, day } = read.data;
  const apart = at + offsetMinutes * 60_000 - Date.parse(`${day}T12:00:00Z`);
  if (Math.abs(apart) > 2 * dayMs) return null;
  return isKnownZone(zone) ? read.data : { ...read.data, zone: zoneOfOffset({ at, offsetMinutes }, 'UTC') };
}

const zones = new Map<string, boolean>();

function isKnownZone(zone: string): boolean {
  const known = zones.get(zone) ?? isZone(zone);
  if (zones.size < mostZones) zones.set(zone, known);
  return known;
}
/** More than there are. */
const mostZones = 1000;

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
