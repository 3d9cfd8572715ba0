import { movementKindSchema } from '../../../../shared/domain/movementKind';
import { numberToDay } from '../../../../shared/insights/calendar';
import { shiftOf } from '../../../../shared/insights/cards/sessionChange';
import type { SessionShift } from '../../../../shared/insights/diary';
import { formatDay } from '../../../i18n/formats';
import { sessionWords } from '../../../i18n/words';
import type { RowDot } from './intervalRow';

/** A session by how much higher or lower it ended. */
export const sessionDot = (shift: SessionShift): RowDot => {
  const day = numberToDay(shift.day);
  const { kind, minutes } = shift.session;
  return {
    steps: shiftOf(shift),
    opens: { day, holds: 'lived' },
    say: () => `${formatDay(day, 'full')} · ${sessionWords(movementKindSchema.parse(kind), minutes)}`,
  };
};

/** An evening beside the rest of its week. */
export const evening = (dayNumber: number, steps: number): RowDot => {
  const day = numberToDay(dayNumber);
  return { steps, opens: { day, holds: 'lived' }, say: () => formatDay(day, 'full') };
};
