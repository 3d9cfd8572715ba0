import { spawn } from 'node:child_process';
import { isRoot, isDebian } from './debian.mjs';
import { findProgram } from './programs.mjs';
import { Refusal } from './refusal.mjs';

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Electron before 38 looks for X only, unless told. */
export function displayEnvironment() {
  return process.env.WAYLAND_DISPLAY && !process.env.DISPLAY ? { ELECTRON_OZONE_PLATFORM_HINT: 'auto' } : {};
}

/** For a person who wants to see a window. */
export function requireDisplay() {
  if (hasDisplay()) return;
  const sudo = isRoot() ? '' : 'sudo ';
  const install =
    findProgram('xvfb-run') && findProgram('xauth')
      ? ''
      : `${sudo}${isDebian() ? 'apt-get' : '(your package manager)'} install xvfb xauth && `;
  throw new Refusal(
    [
      'there is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).',
      '  On a desktop, run this in a terminal of that desktop. Over ssh, connect with `ssh -X`.',
      `  On a server, this runs the app on a display nobody sees:  ${install}xvfb-run -a npm start`,
      '  Without any window, the same journal on the command line:  npm run -s footnote -- --help',
    ].join('\n'),
  );
}

/**
 * A display of our own for tests, on a number that is free, ended with this process.
 * @returns {Promise<{ DISPLAY: string }>} the environment that leads to it
 */
export async function startVirtualDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  /** @typedef {import('node:net').Socket} Socket */
  const complaints = /** @type {Socket} */ (server.stderr);
  const ready = /** @type {Socket} */ (server.stdio[3]);
  process.on('exit', () => server.kill());
  return new Promise((resolve, reject) => {
    let complaint = '';
    complaints.on('data', (text) => (complaint += text));
    server.on('error', (error) => reject(new Refusal(`Xvfb could not be started: ${error.message}`)));
    server.on('exit', (code) =>
      reject(new Refusal(`Xvfb ended at once (exit code ${code}):\n${complaint.trimEnd()}`)),
    );
    // It writes its number when it is ready for clients.
    ready.once('data', (number) => {
      for (const handle of [server, complaints, ready]) handle.unref();
      resolve({ DISPLAY: `:${String(number).trim()}` });
    });
  });
}
