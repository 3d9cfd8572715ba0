import { noSessionFacts, qualityDegrees, type SessionFacts } from '../../shared/domain/movement';
import type { MovementKind } from '../../shared/domain/movementKind';
import type { SeededRandom } from './seededRandom';

interface Habit {
  /** Metres a minute, where the imagined person measures at all. */
  readonly pace?: number;
  /** How often each quality is quite or very much there. */
  readonly play: number;
  readonly connection: number;
  readonly company?: readonly string[];
  readonly place: SessionFacts['place'];
}

const usual: Habit = { play: 0.3, connection: 0.4, place: null };
const habits: Partial<Record<MovementKind, Habit>> = {
  walk: { play: 0.3, connection: 0.6, company: ['dog', 'alone', 'friend'], place: 'outdoors' },
  jog: { pace: 125, play: 0.3, connection: 0.4, company: ['alone'], place: 'outdoors' },
  run: { pace: 160, play: 0.4, connection: 0.5, company: ['alone', 'the Sunday three'], place: 'outdoors' },
  hike: { pace: 62, play: 0.5, connection: 0.8, company: ['partner', 'friend'], place: 'outdoors' },
  ride: { pace: 290, play: 0.5, connection: 0.5, company: ['alone', 'friend'], place: 'outdoors' },
  dance: { play: 0.8, connection: 0.8, company: ['group'], place: 'indoors' },
  spin: { play: 0.4, connection: 0.6, company: ['group'], place: 'indoors' },
  swim: { pace: 32, play: 0.5, connection: 0.4, company: ['alone'], place: 'indoors' },
  yoga: { ...usual, place: 'indoors' },
  play: { play: 0.95, connection: 0.8, company: ['family'], place: 'outdoors' },
};

/** What the imagined person says of some sessions beside minutes and feelings. Most stay as short as most do. */
export function sampleSessionFacts(kind: MovementKind, minutes: number, random: SeededRandom): SessionFacts {
  const { pace, play, connection, company = [], place } = habits[kind] ?? usual;
  const isMeasured = pace !== undefined && random.chance(0.6);
  const isTold = random.chance(0.45);
  const degree = (often: number) =>
    qualityDegrees[random.between(0, 1) + (random.chance(often) ? 2 : 0)] ?? null;
  return {
    ...noSessionFacts,
    distanceMetres: isMeasured ? Math.round(minutes * pace * (0.9 + 0.2 * random.next())) : null,
    place: random.chance(0.5) ? place : null,
    company: company.length > 0 && random.chance(0.5) ? random.pick(company) : null,
    ...(isTold && {
      play: degree(play),
      connection: degree(connection),
      achievement: random.chance(0.8) ? degree(0.6) : null,
      safety: random.chance(0.8) ? degree(0.7) : null,
    }),
  };
}
