import { noSessionFilters } from '../../../shared/domain/movementHistory';
import type { CivilDay } from '../../../shared/time';
import type { EntryId } from '../../../shared/id';
import { setInsightsPlace } from '../../session/insightsPlaceStore';
import { setJournalPlace } from '../../session/journalPlaceStore';
import { setMovementPlace } from '../../session/movementPlaceStore';
import { useSession } from '../../session/sessionStore';
import { pageBox } from './useReturn';

/** A day or an entry that a row or a dot leads to, and the room that has what it rests on. */
export type Opening =
  | {
      readonly day: CivilDay;
      /** `lived`: what was done and felt, in the month of the Movement room. `written`: the pages, where there is no more. */
      readonly holds: 'lived' | 'written';
    }
  | { readonly day: CivilDay; readonly holds: 'entry'; readonly entryId: EntryId };

/** Shows it whole, whatever its room was kept to before. */
export function openDay(opening: Opening): void {
  const { openView } = useSession.getState();
  const { day, holds } = opening;
  setInsightsPlace({ leftAt: pageBox()?.scrollTop ?? null });
  if (holds === 'entry') {
    openView({ room: 'write', entryId: opening.entryId, promptId: null });
    return;
  }
  if (holds === 'written') {
    setJournalPlace({ part: 'calendar', day, top: null });
    openView({ room: 'journal' });
    return;
  }
  setMovementPlace({ part: 'month', filters: noSessionFilters, day, top: null, isDayWanted: true });
  openView({ room: 'movement' });
}
