import { Temporal } from 'temporal-polyfill';
import { textToMetres } from '../../shared/domain/distance';
import { noSessionFacts, sessionMinutesSchema } from '../../shared/domain/movement';
import type { MovementSession, Outing, SessionDraft } from '../../shared/domain/movement';
import type { MovementKind } from '../../shared/domain/movementKind';
import type { CheckIn, Felt } from '../../shared/domain/mood';
import { endOf } from '../../shared/domain/pairing';
import type { SessionId } from '../../shared/id';
import { err, ok, type Result } from '../../shared/result';
import type { SessionFields } from '../session/sessionFields';

const usualMinutes = 30;
const minuteMs = 60_000;

type Start = Pick<SessionFields, 'date' | 'time' | 'zone' | 'startedAt'>;

export function instantToStart(at: number, zone: string): Start {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const date = wall.toPlainDate().toString();
  return { date, time: wall.toPlainTime().toString().slice(0, 5), zone, startedAt: at };
}

interface NewSession {
  readonly id: SessionId;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
  readonly kind?: MovementKind;
}

const blankFields = {
  ...noSessionFacts,
  isTimed: true,
  distanceTyped: null,
  note: '',
  before: null,
  after: null,
  beforeAt: null,
  afterAt: null,
} as const;

/** For something that is just over. */
export const newSessionFields = ({ id, now, kind = 'walk' }: NewSession): SessionFields => ({
  ...blankFields,
  id,
  kind,
  ...instantToStart(now - usualMinutes * minuteMs, Temporal.Now.timeZoneId()),
  endedAt: now,
  minutes: String(usualMinutes),
  answersAfter: 'asItWas',
});

/** For someone who has just come back. */
export const outingToFields = (outing: Outing, id: SessionId, now: number): SessionFields => ({
  ...blankFields,
  id,
  kind: outing.kind,
  ...instantToStart(outing.startedAt, outing.zone),
  endedAt: null,
  minutes: String(Math.max(1, Math.round((now - outing.startedAt) / minuteMs))),
  before: outing.before,
  beforeAt: outing.beforeAt,
  answersAfter: 'now',
});

/** What stands in a check-in without its moment and its place. */
const checkInToFelt = (checkIn: CheckIn | null): Felt | null =>
  checkIn && {
    valence: checkIn.valence,
    energy: checkIn.energy,
    feelings: checkIn.feelings,
    givenOn: checkIn.givenOn,
  };

const ownMoment = (rating: CheckIn | null, edge: number): number | null =>
  rating === null || rating.at === edge ? null : rating.at;

/** A session as the form shows it, in the zone it was recorded in. */
export function sessionToFields(session: MovementSession): SessionFields {
  const { id, kind, at, zone, isTimed, minutes, note, before, after } = session;
  const { effort, distanceMetres, play, connection, achievement, safety, company, place, entryId } = session;
  return {
    id,
    kind,
    isTimed,
    effort,
    distanceMetres,
    play,
    connection,
    achievement,
    safety,
    company,
    place,
    entryId,
    ...instantToStart(at, zone),
    endedAt: null,
    minutes: String(minutes),
    distanceTyped: null,
    note: note ?? '',
    before: checkInToFelt(before),
    after: checkInToFelt(after),
    beforeAt: ownMoment(before, at),
    afterAt: ownMoment(after, endOf({ startedAt: at, minutes })),
    answersAfter: 'asItWas',
  };
}

/** Of something just over the start follows its length, until somebody says when it began. */
export function followLength(fields: SessionFields): SessionFields {
  const minutes = textToMinutes(fields.minutes);
  if (fields.endedAt === null || !minutes.ok) return fields;
  return { ...fields, ...instantToStart(fields.endedAt - minutes.value * minuteMs, fields.zone) };
}

export type SessionProblem =
  | { readonly type: 'MinutesUnclear' }
  | { readonly type: 'EndsBeforeStart' }
  | { readonly type: 'LongerThanADay' }
  | { readonly type: 'StartUnclear' }
  | { readonly type: 'StartsLater' }
  | { readonly type: 'DistanceUnclear' };

function textToMinutes(text: string): Result<number, SessionProblem> {
  const typed = Number(text.trim().replace(/^[−–]/, '-') || Number.NaN);
  const minutes = sessionMinutesSchema.safeParse(typed);
  if (minutes.success) return ok(minutes.data);
  if (typed <= 0) return err({ type: 'EndsBeforeStart' });
  return err({ type: typed > 24 * 60 ? 'LongerThanADay' : 'MinutesUnclear' });
}

/** Null while the day and the time are none. */
export function fieldsToInstant({ date, time, zone, startedAt, isTimed }: SessionFields): number | null {
  try {
    if (startedAt !== null && isTimed) {
      const shown = instantToStart(startedAt, zone);
      if (shown.date === date && shown.time === time) return startedAt;
    }
    const clock = isTimed ? time : '12:00';
    return Temporal.PlainDateTime.from(`${date}T${clock}`).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return null;
  }
}

/** Metres as stored where nobody typed; null: nothing typed or a distance taken back; undefined: it is unclear. */
function fieldsToMetres({
  distanceMetres,
  distanceTyped,
}: Pick<SessionFields, 'distanceMetres' | 'distanceTyped'>): number | null | undefined {
  if (distanceTyped === null) return distanceMetres;
  if (distanceTyped.text.trim() === '') return null;
  return textToMetres(distanceTyped.text, distanceTyped.unit) ?? undefined;
}

/** Where clocks differ by a little, now is not yet the future. */
const clockDriftMs = 2 * minuteMs;

/** Whether it would begin on a day, or at a time, that has not come. */
function isLater({ date, isTimed, zone }: SessionFields, startedAt: number, now: number): boolean {
  if (isTimed) return startedAt > now + clockDriftMs;
  return date > Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** What is unclear is a failure; nothing is made up, and what was typed stays in the fields. */
export function fieldsToDraft(fields: SessionFields, now: number): Result<SessionDraft, SessionProblem> {
  const minutes = textToMinutes(fields.minutes);
  if (!minutes.ok) return minutes;
  const startedAt = fieldsToInstant(fields);
  if (startedAt === null) return err({ type: 'StartUnclear' });
  if (isLater(fields, startedAt, now)) return err({ type: 'StartsLater' });
  const metres = fieldsToMetres(fields);
  if (metres === undefined) return err({ type: 'DistanceUnclear' });
  const {
    date: _date,
    time: _time,
    endedAt: _endedAt,
    distanceTyped: _typed,
    answersAfter: _answers,
    ...kept
  } = fields;
  const note = fields.note.trim();
  const company = fields.company?.trim() ?? '';
  return ok({
    ...kept,
    startedAt,
    minutes: minutes.value,
    distanceMetres: metres,
    company: company === '' ? null : company,
    note: note === '' ? null : note,
  });
}

/** What becomes of a form when nobody presses Save before the journal is locked. */
export type KeptForm =
  | { readonly kind: 'save'; readonly draft: SessionDraft }
  /** It is unclear and holds no words: nothing goes into the journal. */
  | { readonly kind: 'leave' }
  /** It is unclear and holds words, which may not be lost: locking waits, as for any words that are not saved. */
  | { readonly kind: 'waits'; readonly problem: SessionProblem };

/** Never makes up a length or a start. */
export function fieldsToKeep(fields: SessionFields, now: number): KeptForm {
  const draft = fieldsToDraft(fields, now);
  if (draft.ok) return { kind: 'save', draft: draft.value };
  return fields.note.trim() === '' ? { kind: 'leave' } : { kind: 'waits', problem: draft.error };
}
