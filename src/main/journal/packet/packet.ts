import { noSessionFilters } from '../../../shared/domain/movementHistory';
import type { CheckIn } from '../../../shared/domain/mood';
import type { Entry } from '../../../shared/domain/entry';
import { spansWithin } from '../../../shared/domain/span';
import type { EntryId } from '../../../shared/id';
import { mostPacketEntries } from '../../../shared/packet/packetRecords';
import { err, ok } from '../../../shared/result';
import type { CivilDay } from '../../../shared/time';
import { prepareColumn, prepareRead } from '../database/handles';
import type { CheckIns } from '../moods/checkIns';
import type { Entries } from '../entries/entries';
import type { History } from '../movement/history';
import type { Spans } from '../spans/spans';
import type { Answer } from '../journalFacade';
import type { JournalContext } from '../journalContext';

/** Characters of stored documents: about four thousand pages. */
const mostCharacters = 30_000_000;

/** As many as one answer of the list holds. */
const checkInsAtOnce = 200;

interface Between {
  readonly from: CivilDay;
  readonly to: CivilDay;
  readonly [name: string]: string;
}

const between = 'FROM entries WHERE binned_at IS NULL AND day BETWEEN @from AND @to';

/** What was written and noted on some days, to choose from it for somebody. */
export function createPacket(
  { db }: Pick<JournalContext, 'db'>,
  parts: {
    readonly entries: Pick<Entries, 'read'>;
    readonly checkIns: CheckIns;
    readonly history: Pick<History, 'between'>;
    readonly spans: Pick<Spans, 'all'>;
  },
): { readonly read: Answer<'packet.read'> } {
  const size = prepareRead<Between, { readonly entries: number; readonly characters: number }>(
    db,
    `SELECT count(*) AS entries, coalesce(sum(length(document)), 0) AS characters ${between}`,
  );
  const ids = prepareColumn<Between, EntryId>(db, `SELECT id ${between} ORDER BY day, at, id`);

  function readEntries(days: Between): readonly Entry[] {
    return ids.all(days).flatMap((id) => {
      const read = parts.entries.read({ id });
      return read.ok ? [read.value] : [];
    });
  }

  function readCheckIns({ from, to }: Between): readonly CheckIn[] {
    const found: CheckIn[] = [];
    for (let hasMore = true; hasMore;) {
      const olderThan = found.at(-1) ?? null;
      const page = parts.checkIns.answers.list({
        from,
        to,
        olderThan: olderThan && { day: olderThan.day, at: olderThan.at, id: olderThan.id },
        limit: checkInsAtOnce,
      });
      if (!page.ok) break;
      found.push(...page.value.checkIns);
      ({ hasMore } = page.value);
    }
    return found.toReversed();
  }

  return {
    read: ({ from, to }) => {
      const days = { from, to };
      const { entries = 0, characters = 0 } = size.get(days) ?? {};
      if (entries > mostPacketEntries || characters > mostCharacters) return err({ type: 'PacketTooLong' });
      const moved = parts.history.between({ filters: noSessionFilters, first: from, last: to });
      return ok({
        entries: readEntries(days),
        checkIns: readCheckIns(days),
        sessions: moved.ok ? moved.value.sessions : [],
        spans: spansWithin(parts.spans.all(), days),
      });
    },
  };
}
