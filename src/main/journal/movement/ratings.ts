import type { MovementSession, SessionDraft } from '../../../shared/domain/movement';
import { isFromMemory, isSameFelt, type CheckIn, type Felt } from '../../../shared/domain/mood';
import { endOf, fitOfRating, type RatingRole } from '../../../shared/domain/pairing';
import { createCheckInId } from '../../../shared/id';
import { instantToMoment, type Moment } from '../../../shared/time';
import type { JournalContext } from '../journalContext';
import type { CheckIns } from '../moods/checkIns';
import { prepareCheckInReads, prepareCheckInWrites, rowToCheckIn } from '../moods/checkInQueries';

interface RatingOfSession {
  readonly role: RatingRole;
  readonly felt: Felt | null;
  /** When it was made, if that is known. */
  readonly ratedAt: number | null;
  /** The one there is; a check-in of its own that becomes a rating of the session, too. */
  readonly existing: CheckIn | null;
}

/** What a session was before the draft, for telling a rating that moves with its edge from one with a moment of its own. */
type Earlier = Pick<MovementSession, 'at' | 'minutes'> | null;

export interface Ratings {
  /** Writes inside a transaction that is open. Answers with the rating that pairs with the session, if one does. */
  readonly rate: (
    draft: SessionDraft,
    start: Moment,
    rating: RatingOfSession,
    earlier: Earlier,
  ) => CheckIn | null;
}

const edgeOf = (
  role: RatingRole,
  { at, minutes }: { readonly at: number; readonly minutes: number },
): number => (role === 'before' ? at : endOf({ startedAt: at, minutes }));

/** The feelings before and after a session: which of them belong to it, and the moments they keep. */
export function createRatings(
  {
    db,
    clock,
    randomBytes,
    momentAt,
    boundaryHour,
  }: JournalContext & { readonly boundaryHour: () => number },
  checkIns: Pick<CheckIns, 'put'>,
): Ratings {
  const reads = prepareCheckInReads(db);
  const writes = prepareCheckInWrites(db);

  const momentOf = (
    { minutes }: SessionDraft,
    start: Moment,
    { role, ratedAt, existing }: RatingOfSession,
    earlier: Earlier,
  ): Moment => {
    const edge = edgeOf(role, { at: start.at, minutes });
    const movesWithEdge = existing !== null && earlier !== null && existing.at === edgeOf(role, earlier);
    const at = ratedAt ?? (existing === null || movesWithEdge ? edge : existing.at);
    if (existing?.at === at) {
      const { zone, offsetMinutes, day } = existing;
      return { at, zone, offsetMinutes, day };
    }
    if (ratedAt !== null) return momentAt(at);
    return at === start.at ? start : instantToMoment(at, start.zone, boundaryHour());
  };

  /** A feeling that was noted anyway does not stand twice in the day. */
  const isNoted = (moment: Moment, felt: Felt): boolean =>
    reads.momentsOfDay
      .all({ day: moment.day })
      .some((row) => row.at === moment.at && isSameFelt(rowToCheckIn(row), felt));

  return {
    rate: (draft, start, rating, earlier) => {
      const { role, felt, existing } = rating;
      if (felt === null) {
        if (existing?.role === role) writes.remove.run({ id: existing.id });
        return null;
      }
      const moment = momentOf(draft, start, rating, earlier);
      const session = { startedAt: start.at, minutes: draft.minutes };
      const pairs = !draft.isTimed || fitOfRating(role, moment.at, session) === 'pairs';
      const isUnchanged = existing !== null && isSameFelt(existing, felt);
      const checkIn: CheckIn = {
        id: existing?.id ?? createCheckInId(clock.now(), randomBytes),
        ...moment,
        valence: felt.valence,
        energy: felt.energy,
        feelings: felt.feelings,
        note: existing?.note ?? null,
        givenOn: felt.givenOn ?? existing?.givenOn ?? 'stops',
        role: pairs ? role : 'moment',
        sessionId: pairs ? draft.id : null,
        isRemembered: isUnchanged ? existing.isRemembered : isFromMemory(clock.now(), moment.at),
      };
      if (!pairs && existing === null && isNoted(moment, felt)) return null;
      checkIns.put(checkIn);
      return pairs ? checkIn : null;
    },
  };
}
