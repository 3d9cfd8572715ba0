import { countFilters, type Search } from '../domain/search';
import { foldTag } from './foldTag';

/** The search with `into` wherever it asks for `from`, or without that for null. Null when nothing is left to look for. */
export function followTag({ words, filters }: Search, from: string, into: string | null): Search | null {
  const folded = foldTag(from);
  const tags: string[] = [];
  for (const tag of filters.tags) {
    const next = foldTag(tag) === folded ? into : tag;
    if (next !== null && !tags.some((one) => foldTag(one) === foldTag(next))) tags.push(next);
  }
  const search = { words, filters: { ...filters, tags } };
  return words.trim() === '' && countFilters(search.filters) === 0 ? null : search;
}
