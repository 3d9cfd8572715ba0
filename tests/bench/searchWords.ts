import { assert } from '../../src/shared/assert';
import { documentToOwnText } from '../../src/shared/document/plainText';
import type { Journal } from '../../src/main/journal/journal';

export interface SearchWords {
  /** In three entries or fewer. */
  readonly rare: readonly string[];
  /** In a good number of entries, not in most. */
  readonly middling: readonly string[];
  /** In the most entries. */
  readonly common: readonly string[];
  /** First four letters of longer words. */
  readonly beginnings: readonly string[];
}

/** What a long journal is asked for, by kind. */
export type LongWords = Readonly<Record<string, readonly string[]>>;

/** Words the journal really holds, by how many entries hold them. */
export function findSearchWords({ everything }: Journal): SearchWords {
  const entriesWith = new Map<string, number>();
  for (const { document } of everything.entries()) {
    const words = new Set(
      documentToOwnText(document)
        .toLowerCase()
        .match(/\p{L}{3,}/gu),
    );
    for (const word of words) entriesWith.set(word, (entriesWith.get(word) ?? 0) + 1);
  }
  const byCount = [...entriesWith].toSorted(([, one], [, other]) => other - one);
  const within = (least: number, most: number) =>
    byCount.filter(([, count]) => count >= least && count <= most).map(([word]) => word);
  const found = {
    rare: within(1, 3),
    middling: within(20, 200),
    common: byCount.slice(0, 20).map(([word]) => word),
    beginnings: within(5, 500).flatMap((word) => (word.length > 5 ? [`${word.slice(0, 4)}*`] : [])),
  };
  for (const [kind, words] of Object.entries(found)) assert(words.length > 0, `there are ${kind} words`);
  return found;
}

/** Goes round and round. */
export const nth = (words: readonly string[], run: number): string => words[run % words.length] ?? '';
