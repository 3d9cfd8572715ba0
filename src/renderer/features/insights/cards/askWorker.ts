import { trustedWorker } from '../../../ui/trustedWorker';
import type { InsightsAnswer, InsightsQuestion } from './insightsMessages';
// oxlint-disable-next-line import/default -- the build makes it of `?worker&url`
import workerAddress from './insightsWorker?worker&url';

const startWorker = trustedWorker(workerAddress, 'footnote-insights');

let worker: Worker | undefined;
let lastId = 0;
interface Waiting {
  readonly resolve: (answer: InsightsAnswer) => void;
  readonly reject: (reason: Error) => void;
}
const waiting = new Map<number, Waiting>();

function theWorker(): Worker {
  if (worker !== undefined) return worker;
  const started = startWorker('Footnote insights');
  started.addEventListener('message', ({ data }: MessageEvent<InsightsAnswer>) => {
    waiting.get(data.id)?.resolve(data);
    waiting.delete(data.id);
  });
  worker = started;
  return started;
}

/** Makes every comparison in a thread of its own, so that typing never waits for it. */
export const askWorker = async (question: Omit<InsightsQuestion, 'id'>): Promise<InsightsAnswer> =>
  new Promise((resolve, reject) => {
    lastId += 1;
    waiting.set(lastId, { resolve, reject });
    theWorker().postMessage({ id: lastId, ...question } satisfies InsightsQuestion, []);
  });

/** Ends the thread, and with it everything it was given; who still waits may ask again. */
export function endInsightsWorker(): void {
  worker?.terminate();
  worker = undefined;
  for (const { reject } of waiting.values()) reject(new Error('the room was left'));
  waiting.clear();
}
