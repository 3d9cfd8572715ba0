/**
 * @typedef {{ passed: number, failed: number, skipped: number, failures: readonly string[] }} Counts
 * `failures` names each failed test with the first line of its reason; it can be shorter than `failed`.
 */

/**
 * @typedef {object} VitestReport of vitest's json reporter
 * @property {readonly VitestFile[]} testResults
 * @typedef {object} VitestFile
 * @property {string} name
 * @property {string} status
 * @property {string} [message] why it could not be loaded
 * @property {readonly { status: string, fullName?: string, failureMessages?: readonly string[] | null }[]} assertionResults
 */

/**
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countVitest({ testResults }) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  /** @type {string[]} */
  const failures = [];
  for (const { name, status: ofFile, message, assertionResults } of testResults) {
    const failedBefore = counts.failed;
    for (const { status, fullName = '', failureMessages } of assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else if (status === 'skipped' || status === 'todo') counts.skipped += 1;
      // "pending" is a test whose worker died under it.
      else {
        counts.failed += 1;
        failures.push(named(`${name}: ${fullName}`, failureMessages?.[0] ?? status));
      }
    }
    // A file that can not even be loaded has no tests in the report.
    if (ofFile === 'failed' && counts.failed === failedBefore) {
      counts.failed += 1;
      failures.push(named(name, message));
    }
  }
  return { ...counts, failures };
}

/**
 * @typedef {object} PlaywrightReport of Playwright's json reporter
 * @property {{ expected: number, flaky: number, unexpected: number, skipped: number }} stats
 * @property {readonly { message?: string }[]} errors those outside tests, such as a file that can not be loaded
 * @property {readonly PlaywrightSuite[]} [suites]
 * @typedef {object} PlaywrightSuite
 * @property {readonly PlaywrightSuite[]} [suites]
 * @property {readonly PlaywrightSpec[]} [specs]
 * @typedef {object} PlaywrightSpec
 * @property {string} file
 * @property {string} title
 * @property {readonly { status: string, results: readonly { error?: { message?: string } }[] }[]} tests
 */

/**
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors, suites = [] }) {
  const failures = suites
    .flatMap(specsOf)
    .flatMap(({ file, title, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected')
        .map(({ results }) => named(`${file}: ${title}`, results.at(-1)?.error?.message)),
    );
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    failures: [...failures, ...errors.map(({ message }) => named('outside the tests', message))],
  };
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {readonly PlaywrightSpec[]}
 */
const specsOf = ({ suites = [], specs = [] }) => [...specs, ...suites.flatMap(specsOf)];

/** Colours and everything after the first line are in the output above. */
const colours = new RegExp(`${String.fromCodePoint(0x1b)}\\[[0-9;]*m`, 'g');

/** @param {string} test @param {string} [reason] */
function named(test, reason = '') {
  const [first = ''] = reason.replaceAll(colours, '').trim().split('\n');
  return first === '' ? test : `${test} · ${first}`;
}
