import type { Felt } from '../../shared/domain/mood';
import type { SessionFacts } from '../../shared/domain/movement';
import type { MovementKind } from '../../shared/domain/movementKind';
import type { DistanceUnit } from '../../shared/domain/settings';
import type { SessionId } from '../../shared/id';

/** What stands in the fields of the form, as typed. */
export interface SessionFields extends Omit<SessionFacts, 'note' | 'distanceMetres'> {
  readonly id: SessionId;
  readonly kind: MovementKind;
  /** `YYYY-MM-DD`, the date on the wall clock. */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
  /** IANA zone the date and the time are read in. */
  readonly zone: string;
  /** The instant the date and the time were written from: a field that nobody touched keeps its seconds. */
  readonly startedAt: number | null;
  /** Just over: while nobody touches the start it follows the length back from here. */
  readonly endedAt: number | null;
  readonly isTimed: boolean;
  readonly minutes: string;
  /** As stored; what is typed takes its place, in the unit it was typed in. */
  readonly distanceMetres: number | null;
  readonly distanceTyped: { readonly text: string; readonly unit: DistanceUnit } | null;
  readonly note: string;
  readonly before: Felt | null;
  readonly after: Felt | null;
  /** When a rating was made, where it is not the start or the end it speaks of. */
  readonly beforeAt: number | null;
  readonly afterAt: number | null;
  /** Of someone who has just come back the feeling after is the one they have as they answer. */
  readonly answersAfter: 'now' | 'asItWas';
}
