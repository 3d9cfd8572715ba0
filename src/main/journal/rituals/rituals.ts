import { assert } from '../../../shared/assert';
import type { Ritual, RitualReturn } from '../../../shared/domain/ritual';
import type { RitualId } from '../../../shared/id';
import { err, ok } from '../../../shared/result';
import { addDays } from '../../../shared/time';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import { prepareRitualReads, prepareRitualWrites } from './ritualQueries';

export interface Rituals {
  readonly answers: Journal['rituals'];
  /** In the person's order. */
  readonly all: () => readonly Ritual[];
  /** Oldest first. */
  readonly allReturns: () => readonly RitualReturn[];
}

/** What a person returns to, and when they did. Nothing here counts, and a day without one is no record. */
export function createRituals({ db, clock, now }: JournalContext): Rituals {
  const reads = prepareRitualReads(db);
  const writes = prepareRitualWrites(db);
  const all = (): readonly Ritual[] => reads.all.all({});
  const stored = (id: RitualId): Ritual => {
    const ritual = reads.byId.get({ id });
    assert(ritual !== undefined, 'a ritual that was written is there');
    return ritual;
  };

  return {
    answers: {
      list: () => ok({ rituals: all() }),
      trail: ({ days }) => {
        const { day: today } = now();
        return ok({
          today,
          days: reads.daysReturned.all({ from: addDays(today, 1 - days), to: today }),
          returns: reads.returnsOfDay.all({ day: today }),
        });
      },
      save: ({ id, name }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            const draft = { id, name, now: clock.now() };
            if (writes.rename.run(draft) === 0) writes.addLast.run(draft);
            return ok(stored(id));
          }),
        ),
      order: ({ ids }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            const known = all().map(({ id }) => id);
            const named = new Set(ids);
            const inOrder = [
              ...[...named].filter((id) => known.includes(id)),
              ...known.filter((id) => !named.has(id)),
            ];
            for (const [place, id] of inOrder.entries()) writes.setPlace.run({ id, place });
            return ok(null);
          }),
        ),
      setOffered: ({ id, state }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            const ritual = reads.byId.get({ id });
            if (ritual === undefined) return err({ type: 'NotFound' as const });
            const at = clock.now();
            const putAwayAt = state === 'offered' ? null : (ritual.putAwayAt ?? at);
            if (putAwayAt !== ritual.putAwayAt) writes.setPutAway.run({ id, putAwayAt, now: at });
            return ok(stored(id));
          }),
        ),
      remove: ({ id }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            const ritual = reads.byId.get({ id });
            if (ritual === undefined) return err({ type: 'NotFound' as const });
            const returns = reads.returnsOf.all({ ritualId: id }).map(({ ritualId: _ritual, ...one }) => one);
            writes.removeReturnsOf.run({ id });
            writes.remove.run({ id });
            return ok({ ritual, returns });
          }),
        ),
      putBack: ({ ritual, returns }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            writes.insert.run(ritual);
            for (const one of returns) writes.insertReturn.run({ ...one, ritualId: ritual.id });
            return ok(null);
          }),
        ),
      note: ({ id, ritualId }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            if (reads.byId.get({ id: ritualId }) === undefined) return err({ type: 'NotFound' as const });
            writes.insertReturn.run({ id, ritualId, ...now() });
            const noted = reads.returnById.get({ id });
            assert(noted !== undefined, 'a noted return is there');
            return ok(noted);
          }),
        ),
      takeBack: ({ id }) =>
        withStorageFailures(() =>
          transaction(db, () =>
            writes.removeReturn.run({ id }) === 0 ? err({ type: 'NotFound' as const }) : ok(null),
          ),
        ),
      insert: (ritual) => {
        transaction(db, () => {
          writes.insert.run(ritual);
          return ok(null);
        });
      },
      insertReturn: (one) => {
        transaction(db, () => {
          writes.insertReturn.run(one);
          return ok(null);
        });
      },
    },
    all,
    allReturns: () => reads.allReturns.all({}),
  };
}
