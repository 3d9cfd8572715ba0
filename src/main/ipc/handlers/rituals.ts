import type { RitualChannel } from '../../../shared/ipc/channels';
import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const ritualsHandlers = (journal: () => Journal): Handlers<RitualChannel> => ({
  'rituals.list': () => journal().rituals.list(),
  'rituals.trail': (input) => journal().rituals.trail(input),
  'rituals.save': (input) => journal().rituals.save(input),
  'rituals.order': (input) => journal().rituals.order(input),
  'rituals.setOffered': (input) => journal().rituals.setOffered(input),
  'rituals.remove': (input) => journal().rituals.remove(input),
  'rituals.putBack': (input) => journal().rituals.putBack(input),
  'rituals.note': (input) => journal().rituals.note(input),
  'rituals.takeBack': (input) => journal().rituals.takeBack(input),
});
