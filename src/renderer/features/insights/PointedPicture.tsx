import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { message } from '../../i18n/i18n';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { openDay } from './openDay';
import styles from './PointedPicture.module.css';
import { nearestPoint, stepFrom, type PicturePoint } from './picturePoints';

interface PointedPictureProps {
  /** Id of what the picture is called. */
  readonly labelledBy: string;
  /** Of the picture, in CSS pixels. */
  readonly width: number;
  /** In the order the keys go; each in CSS pixels from the upper left corner of the picture. */
  readonly points: readonly PicturePoint[];
  /** How a pointer finds its point: the nearest one, or the nearest from left to right with any height. */
  readonly find: 'nearest' | 'across';
  /** What the keys go through, for the hint: "Arrow keys go from day to day." */
  readonly walk: 'days' | 'weeks' | 'months' | 'dots' | 'entries' | 'yearWeeks';
  readonly children: ReactNode;
}

/**
 * A picture whose points say in words what they are, under a pointer and by keys alike, and lead to their day by a click
 * or Enter. The drawing itself never changes while one looks around in it, however much it holds.
 */
export function PointedPicture({ labelledBy, width, points, find, walk, children }: PointedPictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const [at, setAt] = useState<number | null>(null);
  const point = at === null ? undefined : points[at];
  /** The latest of the first row. */
  const entry = points.findLastIndex(({ row }) => row === points[0]?.row);
  const isShown = point !== undefined;
  // Where only the pointer is here, Escape reaches the page and not the picture.
  useEffect(() => {
    if (!isShown) return undefined;
    const hide = ({ key }: globalThis.KeyboardEvent): void => {
      if (key === 'Escape') setAt(null);
    };
    document.addEventListener('keydown', hide);
    return () => document.removeEventListener('keydown', hide);
  }, [isShown]);

  const place = (event: PointerEvent): number | null => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined) return null;
    return nearestPoint(points, { x: event.clientX - box.x, y: event.clientY - box.y }, find);
  };
  const goByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && point?.opens) {
      event.preventDefault();
      openDay(point.opens);
      return;
    }
    const next = stepFrom(points, at ?? entry, event.key);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
  };
  if (points.length === 0) return children;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a walk through its points by the keys of a chart
    <div
      ref={frame}
      className={styles.picture}
      data-opens={point?.opens ? 'day' : 'nothing'}
      role="application"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the same
      tabIndex={0}
      aria-labelledby={labelledBy}
      aria-describedby={hintId}
      onKeyDown={goByKey}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) setAt(at ?? entry);
      }}
      // A press on the drawing inside takes the focus from the frame and leaves the point.
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setAt(null);
      }}
      onPointerMove={(event) => setAt(place(event))}
      onPointerLeave={() => setAt(null)}
      onClick={() => point?.opens && openDay(point.opens)}
    >
      {children}
      {point !== undefined && (
        <span
          className={styles.mark}
          data-form={point.mark}
          style={{ insetInlineStart: point.x, insetBlockStart: point.mark === 'line' ? 0 : point.y }}
          aria-hidden
          data-saved="not"
        />
      )}
      <div
        className={styles.reading}
        role="status"
        aria-live="polite"
        data-saved="not"
        data-shown={isShown}
        style={point && readingPlace(point, width)}
      >
        {point?.say().map((line) => (
          <p key={line}>{line}</p>
        ))}
        {point?.opens && (
          <p className={styles.way}>
            {message('insights.clickOpens', {
              what: point.opens.holds === 'entry' ? 'entry' : (point.stretch ?? 'day'),
            })}
          </p>
        )}
      </div>
      <VisuallyHidden>
        <span id={hintId}>{message('insights.walk', { walk })}</span>
      </VisuallyHidden>
    </div>
  );
}

/** Beside the point, on the side that has more room. */
const readingPlace = ({ x, y }: PicturePoint, width: number) =>
  x < width / 2
    ? { insetInlineStart: x + 14, insetBlockStart: y }
    : { insetInlineEnd: width - x + 14, insetBlockStart: y };
