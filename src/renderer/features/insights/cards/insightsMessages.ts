import type { DiaryRecords, Outcome } from '../../../../shared/domain/insights';
import type { InsightCards, OwnOrder } from '../../../../shared/insights/insightCards';
import type { DayRange } from '../../../../shared/insights/range';

/** What the page asks its worker: everything there is, and the range that is looked at. */
export interface InsightsQuestion {
  readonly id: number;
  readonly records: DiaryRecords;
  readonly order: OwnOrder;
  readonly outcome: Outcome;
  /** Null: everything. */
  readonly range: DayRange | null;
}

export interface InsightsAnswer {
  readonly id: number;
  /** Over everything, which alone is judged. */
  readonly all: InsightCards;
  readonly shown: InsightCards;
}
