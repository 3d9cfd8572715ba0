import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { KeeperChannel } from '../../src/shared/ipc/channels';
import type { Input, Reply } from '../../src/shared/ipc/contract';
import { createKeeperService, type KeeperService } from '../../src/main/keeper/keeperService';
import type { FromKeeper, KeeperTarget, Surroundings } from '../../src/main/keeper/protocol';
import { createFakeClock, testKdf, type FakeClock } from './journalFixture';

/** A keeper in this process: a real journal behind the real protocol, its process and its ports played by the test. */
export interface KeeperFixture {
  readonly service: KeeperService;
  /** What main heard. */
  readonly fromKeeper: readonly FromKeeper[];
  readonly hasExited: () => boolean;
  /** As the renderer asks: copied on the way there and back. */
  readonly ask: <Name extends KeeperChannel>(channel: Name, input: Input<Name>) => Promise<Reply<Name>>;
  /** Anything at all, not even copied. */
  readonly askAnything: (channel: string, input: unknown) => Promise<unknown>;
  /** A message without regard to its shape. */
  readonly throwAt: (request: unknown) => void;
}

export interface KeeperOptions {
  readonly notesUnlocked?: 'at once' | 'by hand';
  readonly clock?: FakeClock;
  /** Beside the journal's folder, where the test does not say otherwise. */
  readonly surroundings?: Partial<Surroundings>;
}

export async function beginKeeper(
  target: KeeperTarget,
  { notesUnlocked = 'at once', clock = createFakeClock(), surroundings = {} }: KeeperOptions = {},
): Promise<KeeperFixture> {
  const beside = target.kind === 'journal' ? dirname(target.folder) : target.folder;
  const fromKeeper: FromKeeper[] = [];
  const waiting = new Map<number, (reply: unknown) => void>();
  let receive: ((request: unknown) => void) | undefined;
  let hasExited = false;
  let lastId = 0;
  const service = createKeeperService({
    clock,
    randomBytes: (length) => new Uint8Array(randomBytes(length)),
    kdf: testKdf,
    tellMain: (message) => {
      fromKeeper.push(message);
      if (message.type === 'unlocked' && notesUnlocked === 'at once')
        void service.hear({ type: 'unlockedNoted' });
    },
    exit: () => {
      hasExited = true;
    },
  });
  await service.hear(
    {
      type: 'begin',
      target,
      surroundings: {
        memoryFile: join(beside, 'state.json'),
        scratchFolder: join(beside, 'scratch'),
        secondBackupFolder: null,
        ...surroundings,
      },
      answers: 'checked',
    },
    {
      send: ({ id, reply }) => {
        waiting.get(id)?.(structuredClone(reply));
        waiting.delete(id);
      },
      receive: (listener) => {
        receive = listener;
      },
    },
  );
  const throwAt = (request: unknown) => receive?.(request);
  const askAnything = (channel: string, input: unknown) =>
    new Promise<unknown>((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      throwAt({ id: lastId, channel, input });
    });
  return {
    service,
    fromKeeper,
    hasExited: () => hasExited,
    ask: async <Name extends KeeperChannel>(channel: Name, input: Input<Name>) =>
      (await askAnything(channel, structuredClone(input))) as Reply<Name>,
    askAnything,
    throwAt,
  };
}

/** As a page would make them. */
export const passphraseBytes = (text: string) => new TextEncoder().encode(text);
