import type { SpanKind } from '../../shared/domain/span';
import type { SpanId } from '../../shared/id';

/** What stands in the form for a span, as typed. */
export interface SpanFields {
  readonly id: SpanId;
  readonly kind: SpanKind;
  readonly name: string;
  /** `YYYY-MM-DD`, or empty while it is no whole date. */
  readonly firstDay: string;
  /** Empty while it lasts. */
  readonly lastDay: string;
  readonly note: string;
}
