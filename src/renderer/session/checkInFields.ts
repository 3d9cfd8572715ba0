import type { Felt } from '../../shared/domain/mood';
import type { CheckInId } from '../../shared/id';

/** What stands in the fields of a check-in that is opened or told of later, as typed. */
export interface CheckInFields {
  readonly id: CheckInId;
  /** `new`: of an earlier moment, and not in the journal yet. */
  readonly kind: 'new' | 'change';
  readonly felt: Felt | null;
  readonly note: string;
  /** `YYYY-MM-DD`, the civil day. */
  readonly day: string;
  /** `HH:MM` */
  readonly clock: string;
  /** IANA zone the clock is read in. */
  readonly zone: string;
  /** At which hour a day ends; a clock before it is of the night after the day. */
  readonly boundaryHour: number;
}
