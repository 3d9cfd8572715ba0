import type { SpanChannel } from '../../../shared/ipc/channels';
import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const spansHandlers = (journal: () => Journal): Handlers<SpanChannel> => ({
  'spans.list': () => journal().spans.list(),
  'spans.save': (input) => journal().spans.save(input),
  'spans.remove': (input) => journal().spans.remove(input),
});
