import { createOwnStepId, createRitualId, createRitualReturnId, createStepTakenId } from '../../shared/id';
import { shippedStep } from '../../shared/steps/stepLibrary';
import { addDays, type CivilDay, type Moment } from '../../shared/time';
import type { Journal } from '../journal/journal';
import { createDayClock } from './sampleClock';
import { sampleContent } from './sampleContent';
import type { SeededRandom } from './seededRandom';

interface Rituals {
  readonly journal: Journal;
  readonly random: SeededRandom;
  readonly today: CivilDay;
  /** IANA zone the imagined person lives in. */
  readonly zone: string;
  readonly until: 'yesterday' | 'today';
  readonly isTooLate: (moment: Moment) => boolean;
}

/** Since when there are rituals in the imagined life. */
const daysOfRituals = 90;
/** One that was put away was noted until then. */
const putAwayDaysAgo = 12;

/** What the imagined person returns to, and the small steps they took. */
export function fillSampleRituals(parts: Rituals): void {
  for (const [place, ritual] of sampleContent.rituals.entries()) fillRitual(ritual, place, parts);
  fillSteps(parts);
}

function fillRitual(
  { name, share, from, to, isPutAway }: (typeof sampleContent.rituals)[number],
  place: number,
  { journal, random, today, zone, until, isTooLate }: Rituals,
): void {
  const { at: createdAt } = createDayClock(addDays(today, -daysOfRituals), zone)(1200 + place);
  const { at: putAwayAt } = createDayClock(addDays(today, -putAwayDaysAgo), zone)(1230);
  const id = createRitualId(createdAt, random.bytes);
  journal.rituals.insert({
    id,
    name,
    place,
    putAwayAt: isPutAway ? putAwayAt : null,
    createdAt,
    updatedAt: isPutAway ? putAwayAt : createdAt,
  });
  const lastNoted = until === 'today' ? 0 : 1;
  const last = isPutAway ? putAwayDaysAgo + 1 : lastNoted;
  for (let daysAgo = daysOfRituals - 1; daysAgo >= last; daysAgo -= 1) {
    const isNoted = random.chance(share);
    const moment = createDayClock(addDays(today, -daysAgo), zone)(random.between(from, to));
    if (!isNoted || isTooLate(moment)) continue;
    journal.rituals.insertReturn({
      id: createRitualReturnId(moment.at, random.bytes),
      ritualId: id,
      ...moment,
    });
  }
}

function fillSteps({ journal, random, today, zone }: Rituals): void {
  for (const text of sampleContent.steps.own) {
    const { at } = createDayClock(addDays(today, -40), zone)(1215);
    journal.steps.insertOwn({ id: createOwnStepId(at, random.bytes), text, createdAt: at, updatedAt: at });
  }
  for (const { step, daysAgo } of sampleContent.steps.taken) {
    const taken = shippedStep(step);
    if (taken === undefined) continue;
    const moment = createDayClock(addDays(today, -daysAgo), zone)(random.between(480, 1200));
    const id = createStepTakenId(moment.at, random.bytes);
    journal.steps.insertTaken({ id, stepId: taken.id, text: taken.text, ...moment });
  }
}
