import { arrangeFeelings } from '../../shared/domain/feeling';
import { stopToValence, valenceToStop, type MoodStop } from '../../shared/domain/mood';
import type { Journal } from '../journal/journal';
import { ownWords } from './sampleFelt';
import type { SeededRandom } from './seededRandom';

const neighbour: Readonly<Record<MoodStop, MoodStop>> = { 1: 2, 2: 3, 3: 4, 4: 3, 5: 4, 6: 5, 7: 6 };
const hourMs = 3_600_000;

/** The person's own words among those to choose, and a check-in now and then that first said something else. */
export function fillSampleSayings(journal: Journal, random: SeededRandom): void {
  const own = ownWords.map((feeling) => ({ feeling, isShown: true }));
  journal.feelings.save({ feelings: [...arrangeFeelings([]), ...own] });
  for (const checkIn of journal.everything.checkIns()) {
    if (checkIn.role !== 'moment' || !random.chance(0.015)) continue;
    const { id, role: _role, sessionId: _session, isRemembered: _remembered, ...said } = checkIn;
    const valence = stopToValence(neighbour[valenceToStop(checkIn.valence)]);
    journal.checkIns.insertVersion({
      ...said,
      checkInId: id,
      valence,
      note: null,
      changedAt: checkIn.at + random.between(1, 5) * hourMs,
    });
  }
}
