import type { Outcome } from '../domain/insights';
import { periodDays, type Period } from './period';
import { day, keyword, size, sizeWord, steps, type Sentence, type SentenceValue } from './sentences';

interface Ends {
  readonly low: number;
  readonly high: number;
}

export const datesOf = (period: Period) => {
  const { first, last } = periodDays(period);
  return { first: day(first), last: day(last) };
};
export const ends = ({ low, high }: Ends) => ({ low: steps(low), high: steps(high) });
export const sized = (difference: number, outcome: Outcome) => ({
  outcome: keyword(outcome),
  size: keyword(sizeWord(difference)),
  steps: size(Math.abs(difference)),
  direction: keyword(difference < 0 ? 'lower' : 'higher'),
});
export const sentence = (
  key: Sentence['key'],
  values: Readonly<Record<string, SentenceValue>> = {},
): readonly Sentence[] => [{ key, values }];
