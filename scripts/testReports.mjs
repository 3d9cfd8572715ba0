/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report of vitest's json reporter
 * @returns {Counts}
 */
export function countVitest({ testResults }) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of testResults) {
    const failedBefore = counts.failed;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else if (status === 'skipped' || status === 'todo') counts.skipped += 1;
      // "pending" is a test whose worker died under it.
      else counts.failed += 1;
    }
    // A file that can not even be loaded has no tests in the report.
    if (file.status === 'failed' && counts.failed === failedBefore) counts.failed += 1;
  }
  return counts;
}

/**
 * @param {{ stats: { expected: number, flaky: number, unexpected: number, skipped: number }, errors: unknown[] }} report of Playwright's json reporter
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  // `errors` are those outside tests, such as a file that can not be loaded.
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}
