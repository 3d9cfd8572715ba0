import { create } from 'zustand';
import type { Outcome } from '../../shared/domain/insights';
import type { RangeChoice } from '../../shared/insights/range';

interface InsightsPlace {
  readonly range: RangeChoice;
  /** What stands in the fields for the two days, once something was typed there; what is wrong in them stays. */
  readonly typed: { readonly from: string; readonly to: string } | null;
  readonly outcome: Outcome;
}

const atFirst: InsightsPlace = { range: '1-year', typed: null, outcome: 'valence' };

/** What one looks at in the Insights room: who opens a day and comes back finds it as it was. A lock forgets it. */
export const useInsightsPlace = create<InsightsPlace>()(() => atFirst);

export const setInsightsPlace = (change: Partial<InsightsPlace>): void => useInsightsPlace.setState(change);

export const forgetInsightsPlace = (): void => useInsightsPlace.setState(atFirst);
