const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Lets somebody who presses Ctrl+C, or closes the terminal, stop work that has begun something: it is asked to end and takes that away itself. A second time ends the
 * process as ever. The answer says whether they did.
 */
export function watchForStop(): () => boolean {
  let isStopped = false;
  for (const signal of signals)
    process.once(signal, () => {
      isStopped = true;
    });
  return () => isStopped;
}
