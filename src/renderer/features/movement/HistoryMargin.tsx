import { useDeferredValue } from 'react';
import { useOutline } from '../../bridge/historyQueries';
import { message } from '../../i18n/i18n';
import { useMovementPlace } from '../../session/movementPlaceStore';
import { Footnote } from '../../ui/Footnote';
import { Label } from '../../ui/Label';
import { AddUp } from './AddUp';

/** How much there is of what is shown, sums for who asks, and how to read the glyph. */
export function HistoryMargin() {
  const filters = useDeferredValue(useMovementPlace((place) => place.filters));
  const days = useOutline(filters).data?.days;
  // Nothing is said to be nothing before it has been read.
  const total = days?.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <section>
        <Label>{message('movement.totalLabel')}</Label>
        <p role="status">{total !== undefined && message('movement.total', { total })}</p>
        {total !== undefined && total > 0 && <AddUp filters={filters} />}
      </section>
      <Footnote number={1}>{message('movement.glyphNote')}</Footnote>
    </>
  );
}
