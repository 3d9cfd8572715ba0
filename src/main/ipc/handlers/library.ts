import type { LibraryChannel } from '../../../shared/ipc/channels';
import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const libraryHandlers = (journal: () => Journal): Handlers<LibraryChannel> => ({
  'prompts.offer': () => journal().prompts.offer(),
  'prompts.respond': (input) => journal().prompts.respond(input),
  'prompts.answers': (input) => journal().prompts.answers(input),
  'prompts.shelf': () => journal().prompts.shelf(),
  'prompts.saveOwn': (input) => journal().prompts.saveOwn(input),
  'prompts.removeOwn': (input) => journal().prompts.removeOwn(input),
  'prompts.setShown': (input) => journal().prompts.setShown(input),
  'keepsakes.list': () => journal().keepsakes.list(),
  'keepsakes.save': (input) => journal().keepsakes.save(input),
  'keepsakes.remove': (input) => journal().keepsakes.remove(input),
  'keepsakes.ofToday': () => journal().keepsakes.ofToday(),
  'hardDay.read': () => journal().hardDay.read(),
  'hardDay.save': (input) => journal().hardDay.save(input),
});
