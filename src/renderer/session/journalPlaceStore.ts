import { create } from 'zustand';
import { noFilters, type Search } from '../../shared/domain/search';
import { foldTag } from '../../shared/search/foldTag';
import { followTag } from '../../shared/search/followTag';
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

/** What is looked for now goes with a tag to its new name, or does without it. */
export function followTagInPlace(from: string, into: string | null): void {
  const { search } = useJournalPlace.getState();
  const asksForIt = search.filters.tags.some((tag) => foldTag(tag) === foldTag(from));
  if (asksForIt) setJournalPlace({ search: followTag(search, from, into) ?? atTheTop.search });
}

export const forgetJournalPlace = (): void => useJournalPlace.setState(atTheTop);
