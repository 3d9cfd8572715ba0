import type { InsightsChannel } from '../../../shared/ipc/channels';
import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const insightsHandlers = (journal: () => Journal): Handlers<InsightsChannel> => ({
  'insights.read': (input) => journal().insights.read(input),
  'insights.records': () => journal().insights.records(),
  'insights.standings': () => journal().insights.standings(),
  'insights.judge': (input) => journal().insights.judge(input),
  'insights.setCardShown': (input) => journal().insights.setCardShown(input),
});
