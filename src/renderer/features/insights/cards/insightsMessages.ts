import type { InsightsData, Outcome } from '../../../../shared/domain/insights';
import type { Found, InsightCards, OwnOrder } from '../../../../shared/insights/insightCards';
import type { DayRange, OwnRange } from '../../../../shared/insights/range';

interface DaysQuestion {
  readonly kind: 'days';
  readonly outcome: Outcome;
  readonly range: OwnRange;
}

interface CardsQuestion {
  readonly kind: 'cards';
  readonly outcome: Outcome;
  /** Null: everything. */
  readonly range: DayRange | null;
  readonly order: OwnOrder;
}

export type InsightsQuestion = DaysQuestion | CardsQuestion;

export interface ComparedCards {
  readonly cards: InsightCards;
  /** Over everything there is, which alone is judged. */
  readonly found: readonly Found[];
}

/** What each question is answered with. */
export interface InsightsAnswers {
  readonly days: InsightsData;
  readonly cards: ComparedCards;
}

/** To the worker. It keeps the records of one version: they come with the first question about it. */
export interface ToInsightsWorker {
  readonly id: number;
  readonly version: string;
  /** JSON of the records, in UTF-8; null when the worker has them. */
  readonly records: Uint8Array | null;
  readonly question: InsightsQuestion;
}

/** From it: JSON in UTF-8, which costs the page nothing until somebody looks. */
export interface FromInsightsWorker {
  readonly id: number;
  readonly answer: Uint8Array<ArrayBuffer>;
}
