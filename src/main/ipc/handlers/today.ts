import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const todayHandlers = (journal: () => Journal): Handlers<'today.read'> => ({
  'today.read': () => journal().today.read(),
});
