import { useId, useMemo } from 'react';
import type { NamedFeeling } from '../../../../shared/insights/cards/namedFeelings';
import type { FeelingMarks } from '../../../../shared/insights/pictures/feelingMarks';
import { message } from '../../../i18n/i18n';
import { feelingWord } from '../../../i18n/words';
import type { PictureLabels } from '../InsightCard';
import { PointedPicture } from '../PointedPicture';
import { useWidth } from '../useWidth';
import styles from './FeelingRows.module.css';
import { placeMarks } from './placeMarks';
import { discsPath, halfDiscsPath } from './shapes';
import { ShareLine } from './ShareLine';

interface FeelingRowsProps {
  readonly feelings: readonly NamedFeeling[];
  readonly marks: readonly FeelingMarks[];
  readonly labels: PictureLabels;
}

/** A row of marks for each feeling, one for each session; what still times did with it stands below. */
export function FeelingRows({ feelings, marks, labels }: FeelingRowsProps) {
  return (
    <>
      <p className={styles.key}>
        <Key outcome="stayed" /> <Key outcome="gone" /> <Key outcome="appeared" />
      </p>
      <ul className={styles.feelings}>
        {feelings.map((feeling) => {
          const own = marks.find((other) => other.feeling === feeling.feeling);
          return (
            <li key={feeling.feeling} className={styles.feeling}>
              {own !== undefined && <FeelingRow feeling={feeling} marks={own} labels={labels} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

const keyMark = [{ x: 6, y: 6 }];

function Key({ outcome }: { readonly outcome: 'stayed' | 'gone' | 'appeared' }) {
  return (
    <span className={styles.keyItem}>
      <svg width="12" height="12" aria-hidden>
        <Marks middles={{ stayed: [], gone: [], appeared: [], [outcome]: keyMark }} radius={4.5} />
      </svg>
      {message('insights.card.feeling.key', { outcome })}
    </span>
  );
}

function FeelingRow({
  feeling,
  marks,
  labels,
}: {
  readonly feeling: NamedFeeling;
  readonly marks: FeelingMarks;
  readonly labels: PictureLabels;
}) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const id = useId();
  const placed = useMemo(() => placeMarks(marks, width), [marks, width]);
  const { before, stayed, appeared, stillBefore, stillStayed, share, stillShare } = feeling;
  return (
    <>
      <span id={`${id}name`} className={styles.name}>
        {feelingWord(feeling.feeling)}
      </span>
      <div className={styles.marks}>
        <div ref={frame}>
          {width > 0 && (
            <PointedPicture
              labelledBy={`${id}name`}
              width={width}
              points={placed.points}
              find="nearest"
              walk="dots"
            >
              <svg
                className={styles.row}
                width={width}
                height={placed.height}
                // A drawing made of shapes has no file an <img> could show.
                role="img"
                aria-labelledby={`${labels.questionId} ${id}name`}
                aria-describedby={`${id}counts`}
              >
                <Marks middles={placed.middles} radius={placed.radius} />
              </svg>
            </PointedPicture>
          )}
        </div>
        <p id={`${id}counts`} className={styles.counts}>
          {message('insights.card.feeling.counts', { before, stayed, gone: before - stayed, appeared })}
        </p>
        {share !== null && (
          <div className={styles.shares}>
            <ShareLine
              name={message('insights.card.feeling.share')}
              count={stayed}
              of={before}
              share={share}
            />
            {stillShare !== null && (
              <ShareLine
                name={message('insights.card.feeling.stillShare')}
                count={stillStayed}
                of={stillBefore}
                share={stillShare}
              />
            )}
          </div>
        )}
      </div>
    </>
  );
}

function Marks({
  middles: { stayed, gone, appeared },
  radius,
}: Pick<ReturnType<typeof placeMarks>, 'middles' | 'radius'>) {
  return (
    <>
      <path className={styles.full} d={discsPath(stayed, radius)} />
      <path className={styles.ring} d={discsPath([...gone, ...appeared], radius)} />
      <path className={styles.full} d={halfDiscsPath(appeared, radius)} />
    </>
  );
}
