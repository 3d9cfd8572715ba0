import type { HistoryChannel } from '../../../shared/ipc/channels';
import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const historyHandlers = (journal: () => Journal): Handlers<HistoryChannel> => ({
  'history.outline': (input) => journal().history.outline(input),
  'history.window': (input) => journal().history.window(input),
  'history.between': (input) => journal().history.between(input),
  'history.choices': () => journal().history.choices(),
  'history.sums': (input) => journal().history.sums(input),
  'sessions.putBack': (input) => journal().sessions.putBack(input),
});
