import type { CheckIn, Felt } from '../../../shared/domain/mood';

/** A feeling noted at most so long ago may be the "before" of a time of moving. */
const stillBeforeMs = 4 * 60 * 60_000;

export const checkInToFelt = ({ valence, energy, feelings, givenOn }: CheckIn): Felt => ({
  valence,
  energy,
  feelings,
  givenOn,
});

/** The newest check-in of its own within the last four hours; `now` in milliseconds since 1970-01-01T00:00Z. */
export const latestFeeling = (checkIns: readonly CheckIn[], now: number): CheckIn | null =>
  checkIns.findLast((checkIn) => checkIn.role === 'moment' && now - checkIn.at <= stillBeforeMs) ?? null;
