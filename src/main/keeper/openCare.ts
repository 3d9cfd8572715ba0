import { join } from 'node:path';
import type { JournalWarning } from '../../shared/domain/vault';
import { err, ok, type Result } from '../../shared/result';
import { copyToSecondPlace } from '../backup/copyToSecondPlace';
import { checkBackup } from '../backup/checkBackup';
import { isBackupDue } from '../backup/backupSchedule';
import { findBackup, listBackups } from '../backup/listBackups';
import { makeBackup, type BackupFailure } from '../backup/makeBackup';
import { readBackupState, readSeq } from '../backup/readBackupState';
import { finishReplacing } from '../backup/replaceJournal';
import { hasRoomToRestore, restoreBackup } from '../backup/restoreBackup';
import { salvageJournal } from '../backup/salvage/salvageJournal';
import { isSecondPlaceMissed } from '../backup/secondPlaceMemory';
import { isFolder, sizeOf } from '../disk/fileFacts';
import { databaseName } from '../disk/journalNames';
import type { Care } from '../ipc/handlers/care';
import { withStorageFailures } from '../journal/database/storageFailure';
import type { Journal, JournalPorts } from '../journal/journal';

/** What the care for a journal is given by the keeper that has it open. */
export interface CareRoom {
  /** The journal's own folder, whether it is open or not. */
  readonly folder: string;
  /** A sample is not worth a backup. */
  readonly isSample: boolean;
  readonly ports: JournalPorts;
  /** Undefined while no journal is open. */
  readonly journal: () => Journal | undefined;
  /** Closes the journal, if it is open; the keeper is locked from then on. */
  readonly closeJournal: () => void;
  /** As main named it last. */
  readonly secondBackupFolder: () => string | null;
  /** Bytes that may still be written to the disk of a folder; without it the disk is asked. */
  readonly freeBytes?: (folder: string) => number;
}

type BackupWarning = Extract<JournalWarning, { type: 'BackupFailed' }>;

export interface OpenCare {
  readonly care: Care;
  /** The journal was opened, and the person has had the answer. */
  readonly afterUnlock: () => void;
  /** The journal is still open, and is closed next. Blocks the closing for as long as it takes; throws nothing. */
  readonly beforeClose: () => void;
  /** Main named another place. */
  readonly secondBackupFolderChanged: () => void;
  /** A verified backup, now, in the journal's folder: what a rotation of the key begins and ends with. */
  readonly backUp: () => Result<unknown, BackupFailure>;
  readonly warnings: () => readonly JournalWarning[];
  readonly dismissWarning: (type: JournalWarning['type']) => void;
}

/** Milliseconds. Copying waits for a pause in the writing, and not for ever. */
const firstLook = 15_000;
const betweenLooks = 5_000;
const longestWait = 5 * 60_000;
const betweenFullReads = 30 * 24 * 60 * 60 * 1000;
/** Bytes. A larger journal would be noticed at lock, which is to take no second; its turn comes after the next unlock. */
const largestAtLock = 8 * 1024 * 1024;

const reasons = {
  DiskFull: 'full',
  FolderNotWritable: 'notWritable',
  BackupNotVerified: 'notVerified',
} as const;

