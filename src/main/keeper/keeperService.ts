import { assert } from '../../shared/assert';
import type { ImageSize } from '../../shared/domain/image';
import type { ImageId, PathToken } from '../../shared/id';
import type { KeeperChannel } from '../../shared/ipc/channels';
import { keeperRequestSchema, type KeeperRequest, type KeeperResponse } from '../../shared/ipc/contract';
import { backUpBeforeMigration } from '../backup/backUpBeforeMigration';
import { describeBug } from '../logging/bugReport';
import { keeperHandlers } from '../ipc/handlers/keeperHandlers';
import type { TransferDesks } from '../ipc/handlers/transfers';
import { respond, type Desk } from '../ipc/respond';
import { createLookDesk } from '../transfer/import/lookDesk';
import { createTransferWatch } from '../transfer/transferWatch';
import { isBroken } from '../journal/database/storageFailure';
import type { JournalPorts, OpenedJournal } from '../journal/journal';
import { createLoginKeyHolder } from './loginKey';
import { openCare, type OpenCare } from './openCare';
import { openVault, type VaultState } from './openVault';
import { createRest } from './restBetweenCalls';
import { createTurns, type Turns } from './turns';
import { toKeeperSchema, type FromKeeper, type ServedImage, type ToKeeper } from './protocol';

/** The renderer's end of the line, as the keeper sees it. */
export interface RendererPort {
  readonly send: (response: KeeperResponse) => void;
  readonly receive: (listener: (request: unknown) => void) => void;
}

export interface KeeperPorts extends Omit<JournalPorts, 'memoryFile' | 'scratchFolder'> {
  readonly tellMain: (message: FromKeeper) => void;
  readonly exit: () => void;
}

export interface KeeperService {
  /** Takes anything; what is not of the protocol is a bug of ours and throws. `port` comes with `begin` alone. */
  readonly hear: (message: unknown, port?: RendererPort) => Promise<void>;
}

interface Opened {
  readonly vault: VaultState;
  readonly care: OpenCare;
  readonly transfers: TransferDesks;
}

type Beginning = ToKeeper & { readonly type: 'begin' };

