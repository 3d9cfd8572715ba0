// npm run check: types, lint, format and unit tests, two at a time; stops at the first that fails.
import './runtime/requireNode.mjs';
import { projectFolder } from './runtime/places.mjs';
import { packageFile } from './runtime/programs.mjs';
import { runCommand } from './runtime/refusal.mjs';
import { endTogether, run } from './runtime/run.mjs';

const steps = [
  { name: 'types', command: [packageFile('typescript', 'bin/tsc'), '-b'] },
  {
    name: 'unit tests',
    command: [packageFile('vitest', 'vitest.mjs'), 'run', '--project=unit', '--reporter=dot'],
  },
  { name: 'lint', command: [packageFile('oxlint', 'bin/oxlint')] },
  { name: 'format', command: [packageFile('oxfmt', 'bin/oxfmt'), '--check'] },
];
const atOnce = 2;

endTogether();
await runCommand(async () => {
  const waiting = [...steps];
  const stop = new AbortController();
  const worker = async () => {
    for (let step = waiting.shift(); step && !stop.signal.aborted; step = waiting.shift()) {
      if (!(await passes(step, stop.signal))) stop.abort();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return stop.signal.aborted ? 1 : 0;
});

/**
 * @param {{ name: string, command: string[] }} step
 * @param {AbortSignal} signal
 */
async function passes({ name, command }, signal) {
  const started = Date.now();
  const { code, output } = await run(process.execPath, command, { cwd: projectFolder, signal });
  if (signal.aborted) return false;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds.padStart(5)} s`);
  if (code !== 0) console.error(`\n${output.trimEnd()}`);
  return code === 0;
}
