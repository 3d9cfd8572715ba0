import { numberToDay } from '../../../../shared/insights/calendar';
import type { LinePoint } from '../../../../shared/insights/cards/doseLine';
import type { DoseOfKind } from '../../../../shared/insights/pictures/doseOfKinds';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import type { PicturePoint } from '../picturePoints';
import { formatSteps } from '../sayInsight';
import { jitterOf } from './jitter';
import { tenth, type Middle } from './shapes';

export const plot = { top: 8, right: 26, below: 24, left: 26, height: 104 } as const;
/** Sessions of one length and change lie beside each other: in steps and minutes. */
const spread = { steps: 0.5, minutes: 2 } as const;

/** One scale for all kinds: from no minutes on, and as far below none as above it. */
export interface DoseScale {
  readonly minutes: number;
  readonly steps: number;
}

/** Half an hour is a third of the widest it gets by then, and no axis ends at an odd minute. */
export function doseScale(kinds: readonly DoseOfKind[]): DoseScale {
  const dots = kinds.flatMap((kind) => kind.dots);
  const longest = dots.reduce((most, { minutes }) => Math.max(most, minutes), 0);
  const farthest = dots.reduce((most, { shift }) => Math.max(most, Math.abs(shift)), 1);
  return { minutes: Math.max(30, Math.ceil(longest / 30) * 30), steps: Math.ceil(farthest) };
}

export interface PlacedDose {
  readonly dots: readonly Middle[];
  readonly points: readonly PicturePoint[];
  /** From the kind's shortest session to its longest; null where none may be drawn. */
  readonly line: { readonly from: Middle; readonly to: Middle } | null;
  /** The corners of what the line very likely is: its upper edge there and its lower edge back. */
  readonly band: readonly Middle[];
}

export function placeDose(
  { kind, dots }: DoseOfKind,
  scale: DoseScale,
  {
    width,
    line,
    name,
  }: { readonly width: number; readonly line: readonly LinePoint[]; readonly name: string },
): PlacedDose {
  const across = (minutes: number): number =>
    tenth(plot.left + (minutes / scale.minutes) * Math.max(0, width - plot.left - plot.right));
  const up = (steps: number): number =>
    tenth(plot.top + ((scale.steps - steps) / (2 * scale.steps)) * plot.height);
  const within = (steps: number): number => Math.max(-scale.steps, Math.min(scale.steps, steps));
  const placed = dots.map(({ id, minutes, shift }) => ({
    x: across(minutes + (jitterOf(`${kind} ${id}`) - 0.5) * spread.minutes),
    y: up(within(shift + (jitterOf(id) - 0.5) * spread.steps)),
  }));
  const at = (minutes: number, steps: number): Middle => ({ x: across(minutes), y: up(within(steps)) });
  const [first, last] = [line[0], line.at(-1)];
  const hasLine = first !== undefined && last !== undefined && first.amount < last.amount;
  return {
    dots: placed,
    points: dots
      .map(({ day, minutes, shift }, index) => ({
        ...(placed[index] ?? { x: 0, y: 0 }),
        row: 0,
        mark: 'ring' as const,
        say: () => [
          `${formatDay(numberToDay(day), 'full')}`,
          message('insights.card.dose.dotSays', { kind: name, minutes, shift: formatSteps(shift) }),
        ],
        opens: { day: numberToDay(day), holds: 'lived' as const },
      }))
      .toSorted((one, other) => one.x - other.x),
    line: hasLine ? { from: at(first.amount, first.shift), to: at(last.amount, last.shift) } : null,
    band: hasLine
      ? [
          ...line.map(({ amount, high }) => at(amount, high)),
          ...line.toReversed().map(({ amount, low }) => at(amount, low)),
        ]
      : [],
  };
}
