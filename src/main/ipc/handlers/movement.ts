import type { MovementChannel } from '../../../shared/ipc/channels';
import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const movementHandlers = (
  journal: () => Journal,
): Handlers<
  | 'sessions.list'
  | 'sessions.save'
  | 'sessions.remove'
  | 'outing.begin'
  | 'outing.finish'
  | 'outing.cancel'
  | MovementChannel
> => ({
  'sessions.list': (input) => journal().sessions.list(input),
  'sessions.save': (input) => journal().sessions.save(input),
  'sessions.remove': (input) => journal().sessions.remove(input),
  'sessions.overlapping': (input) => journal().sessions.overlapping(input),
  'sessions.habits': () => journal().sessions.habits(),
  'sessions.entries': (input) => journal().sessions.entries(input),
  'sessions.ofEntry': (input) => journal().sessions.ofEntry(input),
  'sessions.setEntry': (input) => journal().sessions.setEntry(input),
  'kinds.list': () => journal().kinds.list(),
  'kinds.save': (input) => journal().kinds.save(input),
  'kinds.arrange': (input) => journal().kinds.arrange(input),
  'kinds.remove': (input) => journal().kinds.remove(input),
  'outing.begin': (input) => journal().outing.begin(input),
  'outing.finish': (input) => journal().outing.finish(input),
  'outing.cancel': () => journal().outing.cancel(),
});
