import { describe, expect, it } from 'vitest';
import { lookAroundSpan } from '../../../src/shared/insights/cards/aroundSpan';
import { compareDose } from '../../../src/shared/insights/cards/dose';
import { describeLongRun, kaplanMeierMedian } from '../../../src/shared/insights/cards/longRun';
import {
  compareAfterWriting,
  compareBeforeWriting,
  compareDayBefore,
  compareMovementDays,
} from '../../../src/shared/insights/cards/movementDays';
import { compareFeelings } from '../../../src/shared/insights/cards/namedFeelings';
import { compareQualities } from '../../../src/shared/insights/cards/qualities';
import { compareRhythm } from '../../../src/shared/insights/cards/rhythm';
import { compareKinds, compareSessions } from '../../../src/shared/insights/cards/sessionChange';
import type { Diary, SessionShift } from '../../../src/shared/insights/diary';
import { createOrchardRandom, orchardKinds } from '../../support/orchard';
import { orchardDiary } from './orchardDiary';

const nobody: Diary = {
  outcome: 'valence',
  days: [],
  shifts: [],
  still: [],
  named: { shifts: [], still: [] },
  sessions: [],
  spans: [],
  answers: [],
  weekStartsOn: 1,
  remembered: [],
  absentDays: new Set(),
};

const everyNumber = (value: unknown): readonly number[] => {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(everyNumber);
};

const everyCard = (diary: Diary): readonly unknown[] => [
  compareSessions(diary),
  compareKinds(diary.shifts, orchardKinds),
  compareMovementDays(diary),
  compareDayBefore(diary),
  compareAfterWriting(diary),
  compareBeforeWriting(diary),
  compareDose(diary, 'minutes'),
  compareDose(diary, 'effort'),
  compareQualities(diary),
  compareFeelings(diary, ['anger', 'joy']),
  compareRhythm(diary),
  describeLongRun(diary),
  ...diary.spans.map((span) => lookAroundSpan(diary, span)),
];

describe('diaries that hold too little', () => {
  const full = orchardDiary(4);
  const constant = full.shifts.map((shift) => ({ ...shift, before: 1, after: 1 }));
  const thin: Readonly<Record<string, Diary>> = {
    empty: nobody,
    'one session': { ...nobody, days: full.days.slice(0, 5), shifts: full.shifts.slice(0, 1) },
    'only movement days': { ...full, days: full.days.map((one) => ({ ...one, hasMoved: true })) },
    'no movement at all': {
      ...full,
      days: full.days.map((one) => ({ ...one, hasMoved: false })),
      shifts: [],
      sessions: [],
    },
    'every value the same': {
      ...full,
      days: full.days.map((one) => ({
        ...one,
        evening: one.evening === null ? null : 1,
        parts: { morning: 1 },
      })),
      shifts: constant,
      still: full.still.map((shift) => ({ ...shift, before: 1, after: 1 })),
    },
    'nothing rated': {
      ...full,
      days: full.days.map((one) => ({ ...one, evening: null })),
      shifts: [],
      still: [],
    },
    'always at the top': {
      ...full,
      days: full.days.map((one) => ({ ...one, evening: one.evening === null ? null : 3 })),
      shifts: full.shifts.map((shift) => ({ ...shift, before: 3, after: 3 })),
    },
  };

  it.each(Object.entries(thin))('give no number that is none: %s', (_name, diary) => {
    for (const card of everyCard(diary)) {
      for (const number of everyNumber(card)) expect(Number.isNaN(number)).toBe(false);
    }
  });

  it('are said to hold too little, never the same or clear', () => {
    for (const name of [
      'empty',
      'one session',
      'only movement days',
      'no movement at all',
      'every value the same',
    ]) {
      const diary = thin[name] ?? nobody;
      expect([name, compareMovementDays(diary).verdict]).toEqual([name, 'TOO_LITTLE']);
      expect([name, compareDose({ ...diary, shifts: diary.shifts.slice(0, 5) }, 'minutes').verdict]).toEqual([
        name,
        'TOO_LITTLE',
      ]);
    }
    expect(compareSessions(thin['every value the same'] ?? nobody)).toMatchObject({
      verdict: 'TOO_LITTLE',
      everyShift: 0,
    });
    expect(compareSessions(thin['always at the top'] ?? nobody).beganAtTop).toBe(full.shifts.length);
  });

  it('say so when somebody moves on the same weekdays so regularly that nothing can be told apart', () => {
    const regular = full.days.map((one) => ({ ...one, isLeftOut: false, hasMoved: one.day % 7 < 3 }));
    regular[100] = {
      ...full.days[100],
      ...regular[100],
      hasMoved: !(regular[100]?.hasMoved ?? false),
    } as never;
    const found = compareMovementDays({ ...full, days: regular });
    expect(found).toMatchObject({ verdict: 'TOO_LITTLE', isTooRegular: true });
  });
});

