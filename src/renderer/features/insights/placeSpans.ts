import { spansWithin, type Span } from '../../../shared/domain/span';
import type { DayRange } from '../../../shared/insights/range';
import { timeDomain } from './timeAxis';

/** A span where it lies on the time axis, cut to what is shown. */
export interface PlacedSpan {
  readonly span: Span;
  readonly start: number;
  readonly end: number;
  /** It lasts, so it runs to the edge of the picture. */
  readonly isOpen: boolean;
}

/** In the order they began. */
export const placeSpans = (spans: readonly Span[], range: DayRange): readonly PlacedSpan[] =>
  spansWithin(spans, range)
    .toSorted((one, other) => (one.firstDay < other.firstDay ? -1 : 1))
    .map((span) => {
      const from = span.firstDay < range.from ? range.from : span.firstDay;
      const to = span.lastDay === null || span.lastDay > range.to ? range.to : span.lastDay;
      const [start, end] = timeDomain({ from, to });
      return { span, start, end, isOpen: span.lastDay === null };
    });
