import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { isDebian, isRoot, mayInstall, installPackages } from '../runtime/debian.mjs';
import { findProgram } from '../runtime/programs.mjs';
import { run } from '../runtime/run.mjs';

/**
 * What a part of the privacy tests can need of the machine it runs on.
 * @typedef {object} Ability
 * @property {string} what for people
 * @property {() => Promise<string | undefined>} missing why it is not here; undefined when it is
 */

/** Who runs the app where the tests themselves run as root: Chromium's sandbox is off for root. */
const ordinaryNames = ['footnote-tests', 'nobody'];

/** @returns {{ name: string, uid: number, gid: number } | undefined} */
export function ordinaryUser() {
  const wanted = process.env.FOOTNOTE_TEST_USER ? [process.env.FOOTNOTE_TEST_USER] : ordinaryNames;
  const lines = passwordFile().split('\n');
  for (const name of wanted) {
    const line = lines.find((each) => each.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { name, uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** @satisfies {Record<string, Ability>} */
export const abilities = {
  linux: {
    what: 'Linux',
    missing: async () => (process.platform === 'linux' ? undefined : `this is ${process.platform}`),
  },
  root: {
    what: 'root',
    missing: async () => (isRoot() ? undefined : 'these tests run as an ordinary user; try with sudo'),
  },
  ordinaryUser: {
    what: 'an ordinary user to run the app as',
    missing: async () => {
      if (!isRoot()) return undefined;
      if (!ordinaryUser()) return `there is none of ${ordinaryNames.join(', ')} (or FOOTNOTE_TEST_USER)`;
      return findProgram('setpriv') ? undefined : 'setpriv (util-linux) is not installed';
    },
  },
  userNamespaces: {
    what: "user namespaces for ordinary users (Chromium's sandbox)",
    missing: async () => {
      const user = ordinaryUser();
      const as = isRoot() && user ? asUser(user) : [];
      const [program = '', ...args] = [...as, 'unshare', '--user', '--net', '--map-root-user', 'true'];
      const { code, output } = await run(program, args);
      return code === 0 ? undefined : `this system keeps them from ordinary users (${firstLine(output)})`;
    },
  },
  networkNamespaces: {
    what: 'network namespaces with a virtual cable',
    missing: async () => {
      if (!findProgram('ip') && mayInstall())
        await installPackages(['iproute2'], 'for the packet tests').catch(() => undefined);
      if (!findProgram('ip')) return 'ip (iproute2) is not installed';
      const name = `footnote-try-${process.pid}`;
      const made = await run('ip', ['netns', 'add', name]);
      if (made.code !== 0) return `they can not be made here (${firstLine(made.output)})`;
      const cable = await run('ip', [
        '-n',
        name,
        'link',
        'add',
        'try0',
        'type',
        'veth',
        'peer',
        'name',
        'try1',
      ]);
      await run('ip', ['netns', 'del', name]);
      return cable.code === 0
        ? undefined
        : `virtual cables can not be made here (${firstLine(cable.output)})`;
    },
  },
  python: {
    what: 'python3 (it listens on the cable)',
    missing: async () => (findProgram('python3') ? undefined : 'python3 is not installed'),
  },
  strace: {
    what: 'strace',
    missing: async () => {
      if (!findProgram('strace') && mayInstall())
        await installPackages(['strace'], 'for the privacy tests').catch(() => undefined);
      return findProgram('strace') ? undefined : 'strace is not installed';
    },
  },
  otherMemory: {
    what: "reading other processes' memory",
    missing: async () => {
      if (!isRoot()) return 'only root may read the memory of sandboxed processes';
      const user = ordinaryUser();
      if (!user) return undefined;
      const [program = '', ...args] = [...asUser(user), 'sleep', '5'];
      const sleeper = spawn(program, args, { stdio: 'ignore' });
      try {
        closeSync(openSync(`/proc/${sleeper.pid}/mem`, 'r'));
        return undefined;
      } catch {
        return 'the memory of other processes can not be read here';
      } finally {
        sleeper.kill();
      }
    },
  },
  keyboard: {
    what: 'xdotool (keys pressed as by a person)',
    missing: async () => {
      if (!findProgram('xdotool') && mayInstall())
        await installPackages(['xdotool'], 'for the privacy tests').catch(() => undefined);
      return findProgram('xdotool') ? undefined : 'xdotool is not installed';
    },
  },
  prlimit: {
    what: 'prlimit',
    missing: async () => (findProgram('prlimit') ? undefined : 'prlimit (util-linux) is not installed'),
  },
};

/** @typedef {keyof typeof abilities} AbilityName */

/** @param {{ uid: number, gid: number }} user */
export function asUser({ uid, gid }) {
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--'];
}

/** One line about the machine, for the head of the report. */
export function describeMachine() {
  const who = isRoot() ? `root (the app runs as ${ordinaryUser()?.name ?? 'root'})` : 'an ordinary user';
  return `${process.platform}${isDebian() ? ', Debian or Ubuntu' : ''}, Node ${process.versions.node}, as ${who}`;
}

function passwordFile() {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
}

/** @param {string} text */
function firstLine(text) {
  return text.trim().split('\n')[0] ?? '';
}
