/** Unsaved text waits here to be asked for before a lock or a quit. */
export type FlushOutcome = 'saved' | 'failed';

const pending = new Set<() => Promise<FlushOutcome>>();

/** `flush` saves at once and tells how it went; returns how to take it back. */
export function registerPendingWork(flush: () => Promise<FlushOutcome>): () => void {
  pending.add(flush);
  return () => pending.delete(flush);
}

export async function flushPendingWork(): Promise<FlushOutcome> {
  const outcomes = await Promise.all([...pending].map(async (flush) => flush()));
  return outcomes.includes('failed') ? 'failed' : 'saved';
}
