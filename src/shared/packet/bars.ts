/** A stretch of a text in UTF-16 code units, the end not included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What stands where something is covered: always as long, whatever it covers. */
export const bar = '█████';

/** In their order, and what touches or overlaps as one; whatever lies outside of the text is cut off. */
export function joinStretches(stretches: readonly Stretch[], length: number): readonly Stretch[] {
  const joined: Stretch[] = [];
  const within = stretches
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(length, to) }))
    .filter(({ from, to }) => from < to)
    .toSorted((one, other) => one.from - other.from);
  for (const stretch of within) {
    const last = joined.at(-1);
    if (last === undefined || stretch.from > last.to) joined.push(stretch);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
  }
  return joined;
}

/** `stretches` as `joinStretches` gives them. What they hold is gone from the result, and how long it was. */
export function putBars(text: string, stretches: readonly Stretch[]): string {
  let at = 0;
  let covered = '';
  for (const { from, to } of stretches) {
    covered += text.slice(at, from) + bar;
    at = to;
  }
  return covered + text.slice(at);
}

/**
 * The stretch of the text itself that a stretch of its covered form stands for. Whatever begins or ends within a bar takes all
 * that the bar covers.
 */
export function coveredToOriginal(shown: Stretch, stretches: readonly Stretch[]): Stretch {
  const place = (offset: number, side: keyof Stretch): number => {
    /** How much longer the text was than its covered form, up to here. */
    let longer = 0;
    for (const { from, to } of stretches) {
      const begins = from - longer;
      if (offset <= begins) break;
      if (offset < begins + bar.length) return side === 'from' ? from : to;
      longer += to - from - bar.length;
    }
    return offset + longer;
  };
  return { from: place(shown.from, 'from'), to: place(shown.to, 'to') };
}
