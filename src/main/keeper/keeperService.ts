import { assert } from '../../shared/assert';
import type { PathToken } from '../../shared/id';
import type { KeeperChannel } from '../../shared/ipc/channels';
import { keeperRequestSchema, type KeeperRequest, type KeeperResponse } from '../../shared/ipc/contract';
import { describeBug } from '../logging/bugReport';
import { keeperHandlers } from '../ipc/handlers/keeperHandlers';
import { respond, type Desk } from '../ipc/respond';
import type { JournalPorts } from '../journal/journal';
import { openVault, type VaultState } from './openVault';
import { toKeeperSchema, type FromKeeper, type ToKeeper } from './protocol';

/** The renderer's end of the line, as the keeper sees it. */
export interface RendererPort {
  readonly send: (response: KeeperResponse) => void;
  readonly receive: (listener: (request: unknown) => void) => void;
}

export interface KeeperPorts extends JournalPorts {
  readonly tellMain: (message: FromKeeper) => void;
  readonly exit: () => void;
}

export interface KeeperService {
  /** Takes anything; what is not of the protocol is a bug of ours and throws. `port` comes with `begin` alone. */
  readonly hear: (message: unknown, port?: RendererPort) => Promise<void>;
}

/** The keeper without its process: one folder, one renderer, from `begin` to `close`. */
export function createKeeperService(ports: KeeperPorts): KeeperService {
  const paths = new Map<PathToken, string>();
  const underWay = new Set<Promise<void>>();
  let vault: VaultState | undefined;
  let isClosing = false;
  let noteUnlocked: (() => void) | undefined;

  function begin({ target, answers }: ToKeeper & { type: 'begin' }, port: RendererPort | undefined): void {
    assert(vault === undefined, 'a keeper begins once');
    assert(port, 'the port comes with `begin`');
    const opened = openVault(target, ports, async () => {
      const noted = new Promise<void>((resolve) => {
        noteUnlocked = resolve;
      });
      ports.tellMain({ type: 'unlocked' });
      await noted;
    });
    vault = opened;
    const desk: Desk<KeeperChannel> = {
      handlers: keeperHandlers({
        vault: opened.vault,
        journal: opened.journal,
        pathOf: (token) => paths.get(token),
      }),
      state: opened.state,
      answers,
      createReference: () => Buffer.from(ports.randomBytes(4)).toString('hex'),
      reportBug: (report) => ports.tellMain({ type: 'bug', report }),
    };
    port.receive((request) => {
      if (isClosing) return;
      const answered = answer(desk, request, port).finally(() => underWay.delete(answered));
      underWay.add(answered);
    });
  }

  async function close(): Promise<void> {
    if (isClosing) return;
    isClosing = true;
    // An attempt to unlock waits for main to note it, and main has other things in mind now.
    noteUnlocked?.();
    await Promise.all(underWay);
    vault?.close();
    ports.tellMain({ type: 'closed' });
    ports.exit();
  }

  return {
    hear: async (message, port) => {
      const heard = toKeeperSchema.parse(message);
      switch (heard.type) {
        case 'begin':
          begin(heard, port);
          return;
        case 'path':
          paths.set(heard.token, heard.path);
          ports.tellMain({ type: 'pathNoted', token: heard.token });
          return;
        case 'unlockedNoted':
          noteUnlocked?.();
          return;
        case 'close':
          await close();
      }
    },
  };
}

async function answer(desk: Desk<KeeperChannel>, request: unknown, port: RendererPort): Promise<void> {
  const parsed = parseRequest(request);
  if (!parsed) return;
  const { id, channel, input } = parsed;
  const reply = await respond(desk, channel, input);
  try {
    port.send({ id, reply });
  } catch (thrown) {
    // An answer that cannot be copied to another process.
    const reference = desk.createReference();
    desk.reportBug(describeBug(reference, channel, thrown));
    port.send({ id, reply: { ok: false, error: { type: 'Unexpected', reference } } });
  }
}

/** Undefined for what cannot be answered, because it has no id: only a broken page sends that. */
function parseRequest(request: unknown): KeeperRequest | undefined {
  try {
    return keeperRequestSchema.safeParse(request).data;
  } catch {
    return undefined;
  }
}
