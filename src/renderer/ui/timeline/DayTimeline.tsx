import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, type KeyboardEvent, type ReactNode } from 'react';
import type { Span } from '../../../shared/domain/span';
import type { CivilDay } from '../../../shared/time';
import { formatDay } from '../../i18n/formats';
import { DayFigure } from './DayFigure';
import { DaySpans } from './DaySpans';
import styles from './DayTimeline.module.css';
import {
  dayAbove,
  findDay,
  layOutTimeline,
  monthAbove,
  type CountedDay,
  type TimelineDay,
  type TimelineItem,
} from './layOutTimeline';
import { useEntryKeys } from './useEntryKeys';
import { useScroller } from './useScroller';

/** Close enough that nothing jumps: a month's line, and an entry of two lines with what is around it. */
const estimate = (item: TimelineItem | undefined): number =>
  item?.kind === 'month' ? 68 : 16 + 88 * (item?.count ?? 1);

/** What the name of the month takes at the top, where it stays. */
const headingHeight = 62;

/** Where in the list one is. */
interface ListPlace {
  /** The day that was chosen elsewhere; null until one is. */
  readonly day: CivilDay | null;
  /** The day at the top; null where the list begins, and after another day was chosen. */
  readonly top: CivilDay | null;
}

interface DayTimelineProps {
  /** Newest first. */
  readonly days: readonly CountedDay[];
  /** Read once, when the list is laid out. */
  readonly place: () => ListPlace;
  readonly chosen: CivilDay | null;
  readonly onTop: (top: CivilDay | null) => void;
  /** Their days have the band beside them. */
  readonly spans: readonly Span[];
  /** "12 entries" */
  readonly totalInWords: (total: number) => string;
  /** What is done when a day comes into sight is to read its records. */
  readonly renderDay: (day: TimelineDay, total: number) => ReactNode;
}

/**
 * All records by day, newest first. Only what is in sight is on the page, however many there are. Arrow keys go between
 * elements with `data-entry`, the place of a record from 1.
 */
export function DayTimeline({
  days,
  spans,
  place,
  chosen,
  onTop,
  totalInWords,
  renderDay,
}: DayTimelineProps) {
  const [scroller, attach] = useScroller();
  const items = useMemo(() => layOutTimeline(days), [days]);
  const total = useMemo(() => days.reduce((sum, { count }) => sum + count, 0), [days]);

  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by what it answers with
  const virtualizer = useVirtualizer<HTMLElement, HTMLDivElement>({
    count: items.length,
    getScrollElement: () => scroller?.box ?? null,
    estimateSize: (index) => estimate(items[index]),
    getItemKey: (index) => `${items[index]?.kind} ${items[index]?.day}`,
    scrollMargin: scroller?.margin ?? 0,
    scrollPaddingStart: headingHeight,
    overscan: 8,
    // The month one is in stays, at the top.
    rangeExtractor: (range: Range) => {
      const above = monthAbove(items, range.startIndex);
      return [...new Set([above, ...defaultRangeExtractor(range)])].toSorted((one, other) => one - other);
    },
  });

  // Back from a page one is where one was; a day that was chosen since then comes to the top.
  const box = scroller?.box;
  const goToPlace = useEffectEvent((): void => {
    const to = place().top ?? place().day;
    if (to !== null) virtualizer.scrollToIndex(findDay(items, to), { align: 'start' });
  });
  const notePlace = useEffectEvent((): void => {
    const index = virtualizer.range?.startIndex ?? 0;
    const top = index === 0 ? null : (items[index]?.day ?? null);
    onTop(top);
  });
  useEffect(() => {
    if (box === undefined) return undefined;
    goToPlace();
    const note = (): void => notePlace();
    box.addEventListener('scrollend', note);
    return () => box.removeEventListener('scrollend', note);
  }, [box, chosen]);

  const shown = virtualizer.getVirtualItems();
  const goTo = useEntryKeys(total, (place) => {
    const index = items.findIndex((item) => item.kind === 'day' && place < item.skip + item.count);
    virtualizer.scrollToIndex(index, { align: 'auto' });
  });

  const first = virtualizer.range?.startIndex ?? 0;
  const stuck = monthAbove(items, first);
  return (
    <div
      ref={attach}
      className={styles.timeline}
      style={{ blockSize: virtualizer.getTotalSize() }}
      role="presentation"
      onKeyDown={(event: KeyboardEvent) => goTo(event)}
    >
      {shown.map(({ index, key, start }) => {
        const item = items[index];
        if (item === undefined) return null;
        const isStuck = index === stuck;
        return (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className={styles.item}
            data-stuck={isStuck}
            style={isStuck ? {} : { transform: `translateY(${start - virtualizer.options.scrollMargin}px)` }}
          >
            {item.kind === 'month' ? (
              <h2 className={styles.month}>
                <span>{formatDay(item.day, 'month')}</span>
                <span className={styles.count}>{totalInWords(item.total)}</span>
              </h2>
            ) : (
              <section className={styles.day} aria-label={formatDay(item.day, 'full')}>
                <DayFigure day={item.day} />
                <DaySpans day={item.day} above={dayAbove(items, index)} spans={spans} />
                {renderDay(item, total)}
              </section>
            )}
          </div>
        );
      })}
    </div>
  );
}
