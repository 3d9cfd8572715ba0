import type { EntryName } from '../../shared/domain/entry';
import type { EntryId } from '../../shared/id';
import { instantToMoment } from '../../shared/time';
import { useSessionEntries } from '../bridge/movementQueries';
import { useSettings } from '../bridge/queries';

interface AboutWhat {
  /** When the session begins, in milliseconds since 1970-01-01T00:00Z; null while that is unclear. */
  readonly startedAt: number | null;
  readonly zone: string;
  /** What is tied to it already. */
  readonly entryId: EntryId | null;
}

/** Entries of the day a session is on, and the one tied to it wherever that is; none that is in the bin. */
export function useEntriesAbout({ startedAt, zone, entryId }: AboutWhat): readonly EntryName[] {
  const boundaryHour = useSettings().data?.dayBoundaryHour ?? 0;
  const day = startedAt === null ? null : instantToMoment(startedAt, zone, boundaryHour).day;
  return useSessionEntries(day, entryId).data?.entries ?? [];
}
