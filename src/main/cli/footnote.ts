#!/usr/bin/env node
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { findMemoryFile } from '../journal/integrity/findMemoryFile';

/** Below it the database addon ends the process without a word. */
const neededNode = [22, 14] as const;

function isNodeTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < neededNode[0] || (major === neededNode[0] && minor < neededNode[1]);
}

async function main(): Promise<void> {
  if (isNodeTooOld(process.versions.node)) {
    process.stderr.write(
      `footnote: this is Node ${process.versions.node}, and Footnote needs ${neededNode.join('.')} or newer. ` +
        'In a checkout, "npm run -s footnote -- …" brings its own.\n',
    );
    process.exitCode = 1;
    return;
  }
  const { run } = await import('./run');
  const { watchForStop } = await import('./watchForStop');
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader such as `head` may leave early; anything else means that the answer did not arrive.
    if (error.code === 'EPIPE') return;
    process.stderr.write('The answer could not be written: there may be no room where it was sent.\n');
    process.exit(8);
  });
  const memoryFile = findMemoryFile({ platform: process.platform, env: process.env, home: homedir() });
  process.exitCode = await run(process.argv.slice(2), {
    stdin: process.stdin,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    watchForStop,
    ports: {
      clock: {
        now: () => Date.now(),
        zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
      randomBytes: (length) => randomBytes(length),
      memoryFile,
      // Built beside this file.
      readerScript: new URL('./foreignReader.js', import.meta.url),
      // What a kill leaves there is emptied by the app.
      scratchFolder: join(dirname(memoryFile), 'session', 'scratch'),
    },
  });
  // An open pipe or terminal would keep the process waiting.
  process.stdin.destroy();
}

await main();
