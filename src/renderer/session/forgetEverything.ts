import { queryClient } from '../bridge/queries';
import { forgetInsightsPlace } from './insightsPlaceStore';
import { forgetJournalPlace } from './journalPlaceStore';
import { forgetMovementPlace } from './movementPlaceStore';
import { forgetTransfers } from './transferStore';
import { hideToast } from './toastStore';
import { forgetSession } from './sessionStore';

/**
 * Empties every place in the page that may hold words of the journal. Main replaces the page at a lock as well;
 * this is for the moment before, and for a keeper that went away by itself, of which `notice` tells at the door.
 */
export function forgetEverything(notice: string | null = null): void {
  hideToast();
  forgetSession(notice);
  forgetJournalPlace();
  forgetMovementPlace();
  forgetInsightsPlace();
  forgetTransfers();
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'app' });
  queryClient.getMutationCache().clear();
  // Which journal was open last is main's to know and has changed.
  void queryClient.invalidateQueries({ queryKey: ['app'] });
}
