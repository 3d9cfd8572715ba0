// npm test [-- unit | editor | e2e …]: runs the suites and ends with "N passed, N failed".
// With one suite named, what follows goes to its runner: npm test -- unit tests/unit/shared/time.test.ts
import './runtime/requireNode.mjs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { ensureChromium } from './runtime/chromium.mjs';
import { projectFolder } from './runtime/places.mjs';
import { prepareApp } from './runtime/prepareApp.mjs';
import { packageFile } from './runtime/programs.mjs';
import { Refusal, runCommand } from './runtime/refusal.mjs';
import { endTogether, run } from './runtime/run.mjs';
import { say } from './runtime/say.mjs';
import { countPlaywright, countVitest } from './testReports.mjs';

/**
 * @typedef {import('./testReports.mjs').Counts} Counts
 * @typedef {object} Suite
 * @property {string} name
 * @property {() => Promise<NodeJS.ProcessEnv>} prepare the environment its runner needs
 * @property {(report: string) => string[]} command arguments to Node
 * @property {(report: any) => Counts} count
 */

const vitest = packageFile('vitest', 'vitest.mjs');
const playwright = packageFile('playwright', 'cli.js');

/** @param {string} project */
const vitestCommand = (project) => (/** @type {string} */ report) => [
  vitest,
  'run',
  `--project=${project}`,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
];

/** @type {readonly Suite[]} */
const suites = [
  { name: 'unit', prepare: async () => ({}), command: vitestCommand('unit'), count: countVitest },
  {
    name: 'editor',
    prepare: async () => ({ FOOTNOTE_CHROMIUM: await ensureChromium() }),
    command: vitestCommand('editor'),
    count: countVitest,
  },
  { name: 'e2e', prepare: prepareApp, command: () => [playwright, 'test'], count: countPlaywright },
];

endTogether();
await runCommand(async () => {
  const { chosen, rest } = readArguments(process.argv.slice(2));
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const suite of chosen) {
    const counts = await runSuite(suite, rest);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed > 0 ? 1 : 0;
});

/** @param {readonly string[]} args */
function readArguments(args) {
  const names = suites.map(({ name }) => name);
  const end = args.findIndex((argument) => !names.includes(argument));
  const named = end === -1 ? args : args.slice(0, end);
  const rest = end === -1 ? [] : args.slice(end);
  if (rest.length > 0 && named.length !== 1) {
    throw new Refusal(
      `usage: npm test [-- suite …], or npm test -- suite arguments-to-its-runner …; the suites are ${names.join(', ')}`,
    );
  }
  return { chosen: suites.filter(({ name }) => named.length === 0 || named.includes(name)), rest };
}

/**
 * @param {Suite} suite
 * @param {readonly string[]} rest
 * @returns {Promise<Counts>}
 */
async function runSuite({ name, prepare, command, count }, rest) {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-report-'));
  const report = join(folder, 'report.json');
  try {
    const env = { ...(await prepare()), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    say(`${name} tests …`);
    const args = [...command(report), ...rest];
    const { code } = await run(process.execPath, args, { cwd: projectFolder, env, show: 'as it is' });
    return withRunnerFailure(name, code, count(await readReport(report)));
  } catch (error) {
    // The other suites still run, and the last line is still written.
    say(`${name}: ${error instanceof Refusal ? error.message : inspect(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} file */
async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new Refusal('the runner ended without a report of its tests; counted as one failure.');
  }
}

/**
 * A runner can fail without a failing test: a worker that crashed, an error between tests, a filter that matches nothing.
 * @param {string} name @param {number} code @param {Counts} counts
 * @returns {Counts}
 */
function withRunnerFailure(name, code, counts) {
  if (counts.passed + counts.failed === 0) {
    say(`${name}: no test ran; counted as one failure.`);
    return { ...counts, failed: 1 };
  }
  if (code === 0 || counts.failed > 0) return counts;
  say(`${name}: every test passed, but the runner ended with exit code ${code}; counted as one failure.`);
  return { ...counts, failed: 1 };
}
