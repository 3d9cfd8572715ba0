import { setImmediate as nextTurn } from 'node:timers/promises';

/** Somebody changed their mind; what was begun is taken away again. */
export class TransferCancelled extends Error {}

/** How far a long piece of work has come, and how others get their turn while it goes on. */
export interface Pace {
  /** `done` of `total` pieces; both 0 while nobody knows. */
  readonly note: (done: number, total: number) => void;
  /** To be awaited between two pieces. Throws `TransferCancelled` once somebody said so. */
  readonly pause: () => Promise<void>;
  /** For work that has a way of its own to stop. */
  readonly isCancelled: () => boolean;
}

/** Milliseconds of work after which whoever else asks for something is answered. */
const sliceMs = 12;

export function createPace(parts: {
  readonly note?: Pace['note'];
  readonly isCancelled?: () => boolean;
}): Pace {
  const { note = () => undefined, isCancelled = () => false } = parts;
  let since = performance.now();
  return {
    note,
    isCancelled,
    pause: async () => {
      if (isCancelled()) throw new TransferCancelled();
      if (performance.now() - since < sliceMs) return;
      await nextTurn();
      since = performance.now();
    },
  };
}

/** Work that may pause after each step, at this pace. */
export async function inSteps<Value>(
  steps: Generator<undefined, Value>,
  { pause }: Pick<Pace, 'pause'>,
): Promise<Value> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause();
  }
}
