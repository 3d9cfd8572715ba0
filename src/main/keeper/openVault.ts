import { join } from 'node:path';
import { assert } from '../../shared/assert';
import type { OwnFailure } from '../../shared/ipc/contract';
import { err, ok, type Result } from '../../shared/result';
import { instantToMoment } from '../../shared/time';
import type { Vault } from '../ipc/handlers/vault';
import { createJournal, openJournal, type Journal, type JournalPorts } from '../journal/journal';
import { fillSampleJournal } from '../sample/sampleJournal';
import type { KeeperTarget } from './protocol';

/** Three years, and always the same ones, so that a picture of it can be compared with the last. */
const sampleRecipe = { years: 3, seed: 1 } as const;

export interface VaultState {
  readonly state: () => 'locked' | 'opening' | 'unlocked';
  readonly vault: Vault;
  /** Throws unless unlocked. */
  readonly journal: () => Journal;
  readonly close: () => void;
}

/**
 * One folder, one attempt at a time, one open journal.
 * `announceUnlocked` is awaited before the renderer gets its answer.
 */
export function openVault(
  target: KeeperTarget,
  ports: JournalPorts,
  announceUnlocked: () => Promise<void>,
): VaultState {
  let journal: Journal | undefined;
  let isOpening = false;

  async function tryToOpen<Failure extends { readonly type: string }>(
    open: () => Promise<Result<Journal, Failure>>,
  ): Promise<Result<null, Failure>> {
    assert(journal === undefined && !isOpening, 'one journal in the life of a keeper, one attempt at a time');
    isOpening = true;
    try {
      const opened = await open();
      if (!opened.ok) return opened;
      journal = opened.value;
      await announceUnlocked();
      return ok(null);
    } finally {
      isOpening = false;
    }
  }

  return {
    state: () => {
      if (isOpening) return 'opening';
      return journal ? 'unlocked' : 'locked';
    },
    vault: {
      create: ({ passphrase }) =>
        wiping(passphrase, () => tryToOpen(() => createJournal(realFolder(target), passphrase, ports))),
      unlock: ({ passphrase }) =>
        wiping(passphrase, () => tryToOpen(() => openJournal(realFolder(target), passphrase, ports))),
      openSample: () => tryToOpen(() => createSample(target, ports)),
    },
    journal: () => {
      assert(journal, 'no journal is open');
      return journal;
    },
    close: () => journal?.close(),
  };
}

/** The core wipes it too; this covers what throws before. */
async function wiping<Value>(secret: Uint8Array, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } finally {
    secret.fill(0);
  }
}

function realFolder(target: KeeperTarget): string {
  assert(target.kind === 'journal', 'a passphrase opens a journal, never the sample');
  return target.folder;
}

/** Encrypted like any other, with a passphrase that is forgotten at once: what stays in the folder is noise. */
async function createSample(
  target: KeeperTarget,
  ports: JournalPorts,
): Promise<Result<Journal, OwnFailure<'vault.openSample'>>> {
  assert(target.kind === 'sample', 'the sample has a folder of its own');
  const passphrase = new TextEncoder().encode(Buffer.from(ports.randomBytes(32)).toString('base64url'));
  const created = await createJournal(join(target.folder, 'Sample.journal'), passphrase, ports);
  if (!created.ok) {
    const { error } = created;
    if (error.type === 'FolderNotWritable' || error.type === 'DiskFull') return err(error);
    throw new Error(`a new sample answered ${error.type}`);
  }
  const journal = created.value;
  const now = ports.clock.now();
  const zone = ports.clock.zone();
  const today = instantToMoment(now, zone).day;
  fillSampleJournal(journal, { ...sampleRecipe, today, zone, until: now });
  return ok(journal);
}
