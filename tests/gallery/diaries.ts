import { computeCards, cutDiary, type InsightCards } from '../../src/shared/insights/insightCards';
import type { Diary } from '../../src/shared/insights/diary';
import type { BeforeAfterPair, DayRecord } from '../../src/shared/domain/insights';
import { movementKindSchema } from '../../src/shared/domain/movementKind';
import { numberToDay } from '../../src/shared/insights/calendar';
import { entryIdSchema, promptIdSchema } from '../../src/shared/id';
import {
  createOrchardRandom,
  nothingIsTrue,
  orchardId,
  orchardKinds,
  type OrchardTruth,
} from '../support/orchard';
import { orchardDiary } from '../unit/insights/orchardDiary';

/** A made-up diary with everything that is found in it. */
export interface MadeUp {
  readonly name: string;
  readonly diary: Diary;
  readonly cards: InsightCards;
}

const order = { kinds: orchardKinds, feelings: ['anger'] } as const;

/** So much of everything that nothing stays open. */
const plenty: OrchardTruth = {
  sameDay: 1,
  nextDay: 0.8,
  kindLift: { run: 1, walk: 0.9, dance: 1.4, barre: 0.8, spin: 1 },
  dosePerTenMinutes: 0.3,
  play: 1.2,
  angerStays: 0.05,
};

/** The other way round, which has sentences of its own. */
const against: OrchardTruth = {
  sameDay: -0.6,
  nextDay: -0.4,
  kindLift: { run: -0.5, walk: -0.4, dance: -0.2, barre: -0.6, spin: -0.5 },
  dosePerTenMinutes: -0.2,
  play: -0.6,
  angerStays: 0.95,
};

/** A little of everything: enough to lean. */
const little: OrchardTruth = {
  sameDay: 0.2,
  nextDay: 0.15,
  kindLift: { run: 0.2, walk: 0.1, dance: 0.3, barre: 0.1, spin: 0.2 },
  dosePerTenMinutes: 0.05,
  play: 0.25,
  angerStays: 0.45,
};

const days = (diary: Diary, first: number, count: number): Diary => {
  const start = (diary.days[0]?.day ?? 0) + first;
  return cutDiary(diary, { from: numberToDay(start), to: numberToDay(start + count - 1) });
};

const prompts = [promptIdSchema.parse('play-no-score'), promptIdSchema.parse('grief-room')] as const;

/** What the generator leaves out: minutes of its days, what was written, and evenings apart from mornings. */
function lived(seed: number, truth?: OrchardTruth): Diary {
  const diary = orchardDiary(seed, truth);
  const random = createOrchardRandom(seed + 1000);
  const minutes = new Map<number, number>();
  for (const { day, minutes: more } of diary.sessions) minutes.set(day, (minutes.get(day) ?? 0) + more);
  let yesterday = 0;
  const kept = diary.days.map((day) => {
    const hasWritten = random.uniform() < (yesterday < 0.5 ? 0.75 : 0.25);
    yesterday = day.value ?? 0;
    const { value } = day;
    const parts = value === null ? {} : { morning: Math.max(-3, value - 1), evening: value };
    return { ...day, hasWritten, minutes: minutes.get(day.day) ?? 0, parts };
  });
  const answers = kept
    .filter(({ hasWritten }) => hasWritten)
    .flatMap(({ day }, index) =>
      index % 3 === 0
        ? [{ promptId: prompts[index % 2] ?? prompts[0], entryId: entryIdSchema.parse(orchardId(day)), day }]
        : [],
    );
  return { ...diary, days: kept, answers };
}

const constant = (diary: Diary): Diary => {
  const shifts = diary.shifts.map((shift) => ({ ...shift, before: 1, after: 1 }));
  const still = diary.still.map((shift) => ({ ...shift, before: 1, after: 1 }));
  return {
    ...diary,
    days: diary.days.map((day) => ({ ...day, evening: day.evening && 1, value: day.value && 1 })),
    shifts,
    still,
    named: { shifts, still },
  };
};

const none = days(lived(1), 0, 0);

const made: readonly (readonly [name: string, diary: Diary])[] = [
  ['plenty', lived(1, plenty)],
  ['as it may be', lived(1)],
  ['nothing is true', lived(2, nothingIsTrue)],
  ['a little', lived(3, little)],
  ['a little more', lived(6, little)],
  ['nothing is true, again', lived(5, nothingIsTrue)],
  ['a quarter of a year', days(lived(4, little), 140, 91)],
  ['three lean weeks', days(lived(1), 0, 21)],
  ['against', lived(8, against)],
  ['always the same', constant(lived(1))],
];

export const diaries: readonly MadeUp[] = made.map(([name, diary]) => ({
  name,
  diary,
  cards: computeCards(diary, order),
}));

export const empty: MadeUp = {
  name: 'nothing yet',
  diary: { ...none, spans: [], answers: [] },
  cards: computeCards({ ...none, spans: [], answers: [] }, { kinds: [], feelings: [] }),
};

/** What the overview is drawn from. */
export const dayRecords = ({ days: all, sessions }: Diary): readonly DayRecord[] =>
  all.map(({ day, value, minutes }) => ({
    day: numberToDay(day),
    mood: value,
    checkIns: value === null ? 0 : 1,
    minutes,
    sessions: sessions
      .filter((session) => session.day === day)
      .map((session) => ({
        kind: movementKindSchema.parse(session.kind),
        minutes: session.minutes,
        effort: session.effort,
      })),
    entries: 1,
  }));

export const pairsOf = ({ shifts }: Diary): readonly BeforeAfterPair[] =>
  shifts.map(({ session, at, day, before, after }, index) => ({
    sessionId: session.id,
    day: numberToDay(day),
    at,
    kind: movementKindSchema.parse(session.kind),
    minutes: session.minutes,
    before,
    after,
    isRemembered: index % 40 === 7,
  }));
