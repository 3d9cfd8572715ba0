import { createDiary } from '../../../../shared/insights/diary';
import { computeCards, cutDiary } from '../../../../shared/insights/insightCards';
import type { InsightsAnswer, InsightsQuestion } from './insightsMessages';

function answer({ id, records, order, outcome, range }: InsightsQuestion): InsightsAnswer {
  const diary = createDiary(records, outcome);
  const all = computeCards(diary, order);
  return { id, all, shown: range === null ? all : computeCards(cutDiary(diary, range), order) };
}

addEventListener('message', ({ data }: MessageEvent<InsightsQuestion>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  postMessage(answer(data));
});
