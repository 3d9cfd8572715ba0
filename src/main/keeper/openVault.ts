import { join } from 'node:path';
import { assert } from '../../shared/assert';
import type { JournalWarning } from '../../shared/domain/vault';
import type { OwnFailure } from '../../shared/ipc/contract';
import { err, ok, type Result } from '../../shared/result';
import { instantToMoment } from '../../shared/time';
import type { BackupFailure } from '../backup/makeBackup';
import type { Vault } from '../ipc/handlers/vault';
import {
  createJournal,
  openJournal,
  openJournalWithLogin,
  recoverJournal,
  tryRecoveryCode,
  type JournalPorts,
  type OpenedJournal,
} from '../journal/journal';
import { fillSampleJournal } from '../sample/sampleJournal';
import { defaultKdfCost } from '../vault/keyDerivation';
import type { LoginKeyHolder } from './loginKey';
import type { KeeperTarget } from './protocol';

/** Three years, and always the same ones, so that a picture of it can be compared with the last. */
const sampleRecipe = { years: 3, seed: 1 } as const;

export interface VaultState {
  readonly state: () => 'locked' | 'opening' | 'unlocked';
  readonly vault: Vault;
  /** The folder of the journal, open or not. */
  readonly folder: string;
  readonly journal: () => OpenedJournal | undefined;
  /** Closes the journal, if there is one; the state is `locked` from then on. */
  readonly close: () => void;
}

export interface VaultRoom {
  readonly target: KeeperTarget;
  readonly ports: JournalPorts;
  readonly loginKey: LoginKeyHolder;
  /** Awaited before the renderer gets its answer. */
  readonly announceUnlocked: () => Promise<void>;
  /** Main keeps or forgets its half of it. */
  readonly announceLoginSlot: (is: 'added' | 'removed') => void;
  readonly backUp: () => Result<unknown, BackupFailure>;
  /** Warnings that are not the journal's own. */
  readonly careWarnings: () => readonly JournalWarning[];
  readonly dismissCareWarning: (type: JournalWarning['type']) => void;
}

/** One folder, one attempt at a time, one open journal. Every secret is zeroed when its call ends. */
export function openVault(room: VaultRoom): VaultState {
  const { target, ports, loginKey, announceUnlocked, backUp } = room;
  let journal: OpenedJournal | undefined;
  let isOpening = false;

  async function tryToOpen<Refusal extends { readonly type: string }>(
    open: () => Promise<Result<OpenedJournal, Refusal>>,
  ): Promise<Result<null, Refusal>> {
    assert(journal === undefined && !isOpening, 'one open journal, one attempt at a time');
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

  /** Also tells of a slot that was not there: forgetting once more harms nothing. */
  function announced<Reply extends { readonly ok: boolean }>(reply: Reply, is: 'added' | 'removed'): Reply {
    if (reply.ok) room.announceLoginSlot(is);
    return reply;
  }

  const keys = () => requireJournal().keys;

  function requireJournal(): OpenedJournal {
    assert(journal, 'no journal is open');
    return journal;
  }

  return {
    folder: target.kind === 'sample' ? sampleFolder(target) : target.folder,
    state: () => {
      if (isOpening) return 'opening';
      return journal ? 'unlocked' : 'locked';
    },
    vault: {
      'vault.create': ({ passphrase }) =>
        wiping([passphrase], async () => {
          const opened = await tryToOpen(() => createJournal(realFolder(target), passphrase, ports));
          if (!opened.ok) return opened;
          const kit = keys().pendingKit();
          assert(kit, 'a new journal has a kit');
          return ok(kit);
        }),
      'vault.unlock': ({ passphrase }) =>
        wiping([passphrase], () => tryToOpen(() => openJournal(realFolder(target), passphrase, ports))),
      'vault.unlockWithLogin': async () => {
        const login = loginKey.take();
        if (login === null) return err({ type: 'LoginNotAccepted' });
        return await wiping([login.key], () =>
          tryToOpen(() => openJournalWithLogin(realFolder(target), login.key, ports)),
        );
      },
      'vault.tryRecoveryCode': ({ code }) => wiping([code], () => tryRecoveryCode(realFolder(target), code)),
      'vault.recover': ({ code, passphrase }) =>
        wiping([code, passphrase], () =>
          tryToOpen(() => recoverJournal(realFolder(target), code, passphrase, ports)),
        ),
      'vault.openSample': () => tryToOpen(() => createSample(target, ports)),

      'vault.status': () => {
        const { mode, readOnlyBecause, warnings, keys } = requireJournal();
        return ok({
          mode,
          readOnlyBecause,
          ...keys.status(),
          warnings: [...warnings(), ...room.careWarnings()],
        });
      },
      'vault.dismissWarning': ({ type }) => {
        requireJournal().dismissWarning(type);
        room.dismissCareWarning(type);
        return ok(null);
      },
      'vault.changePassphrase': ({ current, next }) =>
        wiping([current, next], () => keys().changePassphrase(current, next)),
      'vault.makeKit': ({ passphrase }) => wiping([passphrase], () => keys().makeKit(passphrase)),
      'vault.kitSeen': () => keys().noteKitSeen(),
      'vault.proveKit': ({ groups }) => keys().proveKit(groups),
      'vault.checkKit': ({ code }) => wiping([code], () => keys().checkKit(code)),
      'vault.rotateKey': ({ passphrase }) =>
        wiping([passphrase], async () => {
          const rotated = await keys().rotate(passphrase, backUp);
          // Older backups want the key of their time; the first one of the new time is made at once. Failing shows in the warnings.
          if (rotated.ok) backUp();
          return announced(rotated, 'removed');
        }),
      'vault.addLogin': async ({ passphrase }) => {
        const login = loginKey.take();
        return await wiping([passphrase, ...(login === null ? [] : [login.key])], async () =>
          login === null
            ? err({ type: 'LoginNotAccepted' })
            : announced(await keys().addLogin(passphrase, login), 'added'),
        );
      },
      'vault.removeLogin': async () => announced(await keys().removeLogin(), 'removed'),
    },
    journal: () => journal,
    close: () => {
      journal?.close();
      journal = undefined;
    },
  };
}

/** The core wipes most of them too; this covers what throws before. */
async function wiping<Value>(secrets: readonly Uint8Array[], work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } finally {
    for (const secret of secrets) secret.fill(0);
  }
}

function realFolder(target: KeeperTarget): string {
  assert(target.kind === 'journal', 'a passphrase opens a journal, never the sample');
  return target.folder;
}

const sampleFolder = ({ folder }: KeeperTarget): string => join(folder, 'Sample.journal');

/** Encrypted like any other, with a passphrase that is forgotten at once: what stays in the folder is noise. */
async function createSample(
  target: KeeperTarget,
  ports: JournalPorts,
): Promise<Result<OpenedJournal, OwnFailure<'vault.openSample'>>> {
  assert(target.kind === 'sample', 'the sample has a folder of its own');
  const passphrase = new TextEncoder().encode(Buffer.from(ports.randomBytes(32)).toString('base64url'));
  // Nobody waits a second longer for a passphrase that nobody can guess.
  const kdf = ports.kdf ?? defaultKdfCost;
  const created = await createJournal(sampleFolder(target), passphrase, { ...ports, kdf });
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
