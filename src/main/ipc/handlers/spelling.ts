import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const spellingHandlers = (
  journal: () => Journal,
): Handlers<'spelling.words' | 'spelling.add' | 'spelling.remove'> => ({
  'spelling.words': () => journal().spelling.words(),
  'spelling.add': (input) => journal().spelling.add(input),
  'spelling.remove': (input) => journal().spelling.remove(input),
});
