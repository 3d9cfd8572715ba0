// npm run test:privacy [-- PART …]: what the app does to files, memory and the network, measured from outside.
// FOOTNOTE_FULL=1 takes the long way (ten minutes of idling, the full counts). Ends with "N passed, N failed, N skipped".
import './runtime/requireNode.mjs';
import { runPrivacyParts } from './privacy/runParts.mjs';
import { parts } from './privacy/parts.mjs';
import { Refusal, runCommand } from './runtime/refusal.mjs';
import { endTogether } from './runtime/run.mjs';
import { say } from './runtime/say.mjs';

endTogether();
await runCommand(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !parts.some((part) => part.name.startsWith(name)));
  if (unknown !== undefined)
    throw new Refusal(
      `there is no part "${unknown}"; the parts are ${parts.map(({ name }) => name).join(', ')}`,
    );
  const chosen = parts.filter(
    ({ name }) => wanted.length === 0 || wanted.some((each) => name.startsWith(each)),
  );
  const { passed, failed, skipped, failures } = await runPrivacyParts(chosen);
  for (const each of failures) say(`failed: ${each}`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 ? 1 : 0;
});
