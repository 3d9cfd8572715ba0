import { read } from '../../../bridge/queries';
import { trustedWorker } from '../../../ui/trustedWorker';
import type {
  FromInsightsWorker,
  InsightsAnswers,
  InsightsQuestion,
  ToInsightsWorker,
} from './insightsMessages';
// oxlint-disable-next-line import/default -- the build makes it of `?worker&url`
import workerAddress from './insightsWorker?worker&url';

const startWorker = trustedWorker(workerAddress, 'footnote-insights');

interface Waiting {
  readonly resolve: (answer: Uint8Array) => void;
  readonly reject: (reason: unknown) => void;
}

interface Running {
  readonly worker: Worker;
  /** The version it was given the records of, or is about to be. */
  version: string | undefined;
  /** What has to be sent first is on its way. */
  ready: Promise<void>;
}

let running: Running | undefined;
let lastId = 0;
let isRoomOpen = false;
const waiting = new Map<number, Waiting>();

/** An answer that is read when somebody looks at it, once: taking in decades holds up the page for a moment. */
export type Answered<Kind extends InsightsQuestion['kind']> = () => InsightsAnswers[Kind];

/**
 * Makes every comparison in a thread of its own, so that typing never waits for it. What is asked of one `version` of the
 * journal is answered from one reading of its records, for as long as the thread runs.
 */
export async function askWorker<Kind extends InsightsQuestion['kind']>(
  version: string,
  question: InsightsQuestion & { readonly kind: Kind },
): Promise<Answered<Kind>> {
  const asked = running ?? start();
  const isNew = asked.version !== version;
  asked.version = version;
  lastId += 1;
  const id = lastId;
  const answer = new Promise<Uint8Array>((resolve, reject) => {
    waiting.set(id, { resolve, reject });
  });
  asked.ready = send(asked, { id, version, question }, isNew ? read('insights.records', {}) : null);
  return lazily<Kind>(await answer);
}

/** In the order of asking: what a version is asked first brings its records. */
async function send(
  { worker, ready }: Running,
  message: Omit<ToInsightsWorker, 'records'>,
  reading: Promise<{ readonly records: Uint8Array }> | null,
): Promise<void> {
  try {
    await ready;
    const records = (await reading)?.records ?? null;
    const sent: ToInsightsWorker = { ...message, records };
    worker.postMessage(sent, records === null ? [] : [records.buffer]);
  } catch (reason) {
    fail(worker, reason);
  }
}

function start(): Running {
  const worker = startWorker('Footnote insights');
  const started: Running = { worker, version: undefined, ready: Promise.resolve() };
  worker.addEventListener('message', ({ data }: MessageEvent<FromInsightsWorker>) => {
    waiting.get(data.id)?.resolve(data.answer);
    waiting.delete(data.id);
    endIfIdle();
  });
  worker.addEventListener('error', () => fail(worker, new Error('the comparisons broke off')));
  running = started;
  return started;
}

function lazily<Kind extends InsightsQuestion['kind']>(bytes: Uint8Array): Answered<Kind> {
  let taken: { readonly answer: InsightsAnswers[Kind] } | undefined;
  return () => {
    // Our own worker's answer, of the type the question has.
    taken ??= { answer: JSON.parse(new TextDecoder().decode(bytes)) as InsightsAnswers[Kind] };
    return taken.answer;
  };
}

/** Whoever waits hears of it and may ask again, of another thread. */
function fail(worker: Worker, reason: unknown): void {
  if (running?.worker !== worker) return;
  end(worker);
  for (const { reject } of waiting.values()) reject(reason);
  waiting.clear();
}

function end(worker: Worker): void {
  worker.terminate();
  running = undefined;
}

/** With the thread go the records it was given. */
function endIfIdle(): void {
  if (!isRoomOpen && waiting.size === 0 && running !== undefined) end(running.worker);
}

/** While the room is open its thread waits for the next question; a question under way when it is left is still answered. */
export function keepWorkerWhileOpen(): () => void {
  isRoomOpen = true;
  return () => {
    isRoomOpen = false;
    endIfIdle();
  };
}
