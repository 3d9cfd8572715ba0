import { DefaultZIndexes, ReferenceArea, ReferenceLine } from 'recharts';
import type { Span } from '../../../shared/domain/span';
import { message } from '../../i18n/i18n';
import { spanDaysInWords } from '../../i18n/spanWords';
import { SpanNote } from '../../ui/SpanBand';
import styles from './OverviewChart.module.css';
import type { PlacedSpan } from './placeSpans';

interface SpanAreasProps {
  readonly spans: readonly PlacedSpan[];
  /** Of this panel alone: the pattern is found by it. */
  readonly id: string;
}

/** A hatched area for each span, the whole height of the panel. One without an end runs to the edge, which is dashed. */
export function SpanAreas({ spans, id }: SpanAreasProps) {
  return (
    <>
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className={styles.hatch} x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      </defs>
      {spans.map(({ span, start, end }) => (
        <ReferenceArea
          key={span.id}
          x1={start}
          x2={end}
          fill={`url(#${id})`}
          fillOpacity={1}
          stroke="none"
          zIndex={DefaultZIndexes.grid - 1}
        />
      ))}
      {spans.some(({ isOpen }) => isOpen) && (
        <ReferenceLine
          x={Math.max(...spans.map(({ end }) => end))}
          className={styles.openEnd ?? ''}
          zIndex={DefaultZIndexes.grid - 1}
        />
      )}
    </>
  );
}

/** The areas by name, in the order they began. */
export function SpanNames({ spans }: { readonly spans: readonly Span[] }) {
  if (spans.length === 0) return null;
  return (
    <ul className={styles.spans} aria-label={message('insights.overview.spans')}>
      {spans.map((span) => (
        <li key={span.id}>
          <SpanNote spans={[span]} /> <span className={styles.spanDays}>{spanDaysInWords(span)}</span>
        </li>
      ))}
    </ul>
  );
}