describe('how long and how hard', () => {
  it('is never one line across kinds: short hard spins and long gentle walks do not turn it round unsaid', () => {
    const random = createOrchardRandom(11);
    const shifts = Array.from({ length: 120 }, (_, index): SessionShift => {
      const isSpin = index % 2 === 0;
      const minutes = (isSpin ? 25 : 90) + 5 * (Math.floor(index / 2) % 5);
      const base = orchardDiary(1).shifts[0];
      if (base === undefined) throw new Error('a session');
      const after = (isSpin ? 2 : 0) + 0.02 * (minutes - (isSpin ? 35 : 100)) + 0.2 * random.normal();
      return {
        ...base,
        at: index,
        before: 0,
        after,
        session: { ...base.session, kind: isSpin ? 'spin' : 'walk', minutes },
      };
    });
    const found = compareDose({ shifts, outcome: 'valence' }, 'minutes');
    expect(found.acrossKinds).toBe('lower');
    expect(found.found?.estimate).toBeGreaterThan(0.1);
    expect(found.kinds.map(({ kind, thirds }) => [kind, thirds.length])).toEqual([
      ['spin', 3],
      ['walk', 3],
    ]);
  });

  it('leaves out a kind whose sessions are all of one length', () => {
    const { shifts } = orchardDiary(2);
    const fixed = shifts.map((shift) =>
      shift.session.kind === 'barre' ? { ...shift, session: { ...shift.session, minutes: 45 } } : shift,
    );
    expect(
      compareDose({ shifts: fixed, outcome: 'valence' }, 'minutes').kinds.map(({ kind }) => kind),
    ).not.toContain('barre');
  });
});

describe('kinds', () => {
  it('stand in the person’s own order, with dots alone while they are few', () => {
    const { shifts } = orchardDiary(1);
    const order = ['spin', 'run', 'swim', 'walk', 'barre', 'dance'];
    expect(compareKinds(shifts, order).map(({ kind }) => kind)).toEqual([
      'spin',
      'run',
      'walk',
      'barre',
      'dance',
    ]);
    expect(compareKinds(shifts.slice(0, 11), order).every(({ shown }) => shown === 'dots')).toBe(true);
  });

  it('do not mix stops with the pad while either is rare', () => {
    const { shifts } = orchardDiary(1);
    const runs = shifts.filter(({ session }) => session.kind === 'run');
    const mixed = (pads: number) =>
      runs.map((shift, index) => ({ ...shift, givenOn: index < pads ? 'pad' : 'stops' }) as const);
    expect(compareKinds(mixed(11), ['run'])[0]).toMatchObject({ rows: runs.length - 11, otherInput: 11 });
    expect(compareKinds(mixed(12), ['run'])[0]).toMatchObject({ rows: runs.length, otherInput: 0 });
  });
});

describe('the rhythm of the week', () => {
  it('finds a Saturday that is a step above the rest of its week, and no other day', () => {
    const { days } = orchardDiary(3);
    const raised = days.map((one) => ({
      ...one,
      evening:
        one.evening === null ? null : one.evening + ((one.day - (days[0]?.day ?? 0)) % 7 === 5 ? 1 : 0),
    }));
    const { weekdays, shown } = compareRhythm({ days: raised, weekStartsOn: 1, outcome: 'valence' });
    expect(shown).toBe('intervals');
    expect(weekdays[5]?.verdict).toBe('CLEAR');
    expect(weekdays[5]?.pooled?.estimate).toBeGreaterThan(0.8);
    expect(compareRhythm({ days: days.slice(0, 20), weekStartsOn: 1, outcome: 'valence' }).shown).toBe(
      'nothing',
    );
    expect(compareRhythm({ days: days.slice(0, 40), weekStartsOn: 1, outcome: 'valence' }).shown).toBe(
      'dots',
    );
  });
});

describe('the long run', () => {
  it('knows every return after two weeks, and says nothing of how long it has been', () => {
    const { days, sessions } = orchardDiary(1);
    const moves = new Set([0, 3, 18, 40, 41, 90]);
    const first = days[0]?.day ?? 0;
    const some = days.slice(0, 120).map((one) => ({ ...one, hasMoved: moves.has(one.day - first) }));
    const found = describeLongRun({ days: some, sessions, weekStartsOn: 1, absentDays: new Set() });
    expect(found.returns.map(({ lastDay, day, pause }) => [lastDay - first, day - first, pause])).toEqual([
      [3, 18, 14],
      [18, 40, 21],
      [41, 90, 48],
    ]);
    expect(found).toMatchObject({ recentWeeks: 18, recentWeeksMoved: 4 });
    expect(found.years.map(({ year }) => year)).toEqual([2023, 2024]);
  });

  it('counts a pause that is not over as not over', () => {
    expect(kaplanMeierMedian([1, 2, 3, 4], null)).toBe(2);
    expect(kaplanMeierMedian([1, 2, 3, 4], 9)).toBe(3);
    expect(kaplanMeierMedian([1], 50)).toBe(1);
    expect(kaplanMeierMedian([], 50)).toBeNull();
  });
});

describe('around a span', () => {
  it('shows no share with few other months, and no difference with few rated days', () => {
    const diary = orchardDiary(1);
    const [span] = diary.spans;
    if (span === undefined) throw new Error('a span');
    const short = { ...diary, days: diary.days.slice(200, 500) };
    expect(lookAroundSpan(short, span)).toMatchObject({ verdict: 'NO_PLACEBO', placeboShare: null });
    const quiet = diary.days.map((one) => (one.day >= span.first ? { ...one, evening: null } : one));
    expect(lookAroundSpan({ ...diary, days: quiet }, span)).toMatchObject({
      verdict: 'TOO_LITTLE',
      difference: null,
    });
    expect(lookAroundSpan({ ...diary, days: diary.days.slice(310) }, span).difference).toBeNull();
  });
});
