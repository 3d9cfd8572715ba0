import type { EntryId } from '../../../../shared/id';
import type { Failure } from '../../../../shared/ipc/failures';
import { ok, type Result } from '../../../../shared/result';
import { momentToClockTime } from '../../../../shared/time';
import { call } from '../../../bridge/client';
import type { HeldFacts } from '../../../session/saidFacts';

/** Tells the journal one fact after the other, up to the first it does not take. */
export async function sendFacts(
  id: EntryId,
  { star, title, tags, moment, about }: HeldFacts,
): Promise<Result<HeldFacts, Failure>> {
  if (star !== undefined) {
    const reply = await call('entries.setStar', { id, star });
    if (!reply.ok) return reply;
  }
  if (title !== undefined) {
    const reply = await call('entries.setTitle', { id, title });
    if (!reply.ok) return reply;
  }
  let kept: HeldFacts = { ...(star && { star }), ...(title !== undefined && { title }) };
  if (tags !== undefined) {
    const reply = await call('entries.setTags', { id, tags });
    if (!reply.ok) return reply;
    kept = { ...kept, tags: reply.value.tags };
  }
  if (moment) {
    const { day, zone } = moment;
    const reply = await call('entries.setMoment', { id, day, clock: momentToClockTime(moment), zone });
    if (!reply.ok) return reply;
    kept = { ...kept, moment: reply.value };
  }
  if (about) {
    const reply = await call('sessions.setEntry', { id: about, entryId: id });
    // The session may have been removed while this was written: then there is nothing to tie it to.
    if (!reply.ok && reply.error.type !== 'NotFound') return reply;
  }
  return ok(kept);
}
