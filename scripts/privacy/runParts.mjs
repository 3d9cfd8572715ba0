import { rmSync } from 'node:fs';
import { prepareAppApart } from '../runtime/prepareApp.mjs';
import { say } from '../runtime/say.mjs';
import { runSuite, totalOf } from '../runSuite.mjs';
import { makeClosedNetwork } from './closedNetwork.mjs';
import { abilities, describeMachine } from './machine.mjs';
import { setStage } from './stage.mjs';

/**
 * @typedef {import('./parts.mjs').Part} Part
 * @typedef {import('../testReports.mjs').Counts} Counts
 */

/**
 * Says before each part what it needs, runs what this machine allows, and names what it does not.
 * @param {readonly Part[]} parts
 * @returns {Promise<Counts>}
 */
export async function runPrivacyParts(parts) {
  say(`privacy tests on ${describeMachine()}`);
  const counts = [];
  /** @type {string[]} */
  const notRun = [];
  const surroundings = lazySurroundings();
  try {
    for (const part of parts) {
      const reason = await whyNot(part);
      if (reason === undefined) {
        counts.push(await runPart(part, surroundings));
        continue;
      }
      notRun.push(`${part.name}: ${reason}`);
      say(`skipped: ${part.name}, because ${reason}`);
      counts.push({ passed: 0, failed: 0, skipped: 1, failures: [] });
    }
  } finally {
    await surroundings.remove();
  }
  // Again at the end, where it is read.
  for (const each of notRun) say(`not run on this machine: ${each}`);
  return totalOf(counts);
}

/** @param {readonly import('./machine.mjs').AbilityName[]} names */
const list = (names) => names.map((each) => abilities[each].what).join('; ');

/** @param {Part} part */
async function whyNot({ name, about, needs, uses = [] }) {
  say(`${name}: ${about}. Needs: ${list(needs) || 'nothing in particular'}.`);
  if (uses.length > 0) say(`${name}: some of it needs besides: ${list(uses)}.`);
  for (const each of uses) {
    const reason = await abilities[each].missing();
    if (reason !== undefined)
      say(`${name}: what needs ${abilities[each].what} is skipped, because ${reason}`);
  }
  for (const need of needs) {
    const reason = await abilities[need].missing();
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/**
 * @param {Part} part
 * @param {ReturnType<typeof lazySurroundings>} surroundings
 */
async function runPart({ name, surroundings: kind, command, count }, surroundings) {
  const inNetwork = kind === 'app in a closed network' ? await surroundings.network() : undefined;
  return runSuite({
    name,
    prepare: async () => (kind === 'nothing' ? {} : surroundings.env()),
    command,
    count,
    within: inNetwork?.within ?? [],
  });
}

/** Made when the first part wants them, and for all of them once. */
function lazySurroundings() {
  /** @type {Promise<{ stage: import('./stage.mjs').Stage, env: NodeJS.ProcessEnv }> | undefined} */
  let made;
  /** @type {import('./closedNetwork.mjs').ClosedNetwork | undefined} */
  let network;
  const both = () => (made ??= makeStage());
  return {
    env: async () => ({
      ...(await both()).env,
      ...(network ? { FOOTNOTE_PACKETS: network.packets } : {}),
    }),
    network: async () => {
      const { stage } = await both();
      return (network ??= await makeClosedNetwork(stage.folder));
    },
    remove: async () => {
      await network?.remove();
      (await made?.catch(() => undefined))?.stage.remove();
    },
  };
}

async function makeStage() {
  const app = await prepareAppApart();
  const stage = await setStage(app);
  process.on('exit', () => rmSync(stage.folder, { recursive: true, force: true }));
  return { stage, env: { ...app, ...stage.env } };
}
