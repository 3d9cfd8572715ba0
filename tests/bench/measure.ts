/** Milliseconds over all runs. */
export interface Figure {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
  readonly runs: number;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** The nearest-rank quantile. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;

export function toFigure(milliseconds: readonly number[]): Figure {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  return {
    median: round(quantile(sorted, 0.5)),
    p95: round(quantile(sorted, 0.95)),
    most: round(sorted.at(-1) ?? Number.NaN),
    runs: sorted.length,
  };
}

export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** One figure for each side of the same work, taken in turns so that a busy moment is shared fairly. */
export async function compare(
  runs: number,
  measured: (run: number) => unknown,
  floor: (run: number) => unknown,
): Promise<{ readonly measured: Figure; readonly floor: Figure; readonly ratio: number }> {
  const own: number[] = [];
  const least: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    own.push(await timed(() => measured(run)));
    least.push(await timed(() => floor(run)));
  }
  const figure = { measured: toFigure(own), floor: toFigure(least) };
  return { ...figure, ratio: round(figure.measured.median / figure.floor.median) };
}
