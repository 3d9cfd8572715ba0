import { createJournal } from '../../src/main/journal/journal';
import { createSeededRandom } from '../../src/main/sample/seededRandom';
import { createDiary } from '../../src/shared/insights/diary';
import { computeCards, listFound } from '../../src/shared/insights/insightCards';
import { fillOrchard } from './fillOrchard';
import { bytesOf, createFakeClock, testKdf, testPassphrase } from './journalFixture';
import { must } from './must';
import { createOrchard, nothingIsTrue, orchardKinds } from './orchard';

/**
 * A made-up diary in a journal of its own, as somebody would have lived it for two years. In the week after them Insights was
 * looked at and nothing was called clear: a card that says more says so since. Answers with what opens it, and the first session of all.
 */
export async function writeOrchardJournal(folder: string, truth: 'clear' | 'null') {
  const clock = createFakeClock('2024-12-30T10:00:00Z', 'UTC');
  const random = createSeededRandom(1);
  const ports = { clock, randomBytes: random.bytes, kdf: testKdf };
  const journal = must(await createJournal(folder, bytesOf(testPassphrase), ports));
  fillOrchard(journal, truth === 'clear' ? createOrchard(1) : createOrchard(1, nothingIsTrue));
  const records = must(journal.insights.records());
  const cards = computeCards(createDiary(records, 'valence'), { kinds: orchardKinds, feelings: ['anger'] });
  const found = listFound(cards).map((one) => ({ ...one, verdict: 'UNCLEAR' as const }));
  must(journal.insights.judge({ found }));
  journal.close();
  return { passphrase: testPassphrase, firstSession: records.sessions[0]?.id ?? '' };
}
