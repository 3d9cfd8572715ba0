import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const movementHandlers = (
  journal: () => Journal,
): Handlers<
  'sessions.list' | 'sessions.save' | 'sessions.remove' | 'outing.begin' | 'outing.finish' | 'outing.cancel'
> => ({
  'sessions.list': (input) => journal().sessions.list(input),
  'sessions.save': (input) => journal().sessions.save(input),
  'sessions.remove': (input) => journal().sessions.remove(input),
  'outing.begin': (input) => journal().outing.begin(input),
  'outing.finish': (input) => journal().outing.finish(input),
  'outing.cancel': () => journal().outing.cancel(),
});
