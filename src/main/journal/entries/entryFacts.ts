import { documentToOwnText } from '../../../shared/document/plainText';
import type { EntryId } from '../../../shared/id';
import { err, ok } from '../../../shared/result';
import { dayAndClockToMoment, momentToClockTime } from '../../../shared/time';
import { prepareWrite } from '../database/handles';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import type { LateIndex } from '../search/lateIndex';
import type { Tags } from '../tags/tags';
import { prepareEntryReads } from './entryQueries';
import { textToDocument } from './storedDocument';
import { textToShown } from './textToShown';

type OfEntry = { readonly id: EntryId };

/** What a person says about an entry beside its text. */
export function createEntryFacts(
  { db, clock, now }: JournalContext,
  tags: Tags,
  index: Pick<LateIndex, 'note'>,
  boundaryHour: () => number,
): Journal['entryFacts'] {
  const reads = prepareEntryReads(db);
  // A second star keeps the time of the first.
  const star = prepareWrite<OfEntry & { readonly at: number }>(
    db,
    'UPDATE entries SET starred_at = coalesce(starred_at, @at) WHERE id = @id',
  );
  const unstar = prepareWrite<OfEntry>(db, 'UPDATE entries SET starred_at = NULL WHERE id = @id');
  const setTitle = prepareWrite<
    OfEntry & { readonly given: string | null; readonly title: string; readonly excerpt: string }
  >(db, 'UPDATE entries SET given_title = @given, title = @title, excerpt = @excerpt WHERE id = @id');
  const setMoment = prepareWrite<
    OfEntry & {
      readonly at: number;
      readonly zone: string;
      readonly offsetMinutes: number;
      readonly day: string;
    }
  >(
    db,
    'UPDATE entries SET at = @at, zone = @zone, offset_minutes = @offsetMinutes, day = @day WHERE id = @id',
  );

  return {
    setTags: ({ id, tags: names }) =>
      withStorageFailures(() =>
        transaction(db, () => {
          const row = reads.rowOf.get({ id });
          if (row === undefined) return err({ type: 'NotFound' as const });
          tags.setOf(row, names);
          return ok({ tags: tags.of(row) });
        }),
      ),
    setStar: ({ id, star: wanted }) =>
      withStorageFailures(() =>
        transaction(db, () => {
          const changed = wanted === 'on' ? star.run({ id, at: clock.now() }) : unstar.run({ id });
          return changed === 0 ? err({ type: 'NotFound' as const }) : ok(null);
        }),
      ),
    setTitle: ({ id, title: given }) =>
      withStorageFailures(() =>
        transaction(db, () => {
          const existing = reads.byId.get({ id });
          if (existing === undefined) return err({ type: 'NotFound' as const });
          const document = textToDocument(existing.document);
          setTitle.run({ id, given, ...textToShown(documentToOwnText(document), given) });
          if (existing.binnedAt === null) index.note(existing.row);
          return ok(null);
        }),
      ),
    setMoment: ({ id, day, clock: time, zone }) =>
      withStorageFailures(() =>
        transaction(db, () => {
          const existing = reads.byId.get({ id });
          if (existing === undefined) return err({ type: 'NotFound' as const });
          const { at, offsetMinutes } = existing;
          // Saying again what is there changes nothing: not the seconds, nor which of two equal hours it was.
          if (existing.day === day && existing.zone === zone && momentToClockTime(existing) === time)
            return ok({ at, zone, offsetMinutes, day });
          if (day > now().day) return err({ type: 'DayInFuture' as const });
          const moment = dayAndClockToMoment(day, time, zone, boundaryHour());
          if (moment === null) return err({ type: 'ZoneUnknown' as const });
          setMoment.run({ id, ...moment });
          return ok(moment);
        }),
      ),
  };
}
