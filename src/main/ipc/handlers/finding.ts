import type { FindingChannel } from '../../../shared/ipc/channels';
import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const findingHandlers = (journal: () => Journal): Handlers<FindingChannel> => ({
  'entries.days': () => journal().timeline.days(),
  'entries.window': (input) => journal().timeline.window(input),
  'entries.onThisDay': (input) => journal().timeline.onThisDay(input),
  'searches.choices': () => journal().savedSearches.choices(),
  'searches.list': () => journal().savedSearches.list(),
  'searches.save': (input) => journal().savedSearches.save(input),
  'searches.remove': (input) => journal().savedSearches.remove(input),
});
