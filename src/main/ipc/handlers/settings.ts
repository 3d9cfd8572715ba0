import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const settingsHandlers = (journal: () => Journal): Handlers<'settings.read' | 'settings.save'> => ({
  'settings.read': () => journal().settings.read(),
  'settings.save': (input) => journal().settings.save(input),
});
