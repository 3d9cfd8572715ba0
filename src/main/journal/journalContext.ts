import type { Clock, RandomBytes } from '../../shared/ports';
import type { Moment } from '../../shared/time';
import type { WritableDb } from './database/handles';
import type { Reserve } from './opening/reserve';

/** What the use cases of every noun are given. */
export interface JournalContext {
  readonly db: WritableDb;
  /** Room for the words on the screen when there is none left. */
  readonly reserve: Reserve;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  /** The clock's now, on the civil day the person is living. */
  readonly now: () => Moment;
  /** A given instant, as a moment where the person is now. */
  readonly momentAt: (at: number) => Moment;
}
