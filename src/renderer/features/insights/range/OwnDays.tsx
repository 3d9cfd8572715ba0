import { useId, useState } from 'react';
import type { DayRange } from '../../../../shared/insights/range';
import type { CivilDay } from '../../../../shared/time';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { setInsightsPlace, useInsightsPlace } from '../../../session/insightsPlaceStore';
import styles from './OwnDays.module.css';
import { readOwnRange } from './readOwnRange';

interface OwnDaysProps {
  /** What is shown now; null where nothing is. */
  readonly shown: DayRange | null;
  readonly today: CivilDay;
}

const sides = ['from', 'to'] as const;

/**
 * The first and the last day, to be typed. What is right holds at once; what is wrong stays as it was typed, with a
 * sentence as soon as one has left the field or pressed Enter, and what was shown before goes on being shown.
 */
export function OwnDays({ shown, today }: OwnDaysProps) {
  const { range, typed } = useInsightsPlace();
  const noteId = useId();
  /** A day of which a part is missing has no value; what is there of it stays in its field all the same. */
  const [isHalf, setHalf] = useState(false);
  const [isLeft, setLeft] = useState(true);
  const fields = typed ?? { from: shown?.from ?? '', to: shown?.to ?? '' };
  const reading = readOwnRange(fields, today);
  const type = (side: (typeof sides)[number], text: string, group: Element | null): void => {
    const next = { ...fields, [side]: text };
    const read = readOwnRange(next, today);
    const isWhole = read.type === 'range' && !hasHalf(group);
    setInsightsPlace({ typed: next, ...(isWhole && { range: read.range }) });
    setLeft(false);
  };
  const leave = (field: Element): void => {
    setHalf(hasHalf(field.closest('[role=group]')));
    setLeft(true);
  };
  const problem = reading.type === 'problem' ? reading.problem : isHalf ? 'unclear' : null;
  return (
    <div className={styles.own}>
      <div className={styles.days} role="group" aria-label={message('insights.ownDays')}>
        {sides.map((side) => (
          <label key={side} className={styles.day}>
            <span>{message(`insights.own.${side}`)}</span>
            <input
              type="date"
              className={styles.field}
              value={fields[side]}
              aria-describedby={noteId}
              onBlur={({ target }) => leave(target)}
              onKeyDown={({ key, currentTarget }) => key === 'Enter' && leave(currentTarget)}
              onChange={({ target }) => type(side, target.value, target.closest('[role=group]'))}
            />
          </label>
        ))}
      </div>
      <p id={noteId} className={styles.note} role="status">
        {isLeft && problem !== null
          ? message(`insights.ownProblem.${problem}`)
          : typeof range !== 'string' &&
            shown !== null &&
            message('insights.ownShown', {
              from: formatDay(shown.from, 'date'),
              to: formatDay(shown.to, 'date'),
            })}
      </p>
    </div>
  );
}

const hasHalf = (group: Element | null): boolean =>
  [...(group?.querySelectorAll('input') ?? [])].some(({ validity }) => validity.badInput);
