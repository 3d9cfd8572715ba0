import type { DiaryRecords, Outcome } from '../../../../shared/domain/insights';
import { createDiary, type Diary } from '../../../../shared/insights/diary';
import {
  computeCards,
  cutDiary,
  listFound,
  withAllYears,
  type InsightCards,
} from '../../../../shared/insights/insightCards';
import { readDays } from '../../../../shared/insights/readDays';
import type {
  FromInsightsWorker,
  InsightsAnswers,
  InsightsQuestion,
  ToInsightsWorker,
} from './insightsMessages';

/** The records of one version, and what was made of all of them. */
interface Held {
  readonly version: string;
  readonly records: DiaryRecords;
  readonly diaries: Map<Outcome, Diary>;
  readonly overAll: Map<string, InsightCards>;
}

let held: Held | undefined;

function hold(version: string, records: Uint8Array | null): Held {
  if (records !== null) {
    // The keeper's own answer, checked there; the page hands it on unread.
    const read = JSON.parse(new TextDecoder().decode(records)) as DiaryRecords;
    held = { version, records: read, diaries: new Map(), overAll: new Map() };
  }
  if (held?.version !== version) throw new Error('these records did not come');
  return held;
}

function once<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function answer(
  { records, diaries, overAll }: Held,
  question: InsightsQuestion,
): InsightsAnswers[InsightsQuestion['kind']] {
  const { kind, outcome, range } = question;
  if (kind === 'days') return readDays(records, range, outcome);
  const { order } = question;
  const diary = once(diaries, outcome, () => createDiary(records, outcome));
  const all = once(overAll, JSON.stringify([outcome, order]), () => computeCards(diary, order));
  const cards = range === null ? all : withAllYears(computeCards(cutDiary(diary, range), order), all);
  return { cards, found: listFound(all) };
}

addEventListener('message', ({ data }: MessageEvent<ToInsightsWorker>) => {
  const bytes = new TextEncoder().encode(
    JSON.stringify(answer(hold(data.version, data.records), data.question)),
  );
  postMessage({ id: data.id, answer: bytes } satisfies FromInsightsWorker, { transfer: [bytes.buffer] });
});
