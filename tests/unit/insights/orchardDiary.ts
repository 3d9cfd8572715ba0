import { dayToNumber } from '../../../src/shared/insights/calendar';
import type { Diary, SessionShift, Shift } from '../../../src/shared/insights/diary';
import { sessionIdSchema, spanIdSchema } from '../../../src/shared/id';
import { civilDaySchema } from '../../../src/shared/time';
import {
  createOrchard,
  orchardId,
  orchardInjury,
  orchardStart,
  type Orchard,
  type OrchardTruth,
} from '../../support/orchard';

const monday = dayToNumber(civilDaySchema.parse(orchardStart));
const anger = (is: boolean): readonly string[] => (is ? ['anger'] : []);

const note = (is: boolean): number => (is ? 3 : 0);

/** The made-up diary as the comparisons see it, straight from its generator; every day of it is recorded. */
export function orchardDiary(seed: number, truth?: OrchardTruth): Diary {
  return orchardToDiary(createOrchard(seed, truth));
}

function orchardToDiary({ days, sessions, pairs }: Orchard): Diary {
  const shifts = sessions.map((session, index): SessionShift => {
    const { day, before, after, gapHours, kind, minutes, effort, qualities } = session;
    return {
      day: monday + day,
      at: (monday + day) * 86_400_000,
      before,
      after,
      gapHours,
      feelingsBefore: anger(session.anger.before),
      feelingsAfter: anger(session.anger.after),
      givenOn: 'stops',
      session: {
        id: sessionIdSchema.parse(orchardId(index)),
        day: monday + day,
        at: (monday + day) * 86_400_000,
        isTimed: true,
        kind,
        minutes,
        effort,
        qualities: {
          play: note(qualities.play),
          connection: note(qualities.connection),
          achievement: note(qualities.achievement),
          safety: note(qualities.safety),
        },
        before: null,
        after: null,
      },
    };
  });
  const still = pairs.map(({ day, before, after, gapHours, ...pair }): Shift => ({
    day: monday + day,
    at: (monday + day) * 86_400_000,
    before,
    after,
    gapHours,
    feelingsBefore: anger(pair.anger.before),
    feelingsAfter: anger(pair.anger.after),
  }));
  return {
    outcome: 'valence',
    days: days.map(({ day, hasMoved, isInjured, mood }) => ({
      day: monday + day,
      isRecorded: true,
      hasMoved,
      minutes: 0,
      hasWritten: false,
      isLeftOut: isInjured,
      evening: mood,
      value: mood,
      parts: {},
    })),
    shifts,
    still,
    named: { shifts, still },
    sessions: shifts.map(({ session }) => session),
    spans: [
      {
        id: spanIdSchema.parse(orchardId(0)),
        name: 'knee',
        kind: 'injury',
        first: monday + orchardInjury.from,
        last: monday + orchardInjury.to,
      },
    ],
    answers: [],
    weekStartsOn: 1,
    remembered: [],
    absentDays: new Set(),
  };
}
