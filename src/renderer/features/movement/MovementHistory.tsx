import { useDeferredValue } from 'react';
import { countSessionFilters } from '../../../shared/domain/movementHistory';
import { useOutline } from '../../bridge/historyQueries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { setMovementPlace, useMovementPlace, type MovementPart } from '../../session/movementPlaceStore';
import { EmptyState } from '../../ui/EmptyState';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { HistoryFilters } from './HistoryFilters';
import { HistoryList } from './HistoryList';
import { HistoryMonth } from './HistoryMonth';
import styles from './MovementRoom.module.css';
import type { SessionForms } from './SessionRow';

const parts = ['list', 'month'] as const satisfies readonly MovementPart[];

interface MovementHistoryProps extends SessionForms {
  readonly filtersId: string;
  readonly filtersShown: 'shown' | 'hidden';
}

/** What was done, as a list or as a month, as far as the filters let it through. */
export function MovementHistory({ filtersId, filtersShown, ...forms }: MovementHistoryProps) {
  const { part, filters } = useMovementPlace();
  const outline = useOutline(useDeferredValue(filters));
  const found = outline.data;
  return (
    <>
      <HistoryFilters
        id={filtersId}
        shown={filtersShown}
        filters={filters}
        onChange={(next) => setMovementPlace({ filters: next, top: null })}
      />
      <div className={styles.parts}>
        <SegmentedControl
          label={message('history.parts')}
          options={parts.map((value) => ({ value, label: message(`history.part.${value}`) }))}
          value={part}
          onChange={(next) => setMovementPlace({ part: next })}
        />
      </div>
      {outline.error && <EmptyState title={failureMessage(outline.error.failure)} />}
      {found && part === 'list' && found.days.length === 0 && countSessionFilters(found.filters) > 0 && (
        <EmptyState title={message('history.nothingFits')}>{message('history.nothingFitsText')}</EmptyState>
      )}
      {found && part === 'list' && found.days.length > 0 && (
        <HistoryList days={found.days} filters={found.filters} {...forms} />
      )}
      {found && part === 'month' && <HistoryMonth today={found.today} filters={filters} {...forms} />}
    </>
  );
}
