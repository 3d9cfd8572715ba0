import { mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ShellChannel } from '../../shared/ipc/channels';
import type { Handlers } from '../../shared/ipc/contract';
import { err, ok } from '../../shared/result';
import type { Pickers } from './dialogs';
import { isInJournal } from '../disk/isInJournal';
import { shortenHome } from './journalPlaces';
import type { KeeperHost } from './keeperProcess';
import type { LoginKey, LoginKeys } from './loginKeys';
import type { PreferencesFile } from './preferences';
import { writeSecretFile } from './writeSecretFile';

export interface SafetyParts {
  readonly home: string;
  readonly documents: string;
  readonly preferences: PreferencesFile;
  readonly pickers: Pickers;
  readonly keeper: KeeperHost;
  readonly loginKeys: LoginKeys;
  /** The page as its print styles show it; the caller zeroes it. Rejects when it cannot be made. */
  readonly pageAsPdf: () => Promise<Uint8Array>;
}

type SafetyChannel = Extract<ShellChannel, `kit.${string}` | `login.${string}` | `backups.${string}`>;

/** What keeps a journal within reach: the kit on paper, this computer's login, a second place for backups. */
export function safetyHandlers(parts: SafetyParts): Handlers<SafetyChannel> {
  const { preferences, pickers, keeper, loginKeys } = parts;

  /** Undefined for a sample, of which nothing is remembered. */
  function journalFolder(): string | undefined {
    const target = keeper.target();
    return target?.kind === 'journal' ? target.folder : undefined;
  }

  function changeSecondPlace(folder: string, place: string | null): void {
    const { [folder]: _before, ...others } = preferences.read().secondBackups;
    preferences.change({ secondBackups: place === null ? others : { ...others, [folder]: place } });
    keeper.noteSecondBackupFolder(place);
  }

  return {
    'kit.print': async () => {
      const outcome = await pickers.print();
      if (outcome === 'printed') return ok(null);
      return err({ type: outcome === 'cancelled' ? 'Cancelled' : 'PrintFailed' });
    },
    'kit.savePdf': async () => {
      const target = await pickers.kitTarget(parts.documents);
      if (target === undefined) return err({ type: 'Cancelled' });
      if (isInJournal(target)) return err({ type: 'TargetInJournal' });
      const pdf = await parts.pageAsPdf().catch(() => undefined);
      if (!pdf) return err({ type: 'PrintFailed' });
      const written = writeSecretFile(target, pdf);
      pdf.fill(0);
      return written.ok ? ok({ place: shortenHome(target, parts.home) }) : written;
    },

    'login.prepare': async () => {
      const folder = journalFolder();
      if (folder === undefined) return err({ type: 'LoginNotAvailable' });
      const made = await loginKeys.prepare(folder);
      if (!made.ok) return made;
      await giveAndForget(made.value);
      return ok(null);
    },
    'login.give': async () => {
      const folder = journalFolder();
      if (folder === undefined) return err({ type: 'LoginNotAvailable' });
      const taken = await loginKeys.take(folder);
      if (!taken.ok) return taken;
      await giveAndForget(taken.value);
      return ok(null);
    },
    'login.forget': () => {
      const folder = journalFolder();
      // After an attempt that failed half-way the key from before still opens its slot.
      if (folder !== undefined && !loginKeys.undo(folder)) loginKeys.forget(folder);
      return ok(null);
    },

    'backups.chooseSecondPlace': async () => {
      const folder = journalFolder();
      if (folder === undefined) return err({ type: 'Cancelled' });
      const place = await pickers.secondBackupPlace(parts.documents);
      if (place === undefined) return err({ type: 'Cancelled' });
      if (isInJournal(place)) return err({ type: 'TargetInJournal' });
      if (!canWriteInto(place)) return err({ type: 'TargetNotWritable' });
      changeSecondPlace(folder, place);
      return ok({
        place: shortenHome(place, parts.home),
        disk: isSameDisk(folder, place) ? 'same' : 'another',
      });
    },
    'backups.forgetSecondPlace': () => {
      const folder = journalFolder();
      if (folder !== undefined) changeSecondPlace(folder, null);
      return ok(null);
    },
  };

  async function giveAndForget(login: LoginKey): Promise<void> {
    try {
      await keeper.noteLoginKey(login);
    } finally {
      login.key.fill(0);
    }
  }
}

/** As far as the system tells; two volumes of one disk pass for two. */
function isSameDisk(folder: string, other: string): boolean {
  try {
    return statSync(folder).dev === statSync(other).dev;
  } catch {
    return false;
  }
}

/** Permissions alone do not tell: a disk may be read-only, a share may refuse. */
function canWriteInto(folder: string): boolean {
  try {
    rmdirSync(mkdtempSync(join(folder, '.footnote-')));
    return true;
  } catch {
    return false;
  }
}
