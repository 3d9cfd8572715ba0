import { Temporal } from 'temporal-polyfill';
import { effortWordPoints, sessionMinutesSchema, type MovementKind } from '../../shared/domain/movement';
import type { MovementSession, SessionDraft } from '../../shared/domain/movement';
import type { CheckIn, Felt } from '../../shared/domain/mood';
import type { SessionId } from '../../shared/id';
import { err, ok, type Result } from '../../shared/result';
import { message } from '../i18n/i18n';
import type { SessionFields } from '../session/sessionFields';

const usualMinutes = 30;

const instantToFields = (at: number, zone: string): Pick<SessionFields, 'date' | 'time' | 'zone'> => {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return { date: wall.toPlainDate().toString(), time: wall.toPlainTime().toString().slice(0, 5), zone };
};

interface NewSession {
  readonly id: SessionId;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
  readonly kind?: MovementKind;
  /** When it began; without it, half an hour ago. */
  readonly startedAt?: number;
  readonly before?: Felt | null;
}

export function newSessionFields({
  id,
  now,
  kind = 'walk',
  startedAt,
  before = null,
}: NewSession): SessionFields {
  const minutes =
    startedAt === undefined ? usualMinutes : Math.max(1, Math.round((now - startedAt) / 60_000));
  return {
    id,
    kind,
    ...instantToFields(startedAt ?? now - usualMinutes * 60_000, Temporal.Now.timeZoneId()),
    minutes: String(minutes),
    effort: null,
    note: '',
    before,
    after: null,
  };
}

const checkInToFelt = (checkIn: CheckIn | null): Felt | null =>
  checkIn && {
    valence: checkIn.valence,
    energy: checkIn.energy,
    feelings: checkIn.feelings,
    givenOn: checkIn.givenOn,
  };

/** A session as the form shows it, in the zone it was recorded in. */
export const sessionToFields = (session: MovementSession): SessionFields => ({
  id: session.id,
  kind: session.kind,
  ...instantToFields(session.at, session.zone),
  minutes: String(session.minutes),
  effort: session.effort,
  note: session.note ?? '',
  before: checkInToFelt(session.before),
  after: checkInToFelt(session.after),
});

/** For putting a removed session back. */
export const sessionToDraft = (session: MovementSession): SessionDraft => ({
  id: session.id,
  kind: session.kind,
  startedAt: session.at,
  minutes: session.minutes,
  effort: session.effort,
  note: session.note,
  before: checkInToFelt(session.before),
  after: checkInToFelt(session.after),
});

export type SessionProblem = { readonly type: 'MinutesUnclear' } | { readonly type: 'StartUnclear' };

function fieldsToInstant({ date, time, zone }: SessionFields): number | null {
  try {
    return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return null;
  }
}

/** Failures: minutes that are no whole number from 1 to 1440; a day or a start that is not one. */
export function fieldsToDraft(fields: SessionFields): Result<SessionDraft, SessionProblem> {
  const minutes = sessionMinutesSchema.safeParse(Number(fields.minutes.trim() || Number.NaN));
  if (!minutes.success) return err({ type: 'MinutesUnclear' });
  const startedAt = fieldsToInstant(fields);
  if (startedAt === null) return err({ type: 'StartUnclear' });
  const note = fields.note.trim();
  return ok({
    id: fields.id,
    kind: fields.kind,
    startedAt,
    minutes: minutes.data,
    effort: fields.effort,
    note: note === '' ? null : note,
    before: fields.before,
    after: fields.after,
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
export function fieldsToKeep(fields: SessionFields): KeptForm {
  const draft = fieldsToDraft(fields);
  if (draft.ok) return { kind: 'save', draft: draft.value };
  return fields.note.trim() === '' ? { kind: 'leave' } : { kind: 'waits', problem: draft.error };
}

/** Our five words for effort, and what lies between them. `effort` is 0 to 10. */
export function effortWords(effort: number): string {
  const exact = effortWordPoints.find((point) => point === effort);
  if (exact !== undefined) return message(`words.effort.${exact}`);
  const low = effortWordPoints.findLast((point) => point < effort) ?? 0;
  const high = effortWordPoints.find((point) => point > effort) ?? 10;
  return message('movement.effortBetween', {
    low: message(`words.effort.${low}`),
    high: message(`words.effort.${high}`),
  });
}
