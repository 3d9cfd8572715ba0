import type { InsightsChannel } from '../../../shared/ipc/channels';
import type { Handlers } from '../../../shared/ipc/contract';
import { ok } from '../../../shared/result';
import type { Journal } from '../../journal/journal';

export const insightsHandlers = (journal: () => Journal): Handlers<InsightsChannel> => ({
  'insights.version': () => journal().insights.version(),
  'insights.records': () => {
    const read = journal().insights.records();
    return read.ok ? ok({ records: new TextEncoder().encode(JSON.stringify(read.value)) }) : read;
  },
  'insights.standings': () => journal().insights.standings(),
  'insights.judge': (input) => journal().insights.judge(input),
  'insights.setCardShown': (input) => journal().insights.setCardShown(input),
});
