import { dayToNumber } from '../../shared/insights/calendar';
import { addDays, type CivilDay } from '../../shared/time';
import type { SeededRandom } from './seededRandom';

/** What a stretch of days is like. `away`: on holiday; `silent`: nothing is written down at all. */
export type LifePhase = 'usual' | 'injury' | 'mending' | 'comeback' | 'ill' | 'away' | 'silent';
type Season = 'winter' | 'spring' | 'summer' | 'autumn';

export interface LivedDay {
  readonly day: CivilDay;
  /** 0 Monday to 6 Sunday. */
  readonly weekday: number;
  readonly season: Season;
  readonly phase: LifePhase;
  /** How the day feels, in steps; about -3 to +3 and not rounded. */
  readonly mood: number;
}

/** Effect of the weekday on mood, in steps, Monday first. */
const weekdayMood = [-0.3, -0.1, 0.05, 0, 0.15, 0.35, 0.25] as const;

/** Effect of a phase on mood, in steps, at its first and on its last day. */
const phaseMood: Readonly<Record<LifePhase, readonly [number, number]>> = {
  usual: [0, 0],
  injury: [-1.5, -0.6],
  mending: [-0.5, -0.1],
  comeback: [0.3, 0.5],
  ill: [-0.8, -0.4],
  away: [0.6, 0.4],
  silent: [-0.2, -0.2],
};

interface Stretch {
  readonly phase: LifePhase;
  /** Index of the first day and number of days. */
  readonly first: number;
  readonly length: number;
}

/** Knee, brace, slow way back: two fifths into the sample, about four months of three years. */
function injuryStretches(days: number): readonly Stretch[] {
  const unit = Math.max(1, Math.min(42, Math.round(days * 0.1)));
  const first = Math.round(days * 0.4);
  return [
    { phase: 'injury', first, length: unit },
    { phase: 'mending', first: first + unit, length: unit },
    { phase: 'comeback', first: first + 2 * unit, length: unit },
  ];
}

/** Colds, holidays and silences, a few of each a year, in random places. */
function smallerStretches(days: number, random: SeededRandom): readonly Stretch[] {
  const years = days / 365;
  const kinds = [
    { phase: 'ill', perYear: 2, least: 3, most: 5 },
    { phase: 'away', perYear: 1.5, least: 5, most: 9 },
    { phase: 'silent', perYear: 2.5, least: 3, most: 11 },
  ] as const;
  return kinds.flatMap(({ phase, perYear, least, most }) =>
    Array.from({ length: Math.round(perYear * years) }, () => ({
      phase,
      first: random.between(10, Math.max(10, days - most - 10)),
      length: random.between(least, most),
    })),
  );
}

const seasonOf = (day: CivilDay): Season => {
  const month = Number(day.slice(5, 7));
  if (month === 12 || month <= 2) return 'winter';
  if (month <= 5) return 'spring';
  return month <= 8 ? 'summer' : 'autumn';
};

/** 0 Monday to 6 Sunday; day 0 was a Thursday. */
const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7;

/** `days` days from `first` on, each following from the one before: moods last a while. */
export function liveDays(first: CivilDay, days: number, random: SeededRandom): readonly LivedDay[] {
  const stretches = [...injuryStretches(days), ...smallerStretches(days, random)];
  let drift = 0;
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(first, index);
    const number = dayToNumber(day);
    const weekday = weekdayOf(number);
    const stretch = stretches.find((one) => index >= one.first && index < one.first + one.length);
    const phase = stretch?.phase ?? 'usual';
    const [atFirst, atLast] = phaseMood[phase];
    const share = stretch ? (index - stretch.first) / stretch.length : 0;
    const yearly = -0.3 * Math.cos((2 * Math.PI * (number - 15)) / 365.25);
    drift = 0.78 * drift + 0.6 * random.normal();
    const mood = 0.4 + drift + (weekdayMood[weekday] ?? 0) + yearly + atFirst + (atLast - atFirst) * share;
    return { day, weekday, season: seasonOf(day), phase, mood };
  });
}
