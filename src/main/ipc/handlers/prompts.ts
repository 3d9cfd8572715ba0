import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const promptsHandlers = (
  journal: () => Journal,
): Handlers<'prompts.offer' | 'prompts.respond' | 'prompts.answers'> => ({
  'prompts.offer': () => journal().prompts.offer(),
  'prompts.respond': (input) => journal().prompts.respond(input),
  'prompts.answers': (input) => journal().prompts.answers(input),
});
