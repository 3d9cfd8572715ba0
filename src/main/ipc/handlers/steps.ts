import type { StepChannel } from '../../../shared/ipc/channels';
import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const stepsHandlers = (journal: () => Journal): Handlers<StepChannel> => ({
  'steps.read': () => journal().steps.read(),
  'steps.saveOwn': (input) => journal().steps.saveOwn(input),
  'steps.removeOwn': (input) => journal().steps.removeOwn(input),
  'steps.choose': (input) => journal().steps.choose(input),
  'steps.note': (input) => journal().steps.note(input),
  'steps.takeBack': (input) => journal().steps.takeBack(input),
});
