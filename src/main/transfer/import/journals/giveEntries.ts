import type { DocumentNode } from '../../../../shared/document/schema';
import type { ForeignEntry, JournalSource } from './foreignJournal';

/** Takes entries while the rest is still read. Once it has them, the next may come. */
export type TakeEntries = (source: JournalSource, entries: readonly ForeignEntry[]) => Promise<void>;

export interface GivenEntries {
  readonly add: (entry: ForeignEntry) => Promise<void>;
  /** Those that nobody has taken yet; all of them where nobody takes any. */
  readonly left: () => readonly ForeignEntry[];
}

/** Entries that are given away in one go, and what they may weigh: a heap is taken while the next is read. */
export const mostOfHeap = { entries: 50, weight: 2 ** 20 } as const;

/** Gives what is read away in small heaps, so that decades of it are never in memory whole. */
export function giveEntries(source: JournalSource, take: TakeEntries | undefined): GivenEntries {
  let entries: ForeignEntry[] = [];
  let weight = 0;
  return {
    add: async (entry) => {
      entries.push(entry);
      if (take === undefined) return;
      weight += weightOf(entry.document.root);
      if (entries.length < mostOfHeap.entries && weight < mostOfHeap.weight) return;
      const heap = entries;
      [entries, weight] = [[], 0];
      await take(source, heap);
    },
    left: () => entries,
  };
}

/** About the bytes of a node beside its text. */
const ofNode = 100;

const weightOf = ({ text, children = [] }: DocumentNode): number =>
  children.reduce(
    (sum, child) => sum + weightOf(child),
    ofNode + (typeof text === 'string' ? text.length : 0),
  );
