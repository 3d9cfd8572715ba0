import { assert } from '../../../shared/assert';
import { findSpanTrouble, type Span, type SpanKind, type SpanTrouble } from '../../../shared/domain/span';
import { err, ok } from '../../../shared/result';
import type { CivilDay } from '../../../shared/time';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import { prepareSpanReads, prepareSpanWrites } from './spanQueries';

export interface Spans {
  readonly answers: Journal['spans'];
  /** By the day they began. */
  readonly all: () => readonly Span[];
  readonly kindsOfDay: (day: CivilDay) => readonly SpanKind[];
}

const failureOf = {
  backwards: 'SpanBackwards',
  notBegun: 'DayInFuture',
  inside: 'SpanInside',
} as const satisfies Record<SpanTrouble['type'], string>;

/** Days on which something was different. */
export function createSpans({ db, now }: JournalContext): Spans {
  const reads = prepareSpanReads(db);
  const writes = prepareSpanWrites(db);
  return {
    answers: {
      list: () => ok({ spans: reads.listed.all({}) }),
      save: (draft) =>
        withStorageFailures(() =>
          transaction(db, () => {
            const { at, day } = now();
            const trouble = findSpanTrouble(draft, reads.all.all({}), day);
            if (trouble !== null) return err({ type: failureOf[trouble.type] });
            const { id, kind, name, firstDay, lastDay, note } = draft;
            const row = { id, kind, name, firstDay, lastDay, note, updatedAt: at };
            if (writes.update.run(row) === 0) writes.insert.run({ ...row, createdAt: at });
            const saved = reads.byId.get({ id });
            assert(saved !== undefined, 'a saved span is there');
            return ok(saved);
          }),
        ),
      remove: ({ id }) =>
        withStorageFailures(() =>
          transaction(db, () =>
            writes.remove.run({ id }) === 0 ? err({ type: 'NotFound' as const }) : ok(null),
          ),
        ),
      insert: (span) => {
        transaction(db, () => {
          writes.insert.run(span);
          return ok(null);
        });
      },
    },
    all: () => reads.all.all({}),
    kindsOfDay: (day) => reads.kindsOfDay.all({ day }),
  };
}
