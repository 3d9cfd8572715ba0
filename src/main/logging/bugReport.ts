/** What is written down about a bug: where it happened, never what it was about. */
export interface BugReport {
  /** Also shown to the person, so that the two can be brought together. */
  readonly reference: string;
  /** A channel, or a place in our own code. */
  readonly place: string;
  readonly name: string;
  /** Innermost first: function, file name, line and column, without folders. */
  readonly frames: readonly string[];
}

export type ReportBug = (report: BugReport) => void;

const deepestFrames = 12;

/**
 * The message of an error can hold SQL, a path or somebody's words, so it is left out together with everything
 * that may quote it. Only stack lines after the message are read, and of these only names and positions.
 */
export function describeBug(reference: string, place: string, thrown: unknown): BugReport {
  if (!(thrown instanceof Error)) return { reference, place, name: typeof thrown, frames: [] };
  return { reference, place, name: errorName(thrown), frames: framesOf(thrown) };
}

function errorName(error: Error): string {
  const name = error.constructor.name;
  return /^[A-Za-z]{1,40}$/.test(name) ? name : 'Error';
}

function framesOf(error: Error): readonly string[] {
  const { stack, message } = error;
  if (typeof stack !== 'string') return [];
  const afterMessage = message === '' ? 0 : stack.indexOf(message);
  // A message that was changed after the throw: nobody can tell where it ends.
  if (afterMessage === -1) return [];
  return stack
    .slice(afterMessage + message.length)
    .split('\n')
    .flatMap((line) => {
      const frame = /^\s+at (?:(?:async )?([\w.$<>#]+) )?.*?([\w.-]+\.[cm]?[jt]sx?:\d+:\d+)\)?$/.exec(line);
      return frame ? [`${frame[1] ?? 'anonymous'} ${frame[2] ?? ''}`] : [];
    })
    .slice(0, deepestFrames);
}
