import { createDiary } from '../../../../shared/insights/diary';
import { computeCards, cutDiary, withAllYears } from '../../../../shared/insights/insightCards';
import type { InsightsAnswer, InsightsQuestion } from './insightsMessages';

function answer({ id, records, order, outcome, range }: InsightsQuestion): InsightsAnswer {
  const diary = createDiary(records, outcome);
  const all = computeCards(diary, order);
  if (range === null) return { id, all, shown: all };
  return { id, all, shown: withAllYears(computeCards(cutDiary(diary, range), order), all) };
}

addEventListener('message', ({ data }: MessageEvent<InsightsQuestion>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  postMessage(answer(data));
});
