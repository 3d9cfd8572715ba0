import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { giveToUser, ownEnvironment, until } from '../../e2e/fixtures/app';
import { commandLineOf, descendantsOf, endAtOnce, isAlive, processesOfFolder } from '../../support/processes';

/** An app nobody drives: started as a person would, watched from outside. */
export interface RawApp {
  /** The one that was started. */
  readonly main: number;
  /** Of all its processes, those that are there now. */
  readonly pids: () => readonly number[];
  /** "renderer", "gpu-process", "utility", "zygote"; "main" for the first one. */
  readonly pidsOf: (type: string) => readonly number[];
  /** Everything it has printed. */
  readonly output: () => string;
  /** Waits until there is a window's process, it gave up, or six seconds have passed; then a little more. */
  readonly settle: () => Promise<void>;
  readonly end: () => Promise<void>;
}

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

export interface RawLaunch {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export function startRaw(executable: string, home: string, { args = [], env = {} }: RawLaunch = {}): RawApp {
  const profile = join(home, '.config');
  mkdirSync(profile, { recursive: true });
  giveToUser(profile);
  const child: ChildProcess = spawn(executable, [...args], {
    cwd: home,
    env: { ...ownEnvironment(home), ...env },
    // A third and a fourth line, for --remote-debugging-pipe.
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr, child.stdio[4]])
    (stream as NodeJS.ReadableStream | null)?.on('data', (text) => (output += String(text)));
  const main = child.pid ?? 0;
  // By the program they run, too: the app may start itself again, and then it is nobody's child.
  const pids = () =>
    [...new Set([main, ...descendantsOf(main), ...processesOfFolder(dirname(executable))])].filter(isAlive);
  const pidsOf = (type: string) =>
    pids().filter((pid) => {
      const given = commandLineOf(pid).find((part) => part.startsWith('--type='));
      return type === 'main' ? given === undefined : given === `--type=${type}`;
    });
  return {
    main,
    pids,
    pidsOf,
    output: () => output,

    settle: async () => {
      for (const deadline = Date.now() + 6_000; pidsOf('renderer').length === 0 && Date.now() < deadline;)
        await wait(50);
      await wait(2_500);
    },
    end: async () => {
      const family = pids();
      for (const pid of family) endAtOnce(pid);
      await until(async () => (family.some(isAlive) ? undefined : true));
    },
  };
}
