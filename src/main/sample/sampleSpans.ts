import type { SpanKind } from '../../shared/domain/span';
import { createSpanId } from '../../shared/id';
import type { CivilDay } from '../../shared/time';
import type { Journal } from '../journal/journal';
import { createDayClock } from './sampleClock';
import type { LifePhase, LivedDay } from './sampleLife';
import type { SeededRandom } from './seededRandom';

interface Recipe {
  readonly journal: Journal;
  readonly random: SeededRandom;
  readonly days: readonly LivedDay[];
  readonly zone: string;
}

const phaseKinds: Readonly<Record<LifePhase, SpanKind | null>> = {
  usual: null,
  injury: 'injury',
  mending: 'injury',
  comeback: null,
  ill: 'illness',
  away: 'travel',
  silent: null,
};

const names: Readonly<Partial<Record<SpanKind, readonly string[]>>> = {
  injury: ['knee'],
  travel: ['by the sea', 'in the hills', 'at my sister’s'],
};

interface Stretch {
  readonly kind: SpanKind;
  readonly firstDay: CivilDay;
  readonly lastDay: CivilDay;
}

function stretchesOf(days: readonly LivedDay[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let before: SpanKind | null = null;
  for (const { day, phase } of days) {
    const kind = phaseKinds[phase];
    const running = kind !== null && kind === before ? stretches.pop() : undefined;
    if (kind !== null) stretches.push({ kind, firstDay: running?.firstDay ?? day, lastDay: day });
    before = kind;
  }
  return stretches;
}

/** The injury, the colds and the holidays of the imagined life, as that person would have noted them. */
export function fillSampleSpans({ journal, random, days, zone }: Recipe): void {
  for (const { kind, firstDay, lastDay } of stretchesOf(days)) {
    const { at } = createDayClock(firstDay, zone)(12 * 60);
    const offered = names[kind] ?? [];
    journal.spans.insert({
      id: createSpanId(at, random.bytes),
      kind,
      name: offered[random.between(0, Math.max(0, offered.length - 1))] ?? null,
      firstDay,
      lastDay,
      note: null,
      createdAt: at,
      updatedAt: at,
    });
  }
}
