import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, type KeyboardEvent } from 'react';
import type { EntrySummary } from '../../../../shared/domain/entry';
import { useWindows, windowSize } from '../../../bridge/findingQueries';
import { setJournalPlace, useJournalPlace } from '../../../session/journalPlaceStore';
import {
  findDay,
  layOutTimeline,
  monthAbove,
  type DayWithEntries,
  type TimelineItem,
} from './layOutTimeline';
import styles from './Timeline.module.css';
import { TimelineDay, TimelineMonth } from './TimelineDay';
import { useEntryKeys } from './useEntryKeys';
import { useScroller } from './useScroller';

/** Close enough that nothing jumps: a month's line, and an entry of two lines with what is around it. */
const estimate = (item: TimelineItem | undefined): number =>
  item?.kind === 'month' ? 68 : 16 + 88 * (item?.count ?? 1);

/** What the name of the month takes at the top, where it stays. */
const headingHeight = 62;

const piecesOf = (item: TimelineItem | undefined): readonly number[] => {
  if (item?.kind !== 'day') return [];
  const first = Math.floor(item.skip / windowSize);
  const last = Math.floor((item.skip + item.count - 1) / windowSize);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
};

/** All entries, newest first. Only what is in sight is on the page, however many there are. */
export function Timeline({ days }: { readonly days: readonly DayWithEntries[] }) {
  const [scroller, attach] = useScroller();
  const { day } = useJournalPlace();
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
    const to = useJournalPlace.getState().top ?? day;
    if (to !== null) virtualizer.scrollToIndex(findDay(items, to), { align: 'start' });
  });
  const notePlace = useEffectEvent((): void => {
    const index = virtualizer.range?.startIndex ?? 0;
    const top = index === 0 ? null : (items[index]?.day ?? null);
    setJournalPlace({ top });
  });
  useEffect(() => {
    if (box === undefined) return undefined;
    goToPlace();
    const note = (): void => notePlace();
    box.addEventListener('scrollend', note);
    return () => box.removeEventListener('scrollend', note);
  }, [box, day]);

  const shown = virtualizer.getVirtualItems();
  const pieces = [...new Set(shown.flatMap(({ index }) => piecesOf(items[index])))];
  const windows = useWindows(pieces);
  const entryAt = (place: number): EntrySummary | undefined =>
    windows[pieces.indexOf(Math.floor(place / windowSize))]?.data?.entries[place % windowSize];

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
              <TimelineMonth month={item} />
            ) : (
              <TimelineDay day={item} total={total} entryAt={entryAt} />
            )}
          </div>
        );
      })}
    </div>
  );
}
