import type { CheckInChannel } from '../../../shared/ipc/channels';
import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const checkInsHandlers = (journal: () => Journal): Handlers<CheckInChannel> => ({
  'checkIns.save': (input) => journal().checkIns.save(input),
  'checkIns.remove': (input) => journal().checkIns.remove(input),
  'checkIns.read': (input) => journal().checkIns.read(input),
  'checkIns.putBack': (input) => journal().checkIns.putBack(input),
  'checkIns.list': (input) => journal().checkIns.list(input),
  'feelings.list': () => journal().feelings.list(),
  'feelings.save': (input) => journal().feelings.save(input),
});
