import type { Felt } from '../../shared/domain/mood';
import type { MovementKind } from '../../shared/domain/movement';
import type { SessionId } from '../../shared/id';

/** What stands in the fields of the form, as typed. */
export interface SessionFields {
  readonly id: SessionId;
  readonly kind: MovementKind;
  /** `YYYY-MM-DD`, the date on the wall clock. */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
  readonly minutes: string;
  /** IANA zone the date and the time are read in. */
  readonly zone: string;
  readonly effort: number | null;
  readonly note: string;
  readonly before: Felt | null;
  readonly after: Felt | null;
}
