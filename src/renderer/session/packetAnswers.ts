import type { ComponentType, ReactNode } from 'react';
import type { DayRange } from '../../shared/insights/range';
import type { Covering } from '../../shared/packet/covering';

/** A question of the insights that has an answer on the chosen days. */
export interface OfferedAnswer {
  readonly id: string;
  readonly question: string;
}

/** One answer as it goes onto a page: nothing that is covered is in it. */
export interface TakenAnswer {
  readonly key: string;
  readonly question: string;
  readonly answer: string;
  readonly evidence: string;
  /** Drawn anew, in lines and letters; null for an answer without one. */
  readonly picture: ReactNode;
}

export interface PacketAnswersProps {
  readonly range: DayRange;
  /** Ids of those that are wanted. */
  readonly wanted: ReadonlySet<string>;
  readonly covering: Covering;
  readonly onOffered: (offered: readonly OfferedAnswer[]) => void;
  /** In the order of the insights. */
  readonly onTaken: (taken: readonly TakenAnswer[]) => void;
}

/** Answers the insights can give to a packet. Made there, and given to the packet by the app: rooms do not know each other. */
export type PacketAnswersPart = ComponentType<PacketAnswersProps>;
