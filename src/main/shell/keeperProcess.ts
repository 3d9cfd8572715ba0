import { MessageChannelMain, utilityProcess, type MessagePortMain } from 'electron';
import type { ImageSize } from '../../shared/domain/image';
import type { ImageId, PathToken } from '../../shared/id';
import type { BugReport } from '../logging/bugReport';
import {
  fromKeeperSchema,
  type KeeperTarget,
  type ServedImage,
  type Surroundings,
  type ToKeeper,
} from '../keeper/protocol';
import type { LoginKey } from './loginKeys';

export interface KeeperEvents {
  readonly unlocked: (target: KeeperTarget) => unknown;
  readonly loginSlot: (target: KeeperTarget, is: 'added' | 'removed') => void;
  readonly ended: (target: KeeperTarget, how: 'asked to' | 'by itself') => void;
  readonly bug: (report: BugReport) => void;
}

/** At most one keeper runs at a time; this starts it, speaks with it and sees it to its end. */
export interface KeeperHost {
  readonly state: () => 'locked' | 'unlocked';
  /** True from when the keeper closed the journal by itself, for a restore, until it is ended: the page still shows it. */
  readonly hasClosedJournal: () => boolean;
  readonly target: () => KeeperTarget | undefined;
  /** Ends an earlier keeper first. Answers with the renderer's end of the line. */
  readonly begin: (target: KeeperTarget) => Promise<MessagePortMain>;
  /** Resolves when the keeper has noted it. */
  readonly notePath: (token: PathToken, path: string) => Promise<void>;
  /** Resolves when the keeper has a copy of its own, or is gone; the caller zeroes this one. */
  readonly noteLoginKey: (key: LoginKey) => Promise<void>;
  readonly noteSecondBackupFolder: (folder: string | null) => void;
  /** Null while no journal is open, and for what is not in it. */
  readonly readImage: (id: ImageId, size: ImageSize) => Promise<ServedImage | null>;
  /** Locked from this moment on; resolves when the process is gone. */
  readonly end: () => Promise<void>;
}

/** Long enough for a checkpoint on a slow disk. Whatever was answered before is on disk already. */
const closeWithin = 8_000;
const dieWithin = 1_000;

export interface KeeperSetting {
  readonly modulePath: string;
  readonly answers: 'checked' | 'trusted';
  /** Asked anew at each beginning. */
  readonly surroundings: (target: KeeperTarget) => Surroundings;
}

interface Running {
  readonly target: KeeperTarget;
  readonly say: (message: ToKeeper) => void;
  /** What the keeper was told and has not answered yet. */
  readonly unanswered: Map<string, () => void>;
  readonly images: Map<number, (image: ServedImage | null) => void>;
  readonly gone: Promise<void>;
  readonly kill: (how: 'SIGTERM' | 'SIGKILL') => void;
  state: 'locked' | 'unlocked' | 'journalClosed' | 'ending';
}

export function createKeeperHost(setting: KeeperSetting, events: KeeperEvents): KeeperHost {
  const { modulePath, answers, surroundings } = setting;
  let running: Running | undefined;
  let lastImage = 0;

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
      unanswered: new Map(),
      images: new Map(),
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
      for (const answer of started.unanswered.values()) answer();
      for (const answer of started.images.values()) answer(null);
      events.ended(target, how);
      markGone?.();
    });
    const { port1, port2 } = new MessageChannelMain();
    const begin: ToKeeper = { type: 'begin', target, surroundings: surroundings(target), answers };
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
      case 'journalClosed':
        if (from.state === 'unlocked') from.state = 'journalClosed';
        return;
      case 'pathNoted':
        settle(from, heard.token);
        return;
      case 'loginKeyNoted':
        settle(from, 'loginKey');
        return;
      case 'loginSlot':
        events.loginSlot(from.target, heard.is);
        return;
      case 'image':
        from.images.get(heard.request)?.(heard.image);
        from.images.delete(heard.request);
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
    hasClosedJournal: () => running?.state === 'journalClosed',
    target: () => running?.target,
    begin: async (target) => {
      await end();
      return start(target);
    },
    notePath: async (token, path) => tell(running, token, { type: 'path', token, path }),
    noteLoginKey: async ({ key, backend }) => tell(running, 'loginKey', { type: 'loginKey', key, backend }),
    readImage: async (id, size) => {
      const keeper = running;
      if (keeper?.state !== 'unlocked') return null;
      lastImage += 1;
      const request = lastImage;
      return new Promise((resolve) => {
        keeper.images.set(request, resolve);
        keeper.say({ type: 'image', request, id, size });
      });
    },
    noteSecondBackupFolder: (folder) => running?.say({ type: 'secondBackupFolder', folder }),
    end,
  };
}

/** Resolves when the keeper has answered, or is gone. */
async function tell(keeper: Running | undefined, key: string, message: ToKeeper): Promise<void> {
  if (!keeper) return;
  await new Promise<void>((resolve) => {
    keeper.unanswered.set(key, resolve);
    keeper.say(message);
  });
}

function settle(keeper: Running, key: string): void {
  keeper.unanswered.get(key)?.();
  keeper.unanswered.delete(key);
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
