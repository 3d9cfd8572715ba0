import type { MovementKind } from '../../shared/domain/movementKind';
import type { LifePhase, LivedDay } from './sampleLife';
import type { SeededRandom } from './seededRandom';

/** One session of a day, before it has a place on the clock of a zone. */
export interface PlannedSession {
  readonly kind: MovementKind;
  /** Minutes after midnight, wall clock. */
  readonly start: number;
  readonly minutes: number;
  readonly effort: number | null;
  /** Steps by which mood tends to be different afterwards. */
  readonly shift: number;
}

interface KindHabit {
  /** Start, as minutes after midnight: usual time and how far it wanders. */
  readonly start: number;
  readonly wanders: number;
  readonly minutes: readonly [number, number];
  readonly effort: number;
  readonly shift: number;
}

const habits = {
  walk: { start: 765, wanders: 40, minutes: [12, 55], effort: 2, shift: 0.5 },
  jog: { start: 425, wanders: 25, minutes: [10, 25], effort: 4, shift: 0.9 },
  run: { start: 415, wanders: 30, minutes: [25, 70], effort: 6, shift: 0.8 },
  dance: { start: 1110, wanders: 5, minutes: [50, 75], effort: 5, shift: 1.1 },
  spin: { start: 1065, wanders: 5, minutes: [40, 50], effort: 8, shift: 0.7 },
  yoga: { start: 440, wanders: 30, minutes: [15, 60], effort: 2, shift: 0.6 },
  strength: { start: 1080, wanders: 20, minutes: [20, 45], effort: 6, shift: 0.35 },
  swim: { start: 1055, wanders: 20, minutes: [25, 45], effort: 5, shift: 0.7 },
  ride: { start: 620, wanders: 50, minutes: [40, 120], effort: 5, shift: 0.6 },
  hike: { start: 575, wanders: 40, minutes: [120, 300], effort: 6, shift: 0.9 },
  stretch: { start: 1240, wanders: 30, minutes: [8, 20], effort: 1, shift: 0.3 },
  physio: { start: 945, wanders: 30, minutes: [20, 40], effort: 4, shift: 0.1 },
  play: { start: 930, wanders: 60, minutes: [20, 60], effort: 4, shift: 1.1 },
} as const satisfies Partial<Record<MovementKind, KindHabit>>;
type HabitKind = keyof typeof habits;

type Week = readonly (readonly (readonly [HabitKind, number])[])[];

/** Chance of each kind on each weekday, Monday first. */
const weeks: Readonly<Record<LifePhase, Week>> = {
  usual: [
    [
      ['strength', 0.4],
      ['walk', 0.25],
    ],
    [
      ['run', 0.62],
      ['stretch', 0.15],
    ],
    [
      ['dance', 0.7],
      ['walk', 0.12],
    ],
    [
      ['walk', 0.42],
      ['yoga', 0.18],
    ],
    [
      ['swim', 0.2],
      ['spin', 0.24],
      ['walk', 0.15],
    ],
    [
      ['run', 0.5],
      ['hike', 0.12],
      ['ride', 0.12],
    ],
    [
      ['walk', 0.48],
      ['ride', 0.1],
      ['play', 0.1],
    ],
  ],
  injury: [
    [['stretch', 0.3]],
    [['physio', 0.85]],
    [['stretch', 0.2]],
    [],
    [['physio', 0.8]],
    [['walk', 0.25]],
    [['walk', 0.3]],
  ],
  mending: [
    [
      ['stretch', 0.3],
      ['walk', 0.3],
    ],
    [['physio', 0.8]],
    [['walk', 0.5]],
    [
      ['spin', 0.25],
      ['walk', 0.3],
    ],
    [['swim', 0.45]],
    [['walk', 0.55]],
    [['walk', 0.5]],
  ],
  comeback: [
    [
      ['strength', 0.3],
      ['walk', 0.3],
    ],
    [
      ['jog', 0.55],
      ['physio', 0.35],
    ],
    [['dance', 0.45]],
    [['walk', 0.45]],
    [['swim', 0.3]],
    [['jog', 0.65]],
    [['walk', 0.5]],
  ],
  ill: [[], [], [], [], [], [], []],
  away: Array.from(
    { length: 7 },
    () =>
      [
        ['hike', 0.45],
        ['swim', 0.2],
        ['walk', 0.35],
      ] as const,
  ),
  silent: [[], [], [], [], [], [], []],
};

/** A walk, a class or nothing, as the weekday and the phase have it; good days go out a little more often. */
export function planSessions(lived: LivedDay, random: SeededRandom): readonly PlannedSession[] {
  const readiness = 0.95 + 0.08 * Math.max(-2, Math.min(2, lived.mood));
  const planned: PlannedSession[] = [];
  for (const [kind, chance] of weeks[lived.phase][lived.weekday] ?? []) {
    if (planned.length === 2 || !random.chance(chance * readiness)) continue;
    const { start, wanders, minutes, effort, shift } = habits[kind];
    const isEarly = lived.phase === 'injury' && kind === 'walk';
    const felt = Math.round(effort + 1.1 * random.normal());
    planned.push({
      kind,
      start: start + random.between(-wanders, wanders),
      minutes: isEarly ? random.between(5, 12) : random.between(minutes[0], minutes[1]),
      effort: random.chance(0.12) ? null : Math.max(0, Math.min(10, felt)),
      shift,
    });
  }
  return planned
    .toSorted((one, other) => one.start - other.start)
    .filter((session, index, all) => {
      const before = all[index - 1];
      return before === undefined || before.start + before.minutes + 30 <= session.start;
    });
}
