import { shiftOf } from '../cards/sessionChange';
import type { Diary } from '../diary';

interface DoseDot {
  /** Of the session. */
  readonly id: string;
  readonly day: number;
  readonly minutes: number;
  /** In steps: how much higher it ended than it began. */
  readonly shift: number;
}

export interface DoseOfKind {
  readonly kind: string;
  /** In time order. */
  readonly dots: readonly DoseDot[];
}

/** Sessions with both ratings by kind, in the order of `kinds`: each kind is a picture of its own. */
export const doseOfKinds = (
  { shifts }: Pick<Diary, 'shifts'>,
  kinds: readonly string[],
): readonly DoseOfKind[] =>
  kinds.flatMap((kind) => {
    const dots = shifts
      .filter(({ session }) => session.kind === kind)
      .map((shift) => ({
        id: shift.session.id,
        day: shift.day,
        minutes: shift.session.minutes,
        shift: shiftOf(shift),
      }));
    return dots.length === 0 ? [] : [{ kind, dots }];
  });
