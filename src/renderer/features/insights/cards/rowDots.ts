import type { BeforeAfterPair } from '../../../../shared/domain/insights';
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
    id: shift.session.id,
    steps: shiftOf(shift),
    opens: { day, holds: 'lived' },
    say: () => `${formatDay(day, 'full')} · ${sessionWords(movementKindSchema.parse(kind), minutes)}`,
  };
};

/** The same of a session that is known by its two ratings alone. */
export const pairDot = ({ sessionId, day, kind, minutes, before, after }: BeforeAfterPair): RowDot => ({
  id: sessionId,
  steps: after - before,
  opens: { day, holds: 'lived' },
  say: () => `${formatDay(day, 'full')} · ${sessionWords(kind, minutes)}`,
});

/** An evening beside the rest of its week. */
export const evening = (dayNumber: number, steps: number): RowDot => {
  const day = numberToDay(dayNumber);
  return { id: day, steps, opens: { day, holds: 'lived' }, say: () => formatDay(day, 'full') };
};
