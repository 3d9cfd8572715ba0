import { say } from './say.mjs';

/** Something this machine lacks. The message says what, and exactly what to do about it; no stack is shown. */
export class Refusal extends Error {
  /** @override */
  name = 'Refusal';
}

/**
 * Runs a command's main function: its number becomes the exit code, a refusal becomes words and exit code 1.
 * @param {() => Promise<number>} main
 */
export async function runCommand(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof Refusal) say(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}
