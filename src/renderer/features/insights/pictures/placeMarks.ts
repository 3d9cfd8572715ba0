import { movementKindSchema } from '../../../../shared/domain/movementKind';
import { numberToDay } from '../../../../shared/insights/calendar';
import type {
  FeelingMark,
  FeelingMarks,
  FeelingOutcome,
} from '../../../../shared/insights/pictures/feelingMarks';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { feelingWord, kindWord } from '../../../i18n/words';
import type { PicturePoint } from '../picturePoints';
import type { Middle } from './shapes';

const outcomes = ['stayed', 'gone', 'appeared'] as const;
/** Marks grow smaller where there are many. */
const cells = { few: 18, many: 12 } as const;
const many = 150;

export interface PlacedMarks {
  readonly radius: number;
  readonly height: number;
  readonly middles: Readonly<Record<FeelingOutcome, readonly Middle[]>>;
  readonly points: readonly PicturePoint[];
}

/** What happened to a feeling, a mark each: first what was named before, then, after a space, what was new afterwards. */
export function placeMarks({ feeling, marks }: FeelingMarks, width: number): PlacedMarks {
  const cell = marks.length > many ? cells.many : cells.few;
  const inLine = Math.max(1, Math.floor(width / cell));
  const groups = outcomes.map((outcome) => marks.filter((mark) => mark.outcome === outcome));
  const before = (groups[0]?.length ?? 0) + (groups[1]?.length ?? 0);
  const place = (index: number): Middle => ({
    x: ((index % inLine) + 0.5) * cell,
    y: (Math.floor(index / inLine) + 0.5) * cell,
  });
  const slots = [0, groups[0]?.length ?? 0, before === 0 ? 0 : before + 1];
  const placed = groups.map((group, side) => group.map((_mark, index) => place((slots[side] ?? 0) + index)));
  const used = (slots[2] ?? 0) + (groups[2]?.length ?? 0);
  const [stayed = [], gone = [], appeared = []] = placed;
  return {
    radius: cell / 2 - (cell > cells.many ? 3.5 : 2),
    height: Math.max(1, Math.ceil(used / inLine)) * cell,
    middles: { stayed, gone, appeared },
    points: groups.flatMap((group, side) =>
      group.map((mark, index) => {
        const middle = placed[side]?.[index] ?? { x: 0, y: 0 };
        return {
          ...middle,
          row: Math.round(middle.y),
          mark: 'ring' as const,
          say: () => [markWords(feeling, mark)],
          opens: { day: numberToDay(mark.day), holds: 'lived' as const },
        };
      }),
    ),
  };
}

/** "12 May 2026, run: anger, still there" */
export const markWords = (feeling: string, { day, kind, outcome }: FeelingMark): string =>
  message('insights.card.feeling.mark', {
    day: formatDay(numberToDay(day), 'date'),
    kind: kindWord(movementKindSchema.parse(kind)),
    feeling: feelingWord(feeling),
    outcome,
  });