/** The keeper without its process: one folder, one renderer, from `begin` to `close`. */
export function createKeeperService(ports: KeeperPorts): KeeperService {
  const paths = new Map<PathToken, string>();
  const underWay = new Set<Promise<void>>();
  const loginKey = createLoginKeyHolder();
  const turns = createTurns();
  let opened: Opened | undefined;
  let secondBackupFolder: string | null = null;
  let isClosing = false;
  let noteUnlocked: (() => void) | undefined;
  const rest = createRest(() =>
    underWay.size > 0 || isClosing ? 'done' : (opened?.vault.journal()?.rest() ?? 'done'),
  );

  async function announceUnlocked(): Promise<void> {
    const noted = new Promise<void>((resolve) => {
      noteUnlocked = resolve;
    });
    ports.tellMain({ type: 'unlocked' });
    await noted;
    // After the answer to the renderer, which is sent in this turn of the loop.
    setImmediate(() => {
      if (!isClosing && opened?.vault.journal() !== undefined) opened.care.afterUnlock();
    });
  }

  function open({ target, surroundings }: Beginning): Opened {
    const { clock, randomBytes, kdf, readerScript } = ports;
    const { memoryFile, scratchFolder } = surroundings;
    const journalPorts: JournalPorts = {
      clock,
      randomBytes,
      ...(kdf && { kdf }),
      ...(readerScript && { readerScript }),
      // What is remembered of a sample would outlive it.
      ...(target.kind === 'journal' && { memoryFile }),
      scratchFolder,
      ...(target.kind === 'journal' && { beforeMigration: backUpBeforeMigration(target.folder, { clock }) }),
    };
    const watch = createTransferWatch();
    const transfers: TransferDesks = {
      watch,
      looks: createLookDesk({ ...journalPorts, alone: turns.alone }, watch),
      alone: turns.alone,
    };
    const vault = openVault({
      target,
      ports: journalPorts,
      loginKey,
      announceUnlocked,
      announceLoginSlot: (is) => ports.tellMain({ type: 'loginSlot', is }),
      backUp: () => care.backUp(),
      careWarnings: () => care.warnings(),
      dismissCareWarning: (type) => care.dismissWarning(type),
    });
    const care: OpenCare = openCare({
      folder: vault.folder,
      isSample: target.kind === 'sample',
      ports: journalPorts,
      journal: vault.journal,
      closeJournal: () => {
        void endTransfers(transfers);
        vault.close();
        ports.tellMain({ type: 'journalClosed' });
      },
      secondBackupFolder: () => secondBackupFolder,
    });
    return { vault, care, transfers };
  }

  function begin(beginning: Beginning, port: RendererPort | undefined): void {
    assert(opened === undefined, 'a keeper begins once');
    assert(port, 'the port comes with `begin`');
    ({ secondBackupFolder } = beginning.surroundings);
    opened = open(beginning);
    const { vault, care, transfers } = opened;
    const desk: Desk<KeeperChannel> = {
      handlers: keeperHandlers({
        vault: vault.vault,
        care: care.care,
        journal: () => {
          const journal = vault.journal();
          assert(journal, 'no journal is open');
          return journal;
        },
        pathOf: (token) => paths.get(token),
        sealing: { randomBytes: ports.randomBytes, ...(ports.kdf && { kdf: ports.kdf }) },
        transfers,
      }),
      state: vault.state,
      mode: () => vault.journal()?.mode ?? 'readWrite',
      isInPlace: () => isInPlace(vault.journal()),
      answers: beginning.answers,
      createReference: () => Buffer.from(ports.randomBytes(4)).toString('hex'),
      reportBug: (report) => ports.tellMain({ type: 'bug', report }),
    };
    port.receive((request) => {
      if (isClosing) return;
      rest.disturb();
      const answered = answer(desk, request, port, turns).finally(() => underWay.delete(answered));
      underWay.add(answered);
    });
  }

  function readImage(id: ImageId, size: ImageSize): ServedImage | null {
    const journal = isClosing ? undefined : opened?.vault.journal();
    try {
      return journal?.images.read(id, size) ?? null;
    } catch (thrown) {
      // A broken page of the file: the picture is missing, and the page of text goes on.
      if (!isBroken(thrown)) throw thrown;
      return null;
    }
  }

  async function close(): Promise<void> {
    if (isClosing) return;
    isClosing = true;
    rest.end();
    // An attempt to unlock waits for main to note it, and main has other things in mind now.
    noteUnlocked?.();
    await Promise.all([...(opened ? [endTransfers(opened.transfers)] : []), ...underWay]);
    if (opened?.vault.journal() !== undefined) opened.care.beforeClose();
    opened?.vault.close();
    loginKey.wipe();
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
        case 'secondBackupFolder':
          secondBackupFolder = heard.folder;
          opened?.care.secondBackupFolderChanged();
          return;
        case 'loginKey':
          loginKey.put({ key: heard.key, backend: heard.backend });
          ports.tellMain({ type: 'loginKeyNoted' });
          return;
        case 'image':
          ports.tellMain({ type: 'image', request: heard.request, image: readImage(heard.id, heard.size) });
          return;
        case 'close':
          await close();
      }
    },
  };
}

/** An export that is being written leaves nothing, and neither does a file that was looked at. */
async function endTransfers({ watch, looks }: TransferDesks): Promise<void> {
  watch.cancel();
  await looks.leave();
}

/** A key file that somebody removed meanwhile is put back on the way. */
function isInPlace(journal: OpenedJournal | undefined): boolean {
  if (journal?.isInPlace() === false) return false;
  journal?.keys.keepKeyFile();
  return true;
}

/** Asked while somebody has the journal for himself, and answered without it. */
const neverWait: ReadonlySet<string> = new Set<KeeperChannel>(['transfer.progress', 'transfer.cancel']);

async function answer(
  desk: Desk<KeeperChannel>,
  request: unknown,
  port: RendererPort,
  turns: Turns,
): Promise<void> {
  const parsed = parseRequest(request);
  if (!parsed) return;
  const { id, channel, input } = parsed;
  const respondNow = () => respond(desk, channel, input);
  const reply = await (neverWait.has(channel) ? respondNow() : turns.take(respondNow));
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
