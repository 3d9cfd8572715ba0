import { playwrightCommand, vitestCommand } from '../runSuite.mjs';
import { countPlaywright, countVitest } from '../testReports.mjs';

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} about what it shows
 * @property {readonly import('./machine.mjs').AbilityName[]} needs without one of these the whole part is skipped
 * @property {readonly import('./machine.mjs').AbilityName[]} [uses] without one of these some of its tests are skipped
 * @property {'nothing' | 'app' | 'app in a closed network'} surroundings
 * @property {(report: string) => string[]} command
 * @property {(report: any) => import('../testReports.mjs').Counts} count
 */

const specs = (/** @type {readonly string[]} */ ...names) =>
  playwrightCommand(
    '--config=tests/privacy/playwright.config.ts',
    ...names.map((name) => `tests/privacy/${name}.spec.ts`),
  );

/** In the order in which they run. @type {readonly Part[]} */
export const parts = [
  {
    name: 'kills and flips',
    about: 'hundreds of kills, bit flips and full disks against a real encrypted journal',
    needs: [],
    uses: ['linux', 'root', 'strace'],
    surroundings: 'nothing',
    command: vitestCommand('privacy'),
    count: countVitest,
  },
  {
    name: 'packets',
    about: 'nothing leaves the computer, and the cable would show it',
    needs: ['linux', 'root', 'ordinaryUser', 'userNamespaces', 'networkNamespaces', 'python'],
    surroundings: 'app in a closed network',
    command: specs('packets', 'layers'),
    count: countPlaywright,
  },
  {
    name: 'litter',
    about: 'the app leaves the files of docs/privacy.md and no others',
    needs: ['linux', 'ordinaryUser', 'userNamespaces'],
    surroundings: 'app',
    command: specs('litter'),
    count: countPlaywright,
  },
  {
    name: 'memory',
    about: 'two seconds after a lock no process holds a word, a key or a passphrase',
    needs: ['linux', 'ordinaryUser', 'userNamespaces', 'otherMemory', 'keyboard'],
    surroundings: 'app',
    command: specs('memory'),
    count: countPlaywright,
  },
  {
    name: 'sandbox and package',
    about: 'the walls around the page, and what a packaged app answers to switches',
    needs: ['linux', 'ordinaryUser', 'userNamespaces', 'prlimit'],
    surroundings: 'app',
    command: specs('sandbox', 'packaged'),
    count: countPlaywright,
  },
  {
    name: 'bridge',
    about: 'ten thousand hostile messages through the real bridge',
    needs: ['linux', 'ordinaryUser', 'userNamespaces'],
    surroundings: 'app',
    command: specs('bridge'),
    count: countPlaywright,
  },
];
