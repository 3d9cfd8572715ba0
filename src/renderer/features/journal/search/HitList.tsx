import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, type KeyboardEvent } from 'react';
import type { SearchHit } from '../../../../shared/domain/entry';
import type { Search } from '../../../../shared/domain/search';
import { useHitPieces, windowSize } from '../../../bridge/findingQueries';
import { setJournalPlace, useJournalPlace } from '../../../session/journalPlaceStore';
import { useEntryKeys } from '../../../ui/timeline/useEntryKeys';
import { useScroller } from '../../../ui/timeline/useScroller';
import { Hit } from './Hit';
import styles from './Search.module.css';

/** A day, two or three lines of text, and what is around them. */
const usualHeight = 126;

interface HitListProps {
  readonly search: Search;
  /** The first piece, which came with the total. */
  readonly first: readonly SearchHit[];
  readonly total: number;
}

/** Everything that was found, in its order. Only what is in sight is on the page, and only that is read. */
export function HitList({ search, first, total }: HitListProps) {
  const [scroller, attach] = useScroller();
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by what it answers with
  const virtualizer = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: total,
    getScrollElement: () => scroller?.box ?? null,
    estimateSize: () => usualHeight,
    scrollMargin: scroller?.margin ?? 0,
    overscan: 6,
  });

  // Back from a page one is where one was; another search begins at its beginning.
  const box = scroller?.box;
  const goToPlace = useEffectEvent((): void => {
    const { topHit } = useJournalPlace.getState();
    if (topHit?.of === search) virtualizer.scrollToIndex(topHit.at, { align: 'start' });
    else box?.scrollTo({ top: 0 });
  });
  const notePlace = useEffectEvent((): void => {
    const at = virtualizer.range?.startIndex ?? 0;
    setJournalPlace({ topHit: at === 0 ? null : { of: search, at } });
  });
  useEffect(() => {
    if (box === undefined) return undefined;
    goToPlace();
    const note = (): void => notePlace();
    box.addEventListener('scrollend', note);
    return () => box.removeEventListener('scrollend', note);
  }, [box, search]);

  const shown = virtualizer.getVirtualItems();
  const pieces = [...new Set(shown.map(({ index }) => Math.floor(index / windowSize)))].filter(
    (piece) => piece > 0,
  );
  const later = useHitPieces(search, pieces);
  const hitAt = (index: number): SearchHit | undefined =>
    index < windowSize
      ? first[index]
      : later[pieces.indexOf(Math.floor(index / windowSize))]?.data?.hits[index % windowSize];

  const goTo = useEntryKeys(total, (place) => virtualizer.scrollToIndex(place, { align: 'auto' }));
  return (
    <div role="presentation" onKeyDown={(event: KeyboardEvent) => goTo(event)}>
      <ol ref={attach} className={styles.hits} style={{ blockSize: virtualizer.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const hit = hitAt(index);
          return (
            <li
              key={index}
              ref={virtualizer.measureElement}
              data-index={index}
              className={styles.hit}
              aria-posinset={index + 1}
              aria-setsize={total}
              style={{ transform: `translateY(${start - virtualizer.options.scrollMargin}px)` }}
            >
              {hit === undefined ? (
                <div className={styles.toCome} />
              ) : (
                <Hit hit={hit} words={search.words} place={index + 1} />
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
