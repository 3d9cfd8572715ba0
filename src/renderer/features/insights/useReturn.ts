import { useEffect } from 'react';
import { setInsightsPlace, useInsightsPlace } from '../../session/insightsPlaceStore';

/** The box that scrolls the page. */
export const pageBox = (): HTMLElement | null => document.querySelector('main')?.parentElement ?? null;

/** Goes to where on the page a day was opened, once everything above stands there in its height. */
export function useReturn(page: 'ready' | 'waiting'): void {
  useEffect(() => {
    const { leftAt } = useInsightsPlace.getState();
    if (page === 'waiting' || leftAt === null) return;
    // Pictures take their height when they know their width, which is before the second frame.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        setInsightsPlace({ leftAt: null });
        pageBox()?.scrollTo({ top: leftAt, behavior: 'instant' });
      }),
    );
  }, [page]);
}
