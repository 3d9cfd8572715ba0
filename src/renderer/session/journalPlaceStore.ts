import { create } from 'zustand';
import { noFilters, type Search } from '../../shared/domain/search';
import type { CivilDay } from '../../shared/time';

export type JournalPart = 'pages' | 'calendar' | 'year' | 'bin';

interface JournalPlace {
  readonly part: JournalPart;
  readonly search: Search;
  /** The day that is looked at; null until one is chosen. */
  readonly day: CivilDay | null;
  /** The day at the top of the pages; null where they begin, and after another day was chosen. */
  readonly top: CivilDay | null;
  /** The hit at the top, counted from 0, and the search it is of; null where they begin. */
  readonly topHit: { readonly of: Search; readonly at: number } | null;
}

const atTheTop: JournalPlace = {
  part: 'pages',
  search: { words: '', filters: noFilters },
  day: null,
  top: null,
  topHit: null,
};

/** Where in the Journal room one is: who opens a page and comes back finds it as it was. It holds what was looked for, so a lock forgets it. */
export const useJournalPlace = create<JournalPlace>()(() => atTheTop);

export const setJournalPlace = (change: Partial<JournalPlace>): void => useJournalPlace.setState(change);

export const forgetJournalPlace = (): void => useJournalPlace.setState(atTheTop);
