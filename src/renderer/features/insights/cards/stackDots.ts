/** A dot of a stack: where it is from left to right, and how many lie under it. */
export interface StackedDot {
  readonly x: number;
  readonly under: number;
}

/** Values that are nearer than a dot is wide lie on each other, in the middle of them (Wilkinson 1999, Dot Plots). `places` rise. */
export function stackDots(places: readonly number[], diameter: number): readonly StackedDot[] {
  const stacks: (readonly [number, ...number[]])[] = [];
  for (const place of places) {
    const last = stacks.at(-1);
    if (last === undefined || place - last[0] >= diameter) stacks.push([place]);
    else stacks[stacks.length - 1] = [...last, place];
  }
  return stacks.flatMap((stack) => {
    const x = (stack[0] + (stack.at(-1) ?? stack[0])) / 2;
    return stack.map((_place, under) => ({ x, under }));
  });
}

const largest = 10;
const smallest = 2;

/** The largest dots whose stacks fit `height`, in pixels. */
export function fitDots(
  places: readonly number[],
  height: number,
): { readonly diameter: number; readonly dots: readonly StackedDot[] } {
  for (let diameter = largest; diameter > smallest; diameter -= 0.5) {
    const dots = stackDots(places, diameter);
    if (dots.every(({ under }) => (under + 1) * diameter <= height)) return { diameter, dots };
  }
  return { diameter: smallest, dots: stackDots(places, smallest) };
}
