import type { Clock, RandomBytes } from '../../shared/ports';
import type { Moment } from '../../shared/time';
import type { WritableDb } from './database/handles';

/** What the use cases of every noun are given. */
export interface JournalContext {
  readonly db: WritableDb;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  /** The clock's now, on the civil day the person is living. */
  readonly now: () => Moment;
  /** A given instant, as a moment where the person is now. */
  readonly momentAt: (at: number) => Moment;
}
