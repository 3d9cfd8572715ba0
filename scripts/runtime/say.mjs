/**
 * One plain line for the person waiting. Always on stderr, so that standard output carries results only.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`footnote: ${text}\n`);
}

/**
 * Says every 20 seconds that a silent step is still alive.
 * @template T
 * @param {string} doing such as "compiling"
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function sayWhile(doing, work) {
  const started = Date.now();
  const beat = setInterval(() => say(`still ${doing} (${secondsSince(started)} s) …`), 20_000);
  try {
    return await work;
  } finally {
    clearInterval(beat);
  }
}

/** @param {number} started milliseconds, from Date.now() */
export function secondsSince(started) {
  return Math.round((Date.now() - started) / 1000);
}