export function openCare(room: CareRoom): OpenCare {
  const { folder, isSample, ports } = room;
  const { clock } = ports;
  let failed: BackupWarning['reason'] | null = null;
  let secondFailed: BackupWarning['reason'] | null = null;
  let timer: NodeJS.Timeout | undefined;

  const places = () => ({ journalFolder: folder, second: isSample ? null : room.secondBackupFolder() });

  // A restore that was cut short is completed before anybody opens the journal; what the disk refuses, opening says.
  withStorageFailures(() => ok(finishReplacing(folder)));

  function backUp(): ReturnType<typeof makeBackup> {
    const journal = room.journal();
    // A journal that is only read is open as a copy, and its folder takes no backups either.
    if (journal === undefined || journal.mode === 'readOnly') return err({ type: 'FolderNotWritable' });
    const made = makeBackup(journal, { clock });
    failed = made.ok ? null : reasons[made.error.type];
    return made;
  }

  function copyToSecond(): void {
    const { second } = places();
    secondFailed = null;
    if (second === null || room.journal()?.isInPlace() === false) return;
    const copied = copyToSecondPlace(folder, second, {});
    const isMissing = !copied.ok && copied.error.type === 'SecondPlaceMissing';
    const isMissed = isSecondPlaceMissed(folder, !isMissing, clock.now());
    if (copied.ok) return;
    if (copied.error.type !== 'SecondPlaceMissing') secondFailed = reasons[copied.error.type];
    else if (isMissed) secondFailed = 'secondPlaceMissing';
  }

  const isDue = (occasion: 'unlocked' | 'locking', journal: Journal): boolean =>
    !isSample && journal.mode === 'readWrite' && isBackupDue(occasion, readBackupState(journal, clock));

  function inAPause(journal: Journal, work: () => void): void {
    const began = Date.now();
    let seq = readSeq(journal.source.db);
    const look = (): void => {
      if (room.journal() !== journal) return;
      const now = readSeq(journal.source.db);
      const isPause = now === seq || Date.now() - began > longestWait;
      // An import is between two steps of its one transaction.
      if (isPause && !journal.source.db.inTransaction) {
        work();
        return;
      }
      seq = now;
      timer = setTimeout(look, betweenLooks);
    };
    timer = setTimeout(look, firstLook);
  }

  function careFor(journal: Journal): void {
    if (isDue('unlocked', journal)) backUp();
    if (journal.mode === 'readWrite') copyToSecond();
    if (journal.mode === 'readWrite') journal.bin.removeDue();
    if (journal.mode === 'readWrite') journal.images.removeUnshown();
    const last = journal.lastVerified();
    const isRead = last !== null && Math.abs(clock.now() - last) < betweenFullReads;
    if (journal.mode === 'readOnly') return;
    if (isRead) void journal.checkContent();
    else if (!journal.verify().isSound) journal.raiseWarning({ type: 'ContentMismatch' });
  }

  const restore: Care['backups.restore'] = (chosen) => {
    const journal = room.journal();
    const backup = findBackup(places(), chosen);
    if (backup === null) return err({ type: 'NotFound' });
    // While the key is here, everything is read; and nothing is closed for a backup that is not whole.
    const checked = checkBackup(places(), chosen, journal?.source ?? null, clock);
    if (!checked.ok) return checked;
    if (!checked.value.isWhole) return err({ type: 'BackupNotVerified' });
    if (!hasRoomToRestore(folder, backup.bytes, room.freeBytes)) return err({ type: 'DiskFull' });
    clearTimeout(timer);
    room.closeJournal();
    return restoreBackup(places(), chosen, clock);
  };

  return {
    care: {
      'backups.list': () => {
        const listed = withStorageFailures(() => ok(listBackups(places())));
        return listed.ok ? listed : err({ type: 'FolderNotWritable' });
      },
      'backups.make': () => {
        const made = backUp();
        if (made.ok) copyToSecond();
        return made;
      },
      'backups.check': (chosen) => {
        const checked = checkBackup(places(), chosen, room.journal()?.source ?? null, clock);
        if (!checked.ok) return checked;
        const { isWhole, checkedAt } = checked.value;
        return ok({ isWhole, checkedAt });
      },
      'backups.restore': restore,
      'repair.salvage': ({ passphrase }) =>
        salvageJournal(folder, passphrase, {
          clock,
          randomBytes: ports.randomBytes,
          second: places().second,
        }),
      'repair.verify': () => {
        const { isSound, problems, counts } = requireOpen(room).verify();
        return ok({
          isSound,
          problems: [...new Set(problems.map(({ type }) => type))],
          checkedAt: clock.now(),
          entries: counts.entries + counts.binned,
          checkIns: counts.checkIns,
          sessions: counts.sessions,
        });
      },
      'repair.lastVerified': () => ok({ at: requireOpen(room).lastVerified() }),
    },
    afterUnlock: () => {
      const journal = room.journal();
      if (journal !== undefined && !isSample) inAPause(journal, () => careFor(journal));
    },
    beforeClose: () => {
      clearTimeout(timer);
      const journal = room.journal();
      if (journal === undefined || !isDue('locking', journal)) return;
      if (sizeOf(join(folder, databaseName)) <= largestAtLock) backUp();
    },
    secondBackupFolderChanged: () => {
      const { second } = places();
      if (second === null || isFolder(second)) copyToSecond();
    },
    backUp,
    warnings: () =>
      [...new Set([failed, secondFailed])].flatMap((reason) =>
        reason === null ? [] : [{ type: 'BackupFailed', reason } as const],
      ),
    dismissWarning: (type) => {
      if (type !== 'BackupFailed') return;
      failed = null;
      secondFailed = null;
    },
  };
}

function requireOpen({ journal }: CareRoom): Journal {
  const open = journal();
  if (open === undefined) throw new Error('No journal is open');
  return open;
}
