import type { PromptResponse } from '../../../shared/domain/prompt';
import type { PromptId } from '../../../shared/id';
import type { CivilDay } from '../../../shared/time';
import { prepareRead, prepareWrite, type ReadableDb, type WritableDb } from '../database/handles';

export interface OfferRow {
  readonly promptId: PromptId;
  readonly day: CivilDay;
  readonly response: PromptResponse | 'offered';
}

export function preparePromptReads(db: ReadableDb) {
  return {
    since: prepareRead<{ readonly day: CivilDay }, OfferRow>(
      db,
      // What stands is the last of its day, also when something else was answered after it was offered.
      `SELECT prompt_id AS promptId, day, response FROM prompt_offers WHERE day >= @day
       ORDER BY day, response = 'offered', id`,
    ),
  };
}

export function preparePromptWrites(db: WritableDb) {
  type Offer = { readonly promptId: PromptId; readonly day: CivilDay; readonly now: number };
  type Outcome = Offer & { readonly response: PromptResponse };
  return {
    offer: prepareWrite<Offer>(
      db,
      `INSERT INTO prompt_offers (prompt_id, day, response, offered_at, responded_at)
       VALUES (@promptId, @day, 'offered', @now, NULL)`,
    ),
    /** Notes an outcome of something that was not on offer: a prompt picked from the library. */
    note: prepareWrite<Outcome>(
      db,
      `INSERT INTO prompt_offers (prompt_id, day, response, offered_at, responded_at)
       VALUES (@promptId, @day, @response, @now, @now)`,
    ),
    respond: prepareWrite<Outcome>(
      db,
      `UPDATE prompt_offers SET response = @response, responded_at = @now
       WHERE day = @day AND prompt_id = @promptId AND response = 'offered'`,
    ),
    /** An offer the library no longer holds, or that lost its place. */
    withdraw: prepareWrite<{ readonly day: CivilDay }>(
      db,
      "DELETE FROM prompt_offers WHERE day = @day AND response = 'offered'",
    ),
  };
}
