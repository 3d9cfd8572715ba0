export interface Middle {
  readonly x: number;
  readonly y: number;
}

export const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;

/** Many marks of one look in one path: hundreds of sessions are one element. */
export const discsPath = (middles: readonly Middle[], radius: number): string =>
  middles
    .map(
      ({ x, y }) =>
        `M${tenth(x - radius)} ${tenth(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`,
    )
    .join('');

export const squaresPath = (middles: readonly Middle[], half: number): string =>
  middles
    .map(({ x, y }) => `M${tenth(x - half)} ${tenth(y - half)}h${2 * half}v${2 * half}h${-2 * half}z`)
    .join('');

/** The right half of each disc, filled. */
export const halfDiscsPath = (middles: readonly Middle[], radius: number): string =>
  middles
    .map(({ x, y }) => `M${tenth(x)} ${tenth(y - radius)}a${radius} ${radius} 0 0 1 0 ${2 * radius}z`)
    .join('');

/** A broken line; nothing where there is no place. */
export function linePath(places: readonly (Middle | null)[]): string {
  let path = '';
  for (const [index, place] of places.entries()) {
    if (place === null) continue;
    const isJoined = (places[index - 1] ?? null) !== null;
    path += `${isJoined ? 'L' : 'M'}${tenth(place.x)} ${tenth(place.y)}`;
  }
  return path;
}
