import { Temporal } from 'temporal-polyfill';
import { checkInNoteLimit, isFromMemory, type CheckIn } from '../../../shared/domain/mood';
import type { CheckInId } from '../../../shared/id';
import type { Input } from '../../../shared/ipc/contract';
import { err, ok, type Result } from '../../../shared/result';
import {
  civilDaySchema,
  clockTimeSchema,
  dayAndClockToMoment,
  instantToMoment,
  momentToClockTime,
} from '../../../shared/time';
import { call } from '../../bridge/client';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import type { CheckInFields } from '../../session/checkInFields';
import { useSession } from '../../session/sessionStore';
import type { FlushOutcome } from '../../session/pendingWork';

export const checkInToFields = (checkIn: CheckIn, boundaryHour: number): CheckInFields => ({
  id: checkIn.id,
  kind: 'change',
  felt: {
    valence: checkIn.valence,
    energy: checkIn.energy,
    feelings: checkIn.feelings,
    givenOn: checkIn.givenOn,
  },
  note: checkIn.note ?? '',
  day: checkIn.day,
  clock: momentToClockTime(checkIn),
  zone: checkIn.zone,
  boundaryHour,
});

/** Where the person is, on the day they are living. */
export function newCheckInFields(id: CheckInId, now: number, boundaryHour: number): CheckInFields {
  const here = instantToMoment(now, Temporal.Now.timeZoneId(), boundaryHour);
  return {
    id,
    kind: 'new',
    felt: null,
    note: '',
    day: here.day,
    clock: momentToClockTime(here),
    zone: here.zone,
    boundaryHour,
  };
}

export type CheckInProblem = { readonly type: 'FeltMissing' | 'MomentUnclear' | 'MomentInFuture' };

export const problemInWords = ({ type }: CheckInProblem): string =>
  type === 'MomentInFuture' ? failureMessage({ type }) : message(`feeling.problem.${type}`);

type SaidMoment = NonNullable<Input<'checkIns.save'>['moment']>;

function fieldsToMoment({ day, clock, zone }: CheckInFields): SaidMoment | null {
  const civilDay = civilDaySchema.safeParse(day);
  const time = clockTimeSchema.safeParse(clock);
  return civilDay.success && time.success ? { day: civilDay.data, clock: time.data, zone } : null;
}

/** The instant that is meant, as far as it is clear. */
function fieldsToInstant(fields: CheckInFields): number | null {
  const said = fieldsToMoment(fields);
  return said && (dayAndClockToMoment(said.day, said.clock, said.zone, fields.boundaryHour)?.at ?? null);
}

/** Failures: no feeling, no whole day and time, a moment that has not come. */
export function fieldsToSave(
  fields: CheckInFields,
  now: number,
): Result<Input<'checkIns.save'>, CheckInProblem> {
  const { id, felt } = fields;
  if (felt === null) return err({ type: 'FeltMissing' });
  const moment = fieldsToMoment(fields);
  if (moment === null) return err({ type: 'MomentUnclear' });
  if ((fieldsToInstant(fields) ?? now) > now) return err({ type: 'MomentInFuture' });
  const note = fields.note.trim().slice(0, checkInNoteLimit);
  return ok({ id, ...felt, note: note === '' ? null : note, moment });
}

/** Whether a new one is one from memory. */
export function isFieldsMemory(fields: CheckInFields, now: number): boolean {
  const at = fieldsToInstant(fields);
  return at !== null && isFromMemory(now, at);
}

/** The clock is of the night after the day, which is easily meant otherwise. */
export const isNightAfter = ({ clock, boundaryHour }: CheckInFields): boolean =>
  clockTimeSchema.safeParse(clock).success && Number(clock.slice(0, 2)) < boundaryHour;

/** Nothing would be lost with it: no feeling is clear enough to be kept, and there are no words. */
const holdsNothing = ({ felt, note }: CheckInFields): boolean => felt === null && note.trim() === '';

/** Words or a feeling that a lock may not lose, and that cannot be kept as they are. */
export const isCheckInUnclear = (fields: CheckInFields): boolean =>
  !holdsNothing(fields) && !fieldsToSave(fields, Date.now()).ok;

/** Forms that were left open go into the journal before a lock when they are clear; one that is not makes it wait. */
export async function keepUnfinishedCheckIns(): Promise<FlushOutcome> {
  const { unfinishedCheckIns, setUnfinishedCheckIn } = useSession.getState();
  let outcome: FlushOutcome = 'saved';
  for (const fields of unfinishedCheckIns) {
    if (holdsNothing(fields)) continue;
    const draft = fieldsToSave(fields, Date.now());
    if (draft.ok && (await call('checkIns.save', draft.value)).ok) setUnfinishedCheckIn(fields.id, null);
    else outcome = 'failed';
  }
  return outcome;
}
