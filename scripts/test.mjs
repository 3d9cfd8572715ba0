// npm test [-- unit | editor | e2e | privacy …]: runs the suites and ends with "N passed, N failed".
// With one suite named, what follows goes to its runner: npm test -- unit tests/unit/shared/time.test.ts
import './runtime/requireNode.mjs';
import { parts } from './privacy/parts.mjs';
import { runPrivacyParts } from './privacy/runParts.mjs';
import { ensureChromium } from './runtime/chromium.mjs';
import { prepareApp } from './runtime/prepareApp.mjs';
import { Refusal, runCommand } from './runtime/refusal.mjs';
import { endTogether } from './runtime/run.mjs';
import { say } from './runtime/say.mjs';
import { playwrightCommand, runSuite, totalOf, vitestCommand } from './runSuite.mjs';
import { countPlaywright, countVitest } from './testReports.mjs';

/** @typedef {import('./runSuite.mjs').Suite} Suite */

/** @type {readonly Suite[]} */
const suites = [
  { name: 'unit', prepare: async () => ({}), command: vitestCommand('unit'), count: countVitest },
  {
    name: 'editor',
    prepare: async () => ({ FOOTNOTE_CHROMIUM: await ensureChromium() }),
    command: vitestCommand('editor'),
    count: countVitest,
  },
  { name: 'e2e', prepare: prepareApp, command: playwrightCommand(), count: countPlaywright },
];
/** All of `npm run test:privacy`. */
const privacy = 'privacy';

endTogether();
await runCommand(async () => {
  const { chosen, rest, withPrivacy } = readArguments(process.argv.slice(2));
  const counts = [];
  for (const suite of chosen) counts.push(await runSuite(suite, rest));
  // Last, because it takes longest: what the machine does not allow is skipped, and named.
  if (withPrivacy) counts.push(await runPrivacyParts(parts));
  const total = totalOf(counts);
  // Again at the end, where it is read.
  for (const each of total.failures) say(`failed: ${each}`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed > 0 ? 1 : 0;
});

/** @param {readonly string[]} args */
function readArguments(args) {
  const names = [...suites.map(({ name }) => name), privacy];
  const end = args.findIndex((argument) => !names.includes(argument));
  const named = end === -1 ? args : args.slice(0, end);
  const rest = end === -1 ? [] : args.slice(end);
  if (rest.length > 0 && (named.length !== 1 || named[0] === privacy)) {
    throw new Refusal(
      `usage: npm test [-- suite …], or npm test -- suite arguments-to-its-runner …; the suites are ${names.join(', ')}`,
    );
  }
  return {
    chosen: suites.filter(({ name }) => named.length === 0 || named.includes(name)),
    withPrivacy: named.length === 0 || named.includes(privacy),
    rest,
  };
}
