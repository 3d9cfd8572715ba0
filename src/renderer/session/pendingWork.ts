/** Unsaved text waits here to be asked for before a lock or a quit. */
export type FlushOutcome = 'saved' | 'failed';

type Flush = () => Promise<FlushOutcome>;

const pending = new Set<Flush>();
const afterwards = new Set<Flush>();

/**
 * `flush` saves at once and tells how it went; returns how to take it back. What is registered for `afterwards` comes when
 * everything `first` is saved: a form that is shown saves itself, better than from elsewhere, and is no longer unfinished then.
 */
export function registerPendingWork(flush: Flush, turn: 'first' | 'afterwards' = 'first'): () => void {
  const registered = turn === 'first' ? pending : afterwards;
  registered.add(flush);
  return () => registered.delete(flush);
}

async function flushAll(flushes: ReadonlySet<Flush>): Promise<FlushOutcome> {
  const outcomes = await Promise.all([...flushes].map(async (flush) => flush()));
  return outcomes.includes('failed') ? 'failed' : 'saved';
}

/** What is on the page, and what pages left behind unsaved. */
export async function flushPendingWork(): Promise<FlushOutcome> {
  return flushAll(pending);
}

/** The same and then what is kept for afterwards: before the journal is closed. */
export async function flushEverything(): Promise<FlushOutcome> {
  const outcome = await flushPendingWork();
  return outcome === 'saved' ? flushAll(afterwards) : outcome;
}
