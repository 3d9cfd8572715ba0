import { totalmem } from 'node:os';
import { defaultKdfCost, passphraseToKey, type KdfCost } from './keyDerivation';

/** How the computer is measured; tests hand in another one. */
export interface KdfMeasuring {
  /** Milliseconds that one derivation at this cost takes here. */
  readonly measure: (cost: KdfCost) => Promise<number>;
  /** Memory of the whole computer, in bytes. */
  readonly memory: number;
}

/** About a second: nobody minds it once a day, and whoever guesses minds it every time. */
const wantedMilliseconds = 1000;
/** 512 MiB. */
const mostMemory = 524_288;

/**
 * The cost for a new passphrase: from the least up in powers of two for as long as it should take no more than about a
 * second, and takes no more than a quarter of the computer's memory. The time grows with the memory, so one measurement
 * does for all.
 */
export async function calibrateKdf({ measure, memory }: KdfMeasuring = thisComputer()): Promise<KdfCost> {
  const least = defaultKdfCost;
  const most = Math.min(mostMemory, Math.floor(memory / 4 / 1024));
  const milliseconds = await measure(least);
  let { m } = least;
  while (m * 2 <= most && (milliseconds * m * 2) / least.m <= wantedMilliseconds) m *= 2;
  return { ...least, m };
}

const thisComputer = (): KdfMeasuring => ({
  measure: async (cost) => {
    const before = performance.now();
    const key = await passphraseToKey(Uint8Array.of(1), new Uint8Array(16), cost);
    key.fill(0);
    return performance.now() - before;
  },
  memory: totalmem(),
});
