import type { offeredFeelings } from '../../src/shared/domain/mood';
import { entryIdSchema, promptIdSchema, sessionIdSchema, spanIdSchema } from '../../src/shared/id';
import { dayToNumber } from '../../src/shared/insights/calendar';
import type { Diary, DiaryDay, SessionShift, Shift } from '../../src/shared/insights/diary';
import { civilDaySchema } from '../../src/shared/time';
import { createOrchardRandom, orchardId, orchardKinds } from './orchard';

const begins = dayToNumber(civilDaySchema.parse('1998-11-23'));
const named = [
  'anger',
  'grief',
  'joy',
  'numbness',
] as const satisfies readonly (typeof offeredFeelings)[number][];
const ids = { spans: 900_000, entries: 500_000 } as const;

const step = (value: number): number => Math.max(-3, Math.min(3, Math.round(value))) + 0;

/** A diary of so many days with pauses, spans, silences, writing and named feelings: what pictures have to stand. */
export function longDiary(days = 9862, seed = 27): Diary {
  const random = createOrchardRandom(seed);
  const chance = (share: number): boolean => random.uniform() < share;
  const some = (share: number): readonly string[] => named.filter(() => chance(share));
  const spans = [0.3, 0.6].map((place, index) => ({
    id: spanIdSchema.parse(orchardId(ids.spans + index)),
    kind: index === 0 ? ('injury' as const) : ('travel' as const),
    name: index === 0 ? 'knee' : null,
    first: begins + Math.round(days * place),
    last: begins + Math.round(days * place) + 40,
  }));
  const shifts: SessionShift[] = [];
  const still: Shift[] = [];
  const answers: Diary['answers'][number][] = [];
  let wave = 0;
  const list = Array.from({ length: days }, (_, index): DiaryDay => {
    const day = begins + index;
    wave = 0.9 * wave + 0.35 * random.normal();
    const isLeftOut = spans.some(({ kind, first, last }) => kind === 'injury' && first <= day && last >= day);
    const isSilent = index > days * 0.45 && index < days * 0.5;
    const hasMoved = !isSilent && !isLeftOut && Math.sin(index / 130) < 0.98 && chance(0.3);
    const mood = 0.4 + wave + (hasMoved ? 0.4 : 0);
    const evening = isSilent || chance(0.2) ? null : step(mood + 0.3 * random.normal());
    const hasWritten = !isSilent && chance(0.3);
    if (hasMoved) shifts.push(session(day, mood));
    else if (!isSilent && chance(0.3)) still.push({ ...felt(step(mood), 0), day, at: day * 86_400_000 });
    if (hasWritten) answers.push(answer(day));
    return {
      day,
      isRecorded: evening !== null || hasMoved || hasWritten,
      hasMoved,
      minutes: hasMoved ? (shifts.at(-1)?.session.minutes ?? 0) : 0,
      hasWritten,
      isLeftOut,
      evening,
      value: evening,
      parts: evening === null ? {} : { evening, morning: step(mood + 0.5 * random.normal()) },
    };
  });
  return {
    outcome: 'valence',
    days: list,
    shifts,
    still,
    named: { shifts, still },
    sessions: shifts.map(({ session: own }) => own),
    spans,
    answers,
    remembered: [],
    absentDays: new Set(),
    weekStartsOn: 1,
  };

  function felt(before: number, lift: number) {
    const feelingsBefore = some(0.15);
    return {
      before,
      after: step(before + lift + 0.8 * random.normal()),
      gapHours: 1.2,
      feelingsBefore,
      feelingsAfter: [...feelingsBefore.filter(() => chance(0.5)), ...some(0.03)].filter(
        (feeling, index, all) => all.indexOf(feeling) === index,
      ),
    };
  }

  function session(day: number, mood: number): SessionShift {
    const minutes = Math.max(10, Math.round((38 + 12 * random.normal()) / 5) * 5);
    const kind = orchardKinds[Math.floor(random.uniform() * orchardKinds.length)] ?? 'run';
    const at = day * 86_400_000;
    return {
      day,
      at,
      ...felt(step(mood), 0.4 + (minutes - 38) / 100),
      givenOn: 'stops',
      session: {
        id: sessionIdSchema.parse(orchardId(shifts.length)),
        day,
        at,
        isTimed: true,
        kind,
        minutes,
        effort: step(random.normal()) + 5,
        qualities: { play: 2, connection: chance(0.5) ? 2 : 0, achievement: chance(0.5) ? 3 : 0, safety: 1 },
        before: null,
        after: null,
      },
    };
  }

  function answer(day: number): Diary['answers'][number] {
    const promptId = promptIdSchema.parse(`made-up-${Math.floor(12 * random.uniform())}`);
    return { promptId, entryId: entryIdSchema.parse(orchardId(ids.entries + day)), day };
  }
}
