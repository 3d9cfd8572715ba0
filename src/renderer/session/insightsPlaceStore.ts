import { create } from 'zustand';
import type { Outcome } from '../../shared/domain/insights';
import type { RangeChoice } from '../../shared/insights/range';

/** How a card was left. */
export interface CardLook {
  readonly table: 'open' | 'closed';
  readonly intervals: 'bars' | 'dots';
}

interface InsightsPlace {
  readonly range: RangeChoice;
  /** What stands in the fields for the two days, once something was typed there; what is wrong in them stays. */
  readonly typed: { readonly from: string; readonly to: string } | null;
  readonly outcome: Outcome;
  /** By what a card is put aside by and its question; a card that is not here is as it was made. */
  readonly looks: Readonly<Record<string, CardLook>>;
  /** How far down the page a day was opened from, in CSS pixels; the next visit goes there, and others begin at the top. */
  readonly leftAt: number | null;
}

const atFirst: InsightsPlace = { range: '1-year', typed: null, outcome: 'valence', looks: {}, leftAt: null };

/** What one looks at in the Insights room: who opens a day and comes back finds it as it was. A lock forgets it. */
export const useInsightsPlace = create<InsightsPlace>()(() => atFirst);

export const setInsightsPlace = (change: Partial<InsightsPlace>): void => useInsightsPlace.setState(change);

export const forgetInsightsPlace = (): void => useInsightsPlace.setState(atFirst);
