import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @type {Record<string, import('node:child_process').StdioOptions>} */
const streams = {
  'as output': ['ignore', 'pipe', 'pipe'],
  'on stderr': ['ignore', 2, 2],
  'as it is': ['ignore', 'inherit', 'inherit'],
};

/**
 * Runs a program to its end, without input. It does not outlive this process.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: 'as output' | 'on stderr' | 'as it is', timeout?: number, signal?: AbortSignal }} [options]
 * @returns {Promise<{ code: number, output: string }>} `output` is both streams together, unless they are shown elsewhere; a program
 *   that cannot be started, or is stopped by `signal`, has code 127
 */
export function run(command, args, { cwd, env, show = 'as output', timeout, signal } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: streams[show],
      timeout,
      signal,
    });
    const end = () => child.kill();
    process.on('exit', end);
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code, endedBy) => {
      process.off('exit', end);
      resolve({ code: exitCode(code, endedBy), output });
    });
  });
}

/**
 * Runs a program in this one's place: same terminal, same input, and a request to end is passed on.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code; 128 plus the signal's number when a signal ended it, as shells have it
 */
export function runInForeground(command, args, { cwd, env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' });
    // A terminal sends Ctrl-C to both of us. Passing it on would make two, and Chromium answers the second by dying at once.
    process.on('SIGINT', () => {});
    for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
      process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(exitCode(code, signal)));
  });
}

/** @param {number | null} code @param {NodeJS.Signals | null} signal */
function exitCode(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}

/** Without this a signal would end us at once, and not the programs we have started. */
export function endTogether() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => process.exit(exitCode(null, signal)));
}
