import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { projectFolder } from './runtime/places.mjs';
import { packageFile } from './runtime/programs.mjs';
import { Refusal } from './runtime/refusal.mjs';
import { run } from './runtime/run.mjs';
import { say } from './runtime/say.mjs';

/**
 * @typedef {import('./testReports.mjs').Counts} Counts
 * @typedef {object} Suite
 * @property {string} name
 * @property {() => Promise<NodeJS.ProcessEnv>} prepare the environment its runner needs
 * @property {(report: string) => string[]} command arguments to Node
 * @property {(report: any) => Counts} count
 * @property {readonly string[]} [within] a program and its arguments that the runner is started by
 */

const vitest = packageFile('vitest', 'vitest.mjs');
const playwright = packageFile('playwright', 'cli.js');

/** @param {string} project */
export const vitestCommand = (project) => (/** @type {string} */ report) => [
  vitest,
  'run',
  `--project=${project}`,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
];

/** @param {...string} args */
export const playwrightCommand =
  (...args) =>
  () => [playwright, 'test', ...args];

/**
 * Runs one suite and counts it. Never throws: the other suites still run, and the last line is still written.
 * @param {Suite} suite
 * @param {readonly string[]} [rest] further arguments for its runner
 * @returns {Promise<Counts>}
 */
export async function runSuite({ name, prepare, command, count, within = [] }, rest = []) {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-report-'));
  const report = join(folder, 'report.json');
  try {
    const env = { ...(await prepare()), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    say(`${name} tests …`);
    const [program, ...args] = [...within, process.execPath, ...command(report), ...rest];
    const { code } = await run(program ?? '', args, { cwd: projectFolder, env, show: 'as it is' });
    return withRunnerFailure(name, code, count(await readReport(report)));
  } catch (error) {
    say(`${name}: ${error instanceof Refusal ? error.message : inspect(error)}`);
    return { passed: 0, failed: 1, skipped: 0, failures: [`${name}: no report`] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function totalOf(all) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of all) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return { ...total, failures: all.flatMap(({ failures }) => failures) };
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
    return { ...counts, failed: 1, failures: [`${name}: no test ran`] };
  }
  if (code === 0 || counts.failed > 0) return counts;
  say(`${name}: every test passed, but the runner ended with exit code ${code}; counted as one failure.`);
  return {
    ...counts,
    failed: 1,
    failures: [`${name}: exit code ${code} although every test passed`],
  };
}
