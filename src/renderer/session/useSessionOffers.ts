import { offeredCompany, type MovementSession, type SessionDraft } from '../../shared/domain/movement';
import { movementKinds, type MovementKind } from '../../shared/domain/movementKind';
import type { DistanceUnit } from '../../shared/domain/settings';
import { call } from '../bridge/client';
import { useKinds, useMovementHabits } from '../bridge/movementQueries';
import { useSettings } from '../bridge/queries';

export interface SessionOffers {
  /** Shown kinds in the person's order. */
  readonly kinds: readonly MovementKind[];
  /** Offered words, then the person's own, the latest first. */
  readonly company: readonly string[];
  /** Kinds of which more was noted the last time. */
  readonly detailedKinds: readonly MovementKind[];
  readonly unit: DistanceUnit;
}

/** What the form for a session offers, from the open journal. */
export function useSessionOffers(): SessionOffers {
  const kinds = useKinds().data;
  const habits = useMovementHabits().data;
  const used = habits?.company ?? [];
  return {
    kinds: kinds?.choices.flatMap(({ kind, isShown }) => (isShown ? [kind] : [])) ?? movementKinds,
    company: [
      ...offeredCompany,
      ...used.filter((word) => !offeredCompany.some((offered) => offered === word)),
    ],
    detailedKinds: habits?.detailedKinds ?? [],
    unit: useSettings().data?.distanceUnit ?? 'km',
  };
}

/** Sessions that share some of its time; none where it has no known time, or where they could not be read. */
export async function readOverlapping(draft: SessionDraft): Promise<readonly MovementSession[]> {
  if (!draft.isTimed) return [];
  const { id, startedAt, minutes } = draft;
  const reply = await call('sessions.overlapping', { id, startedAt, minutes });
  return reply.ok ? reply.value.sessions : [];
}
