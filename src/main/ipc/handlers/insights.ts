import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const insightsHandlers = (journal: () => Journal): Handlers<'insights.read'> => ({
  'insights.read': (input) => journal().insights.read(input),
});
