import { MessageChannelMain, utilityProcess, type MessagePortMain } from 'electron';
import type { PathToken } from '../../shared/id';
import type { BugReport } from '../logging/bugReport';
import { fromKeeperSchema, type KeeperTarget, type ToKeeper } from '../keeper/protocol';

export interface KeeperEvents {
  readonly unlocked: (target: KeeperTarget) => unknown;
  readonly ended: (target: KeeperTarget, how: 'asked to' | 'by itself') => void;
  readonly bug: (report: BugReport) => void;
}

/** At most one keeper runs at a time; this starts it, speaks with it and sees it to its end. */
export interface KeeperHost {
  readonly state: () => 'locked' | 'unlocked';
  readonly target: () => KeeperTarget | undefined;
  /** Ends an earlier keeper first. Answers with the renderer's end of the line. */
  readonly begin: (target: KeeperTarget) => Promise<MessagePortMain>;
  /** Resolves when the keeper has noted it. */
  readonly notePath: (token: PathToken, path: string) => Promise<void>;
  /** Locked from this moment on; resolves when the process is gone. */
  readonly end: () => Promise<void>;
}

/** Long enough for a checkpoint on a slow disk. Whatever was answered before is on disk already. */
const closeWithin = 8_000;
const dieWithin = 1_000;

interface Running {
  readonly target: KeeperTarget;
  readonly say: (message: ToKeeper) => void;
  readonly pathNoted: Map<PathToken, () => void>;
  readonly gone: Promise<void>;
  readonly kill: (how: 'SIGTERM' | 'SIGKILL') => void;
  state: 'locked' | 'unlocked' | 'ending';
}

export function createKeeperHost(
  modulePath: string,
  answers: 'checked' | 'trusted',
  events: KeeperEvents,
): KeeperHost {
  let running: Running | undefined;

  async function end(): Promise<void> {
    const ending = running;
    if (!ending) return;
    if (ending.state !== 'ending') {
      ending.state = 'ending';
      ending.say({ type: 'close' });
    }
    if (await isWithin(closeWithin, ending.gone)) return;
    ending.kill('SIGTERM');
    if (await isWithin(dieWithin, ending.gone)) return;
    ending.kill('SIGKILL');
    await ending.gone;
  }

  function start(target: KeeperTarget): MessagePortMain {
    const child = utilityProcess.fork(modulePath, [], { serviceName: 'Footnote keeper', execArgv: [] });
    let markGone: (() => void) | undefined;
    const gone = new Promise<void>((resolve) => {
      markGone = resolve;
    });
    const started: Running = {
      target,
      state: 'locked',
      pathNoted: new Map(),
      gone,
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port to one process has no origin
      say: (message) => child.postMessage(message),
      kill: (how) => {
        if (how === 'SIGTERM') child.kill();
        else if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
      },
    };
    running = started;
    child.on('message', (message: unknown) => hear(started, message));
    child.on('exit', () => {
      const how = started.state === 'ending' ? 'asked to' : 'by itself';
      if (running === started) running = undefined;
      for (const noted of started.pathNoted.values()) noted();
      events.ended(target, how);
      markGone?.();
    });
    const { port1, port2 } = new MessageChannelMain();
    const begin: ToKeeper = { type: 'begin', target, answers };
    child.postMessage(begin, [port1]);
    return port2;
  }

  function hear(from: Running, message: unknown): void {
    const heard = fromKeeperSchema.parse(message);
    switch (heard.type) {
      case 'unlocked':
        if (from.state === 'locked') {
          from.state = 'unlocked';
          events.unlocked(from.target);
        }
        from.say({ type: 'unlockedNoted' });
        return;
      case 'pathNoted':
        from.pathNoted.get(heard.token)?.();
        from.pathNoted.delete(heard.token);
        return;
      case 'bug':
        events.bug(heard.report);
        return;
      case 'closed':
      // The process ends now, and only its end counts.
    }
  }

  return {
    state: () => (running?.state === 'unlocked' ? 'unlocked' : 'locked'),
    target: () => running?.target,
    begin: async (target) => {
      await end();
      return start(target);
    },
    notePath: async (token, path) => {
      const keeper = running;
      if (!keeper) return;
      await new Promise<void>((resolve) => {
        keeper.pathNoted.set(token, resolve);
        keeper.say({ type: 'path', token, path });
      });
    },
    end,
  };
}

async function isWithin(milliseconds: number, done: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([done.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
