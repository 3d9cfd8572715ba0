import { intervalAt, type Estimate } from '../../../../shared/insights/ewc';
import type { Verdict } from '../../../../shared/domain/insights';
import type { IntervalRow } from './IntervalRows';

/** What is settled has a full point: clear, or about the same. */
export const pointOf = (verdict: Verdict): 'hollow' | 'filled' =>
  verdict === 'CLEAR' || verdict === 'ABOUT_SAME' ? 'filled' : 'hollow';

export const estimateToInterval = (found: Estimate | null, verdict: Verdict): IntervalRow['interval'] =>
  found === null || verdict === 'TOO_LITTLE'
    ? null
    : { ...found, half: intervalAt(found, 0.5), point: pointOf(verdict) };
