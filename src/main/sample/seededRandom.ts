import { assert } from '../../shared/assert';
import type { RandomBytes } from '../../shared/ports';

/** Random numbers that are the same for the same seed, on every machine. Not for secrets. */
export interface SeededRandom {
  /** In [0, 1). */
  readonly next: () => number;
  /** Whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** Mean 0, standard deviation 1. */
  readonly normal: () => number;
  readonly bytes: RandomBytes;
}

/** Mulberry32 (Tommy Ettinger, public domain). */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      assert(item !== undefined, 'there is something to pick from');
      return item;
    },
    // Box and Muller, 1958; the second value is left unused.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    bytes: (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256)),
  };
}

/**
 * Deals items in random order, again and again. What was dealt in the last half of a round comes in the last half
 * of the next one, so that nothing repeats soon.
 */
export function createDeck<Item>(items: readonly Item[], random: SeededRandom): () => Item {
  let earlier: readonly Item[] = [];
  let later = items;
  let rest: Item[] = [];
  return () => {
    if (rest.length === 0) {
      rest = [...shuffled(later, random), ...shuffled(earlier, random)];
      const half = Math.ceil(rest.length / 2);
      later = rest.slice(0, half);
      earlier = rest.slice(half);
    }
    const item = rest.pop();
    assert(item !== undefined, 'a deck has items');
    return item;
  };
}

function shuffled<Item>(items: readonly Item[], random: SeededRandom): Item[] {
  return items
    .map((item) => ({ item, place: random.next() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
