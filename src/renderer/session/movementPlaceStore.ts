import { create } from 'zustand';
import { noSessionFilters, type SessionFilters } from '../../shared/domain/movementHistory';
import type { CivilDay } from '../../shared/time';

export type MovementPart = 'list' | 'month';

interface MovementPlace {
  readonly part: MovementPart;
  readonly filters: SessionFilters;
  /** The day that is looked at; null until one is chosen. */
  readonly day: CivilDay | null;
  /** The day at the top of the list; null where it begins, and after another day was chosen. */
  readonly top: CivilDay | null;
  /** Another room asked for the day: the month brings it into sight once. */
  readonly isDayWanted: boolean;
}

const atTheTop: MovementPlace = {
  part: 'list',
  filters: noSessionFilters,
  day: null,
  top: null,
  isDayWanted: false,
};

/** Where in the Movement room one is. It holds words that were looked for, so a lock forgets it. */
export const useMovementPlace = create<MovementPlace>()(() => atTheTop);

export const setMovementPlace = (change: Partial<MovementPlace>): void => useMovementPlace.setState(change);

export const forgetMovementPlace = (): void => useMovementPlace.setState(atTheTop);
