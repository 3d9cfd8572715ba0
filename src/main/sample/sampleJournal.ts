import { documentToOwnText } from '../../shared/document/plainText';
import { createCheckInId, createEntryId, createSessionId } from '../../shared/id';
import { addDays, type CivilDay, type Moment } from '../../shared/time';
import type { Journal } from '../journal/journal';
import { createDayClock } from './sampleClock';
import { sampleContent } from './sampleContent';
import { writeSampleEntry } from './sampleEntry';
import { fillSampleFacts, type SampleText } from './sampleFacts';
import { createSampleFeeling, type SampleFeeling } from './sampleFelt';
import { liveDays, type LivedDay } from './sampleLife';
import { planSessions, type PlannedSession } from './sampleMovement';
import { fillSampleRituals } from './sampleRituals';
import { createSampleSentences, type SampleSentences } from './sampleSentences';
import { fillSampleSayings } from './sampleSayings';
import { sampleSessionFacts } from './sampleSessionFacts';
import { fillSampleShelf } from './sampleShelf';
import { fillSampleSpans } from './sampleSpans';
import { createSeededRandom, type SeededRandom } from './seededRandom';

export interface SampleRecipe {
  /** More than 0; parts of a year are fine. */
  readonly years: number;
  /** The same seed, years, day and zone give the same journal, down to the ids. */
  readonly seed: number;
  readonly today: CivilDay;
  /** IANA zone the imagined person lives in. */
  readonly zone: string;
  /**
   * Milliseconds since 1970: nothing is dated later, and today is filled up to then.
   * Without it the last day with records is yesterday.
   */
  readonly until?: number;
}

export interface SampleCounts {
  readonly entries: number;
  /** Of every role. */
  readonly checkIns: number;
  readonly sessions: number;
}

interface Writer {
  readonly journal: Journal;
  readonly random: SeededRandom;
  /** Of its own, so that what is said of a session changes nothing of the life around it. */
  readonly factsRandom: SeededRandom;
  readonly sentences: SampleSentences;
  /** What was added later, with chances of its own, so that everything else stays the life it was. */
  readonly asides: { readonly random: SeededRandom; readonly sentences: SampleSentences };
  readonly feeling: SampleFeeling;
  readonly isTooLate: (moment: Moment) => boolean;
  /** Of the entries written so far, oldest first. */
  readonly entries: SampleText[];
  readonly counted: { entries: number; checkIns: number; sessions: number };
}

/** Chances of 0 to 5 entries on a day that is written down at all. */
const entriesPerDay = [0.06, 0.16, 0.27, 0.27, 0.16, 0.08] as const;

/** When the person writes, as minutes after midnight, in the order of liking; the last is after midnight. */
const writingHours = [
  [1140, 1350],
  [390, 520],
  [735, 840],
  [900, 1060],
  [1450, 1510],
] as const;

/** Fills an empty journal with a believable life, in one transaction. No clock and no randomness but the seed's. */
export function fillSampleJournal(journal: Journal, recipe: SampleRecipe): SampleCounts {
  const { years, seed, today, zone, until } = recipe;
  const random = createSeededRandom(seed);
  const length = Math.max(1, Math.round(years * 365.25));
  const days = liveDays(addDays(today, -length), length + (until === undefined ? 0 : 1), random);
  const aside = createSeededRandom(seed + 1);
  const writer: Writer = {
    journal,
    random,
    factsRandom: createSeededRandom(seed + 1),
    sentences: createSampleSentences(sampleContent, random),
    asides: { random: aside, sentences: createSampleSentences(sampleContent, aside) },
    feeling: createSampleFeeling(random),
    isTooLate: ({ at }) => until !== undefined && at > until,
    entries: [],
    counted: { entries: 0, checkIns: 0, sessions: 0 },
  };
  journal.inTransaction(() => {
    for (const lived of days) writeDay(lived, createDayClock(lived.day, zone), writer);
    const { entries } = writer;
    fillSampleShelf({ journal, random, today, zone, entryIds: entries.map(({ id }) => id) });
    fillSampleFacts({ journal, random, entries });
    fillSampleSayings(journal, aside);
    fillSampleRituals({
      journal,
      random,
      today,
      zone,
      until: until === undefined ? 'yesterday' : 'today',
      isTooLate: writer.isTooLate,
    });
    fillSampleSpans({ journal, random, days, zone });
  });
  return writer.counted;
}

