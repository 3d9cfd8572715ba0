import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const entriesHandlers = (
  journal: () => Journal,
): Handlers<
  | 'entries.list'
  | 'entries.read'
  | 'entries.save'
  | 'entries.moveToBin'
  | 'entries.restore'
  | 'entries.search'
> => ({
  'entries.list': (input) => journal().entries.list(input),
  'entries.read': (input) => journal().entries.read(input),
  'entries.save': (input) => journal().entries.save(input),
  'entries.moveToBin': (input) => journal().entries.moveToBin(input),
  'entries.restore': (input) => journal().entries.restore(input),
  'entries.search': (input) => journal().entries.search(input),
});
