import type { TemplateChannel } from '../../../shared/ipc/channels';
import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const templatesHandlers = (journal: () => Journal): Handlers<TemplateChannel> => ({
  'templates.list': () => journal().templates.list(),
  'templates.save': (input) => journal().templates.save(input),
  'templates.remove': (input) => journal().templates.remove(input),
});