function writeDay(lived: LivedDay, clock: ReturnType<typeof createDayClock>, writer: Writer): void {
  const { random } = writer;
  if (lived.phase === 'silent') return;
  const planned = planSessions(lived, random);
  for (const session of planned) writeSession(session, lived, clock, writer);
  if (random.chance(lived.phase === 'away' ? 0.3 : 0.06)) return;
  const lift = planned.length > 0 ? 0.3 : 0;
  writeCheckIns(lived, lift, clock, writer);
  writeEntries(lived, planned, clock, writer);
}

function writeSession(
  { kind, start, minutes, effort, shift }: PlannedSession,
  { mood }: LivedDay,
  clock: ReturnType<typeof createDayClock>,
  { journal, random, factsRandom, sentences, feeling, isTooLate, counted }: Writer,
): void {
  const moment = clock(start);
  const id = createSessionId(moment.at, random.bytes);
  const rated = random.next();
  const isRemembered = random.chance(0.03);
  const rate = (role: 'before' | 'after', minute: number, steps: number) => {
    const when = clock(minute, random.between(0, 59));
    const checkInId = createCheckInId(when.at, random.bytes);
    return {
      id: checkInId,
      ...when,
      ...feeling(steps),
      note: null,
      givenOn: 'stops',
      role,
      sessionId: id,
      isRemembered,
    } as const;
  };
  const feltBefore = mood + 0.55 * random.normal();
  const feltAfter = feltBefore + shift + 0.75 * random.normal();
  const before = rate('before', start - random.between(2, 9), feltBefore);
  const after = rate('after', start + minutes + random.between(3, 25), feltAfter);
  const note = random.chance(0.22) ? sentences.about('tiny') : null;
  if (isTooLate(after)) return;
  const session = {
    ...sampleSessionFacts(kind, minutes, factsRandom),
    isTimed: true,
    id,
    kind,
    ...moment,
    minutes,
    effort,
    note,
    before: rated < 0.72 ? before : null,
    after: rated < 0.64 || rated > 0.86 ? after : null,
  };
  journal.sessions.insert(session);
  counted.sessions += 1;
  counted.checkIns += Number(session.before !== null) + Number(session.after !== null);
}

function writeCheckIns(
  { mood }: LivedDay,
  lift: number,
  clock: ReturnType<typeof createDayClock>,
  { journal, random, asides, feeling, isTooLate, counted }: Writer,
): void {
  const times = [
    { chance: 0.28, least: 400, most: 540, steps: mood - 0.15 },
    { chance: 0.2, least: 690, most: 930, steps: mood },
    { chance: 0.72, least: 1150, most: 1380, steps: mood + lift },
  ];
  for (const { chance, least, most, steps } of times) {
    if (!random.chance(chance)) continue;
    const moment = clock(random.between(least, most), random.between(0, 59));
    const felt = feeling(steps + 0.5 * random.normal());
    const id = createCheckInId(moment.at, random.bytes);
    if (isTooLate(moment)) continue;
    journal.checkIns.insert({
      id,
      ...moment,
      ...felt,
      note: asides.random.chance(0.12) ? asides.sentences.about('tiny') : null,
      givenOn: 'stops',
      role: 'moment',
      sessionId: null,
      isRemembered: false,
    });
    counted.checkIns += 1;
  }
}

function writeEntries(
  lived: LivedDay,
  planned: readonly PlannedSession[],
  clock: ReturnType<typeof createDayClock>,
  { journal, random, sentences, isTooLate, entries, counted }: Writer,
): void {
  let share = random.next();
  const count = entriesPerDay.findIndex((chance) => (share -= chance) < 0);
  const afterMoving = planned.map(({ kind, start, minutes }) => ({
    time: start + minutes + random.between(20, 50),
    justMoved: kind,
  }));
  const atOtherTimes = writingHours.map(([least, most]) => ({
    time: random.between(least, most),
    justMoved: null,
  }));
  const times = [...afterMoving, ...atOtherTimes]
    .slice(0, count)
    .toSorted((one, other) => one.time - other.time);
  for (const { time, justMoved } of times) {
    const moment = clock(time, random.between(0, 59));
    const document = writeSampleEntry(
      { lived, clock: time, justMoved, hasMovedToday: planned.length > 0 },
      sentences,
      random,
    );
    const id = createEntryId(moment.at, random.bytes);
    if (isTooLate(moment)) continue;
    journal.entries.insert({ id, moment, document });
    entries.push({ id, text: documentToOwnText(document) });
    counted.entries += 1;
  }
}
