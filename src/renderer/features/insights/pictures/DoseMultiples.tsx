import { useId, useMemo } from 'react';
import { ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import { movementKindSchema } from '../../../../shared/domain/movementKind';
import type { LinePoint } from '../../../../shared/insights/cards/doseLine';
import type { DoseOfKind } from '../../../../shared/insights/pictures/doseOfKinds';
import { locale, message } from '../../../i18n/i18n';
import { kindWord } from '../../../i18n/words';
import { dateWord } from '../axisWords';
import type { PictureLabels } from '../InsightCard';
import { formatMinutes } from '../minutes';
import { PointedPicture } from '../PointedPicture';
import { drawing } from '../drawing';
import { useWidth } from '../useWidth';
import styles from './DoseMultiples.module.css';
import { doseScale, placeDose, plot, type DoseScale } from './placeDose';
import { discsPath, type Middle } from './shapes';

interface DoseMultiplesProps {
  readonly kinds: readonly DoseOfKind[];
  /** By kind; empty while none may be drawn. */
  readonly lines: ReadonlyMap<string, readonly LinePoint[]>;
  readonly labels: PictureLabels;
}

const whole = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
const formatWhole = (steps: number): string => whole.format(steps).replace('-', '−');

/** Every kind is a picture of its own, on one scale: no line is ever drawn across kinds. */
export function DoseMultiples({ kinds, lines, labels }: DoseMultiplesProps) {
  const scale = useMemo(() => doseScale(kinds), [kinds]);
  return (
    <div className={styles.frame}>
      <ul className={styles.kinds}>
        {kinds.map((kind) => (
          <li key={kind.kind}>
            <DoseOfOneKind kind={kind} scale={scale} line={lines.get(kind.kind) ?? noLine} labels={labels} />
          </li>
        ))}
      </ul>
      <p className={styles.key}>
        {message('insights.card.dose.key', { line: lines.size === 0 ? 'none' : 'drawn' })}
      </p>
    </div>
  );
}

/** Hours throughout where the longest is hours; else the unit stands at the end alone. */
function minuteTick(minutes: number, scale: DoseScale): string {
  if (minutes === 0) return '0';
  return scale.minutes > 120 || minutes === scale.minutes ? formatMinutes(minutes) : String(minutes);
}

const ends = [{ x: 0, y: 0 }];
const nothing = () => <g />;
const noLine: readonly LinePoint[] = [];

interface DoseOfOneKindProps {
  readonly kind: DoseOfKind;
  readonly scale: DoseScale;
  readonly line: readonly LinePoint[];
  readonly labels: PictureLabels;
}

function DoseOfOneKind({ kind, scale, line, labels }: DoseOfOneKindProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const nameId = useId();
  const name = kindWord(movementKindSchema.parse(kind.kind));
  const placed = useMemo(
    () => placeDose(kind, scale, { width, line, name }),
    [kind, scale, width, line, name],
  );
  return (
    <>
      <p id={nameId} className={styles.name}>
        {name}{' '}
        <span className={styles.count}>
          {message('insights.sessionCount', { sessions: kind.dots.length })}
        </span>
      </p>
      <div ref={frame}>
        <PointedPicture
          labelledBy={nameId}
          width={width}
          points={width === 0 ? [] : placed.points}
          find="nearest"
          walk="dots"
        >
          <ScatterChart
            data={ends}
            responsive
            {...drawing(`${labels.questionId} ${nameId}`, labels.answerId)}
            margin={{ top: plot.top, right: plot.right, bottom: 0, left: 0 }}
            style={{ blockSize: `${plot.top + plot.height + plot.below}px`, inlineSize: '100%' }}
          >
            <XAxis
              type="number"
              dataKey="x"
              domain={[0, scale.minutes]}
              ticks={[0, scale.minutes / 3, (scale.minutes / 3) * 2, scale.minutes]}
              interval={0}
              height={plot.below}
              tick={dateWord}
              tickFormatter={(minutes: number) => minuteTick(minutes, scale)}
              axisLine={{ className: styles.ground }}
              tickLine={false}
            />
            <YAxis
              type="number"
              dataKey="y"
              width={plot.left}
              domain={[-scale.steps, scale.steps]}
              ticks={[-scale.steps, 0, scale.steps]}
              interval={0}
              tickFormatter={formatWhole}
              axisLine={false}
              tickLine={false}
            />
            <ReferenceLine y={0} className={styles.none ?? ''} zIndex={-1} />
            {/* The axes want one series; the sessions place themselves, in one path. */}
            <Scatter data={ends} shape={nothing} isAnimationActive={false} />
            <path className={styles.band} d={polygon(placed.band)} />
            <path
              className={styles.dots}
              data-density={kind.dots.length > 150 ? 'dense' : 'loose'}
              d={discsPath(placed.dots, kind.dots.length > 150 ? 1.5 : 2.25)}
            />
            {placed.line !== null && (
              <path
                className={styles.line}
                d={`M${placed.line.from.x} ${placed.line.from.y}L${placed.line.to.x} ${placed.line.to.y}`}
              />
            )}
          </ScatterChart>
        </PointedPicture>
      </div>
    </>
  );
}

/** Two triangles that meet in the mean of the kind. */
const polygon = (corners: readonly Middle[]): string =>
  [corners.slice(0, 3), corners.slice(3)]
    .filter((triangle) => triangle.length > 0)
    .map((triangle) => `M${triangle.map(({ x, y }) => `${x} ${y}`).join('L')}Z`)
    .join('');
