import type { Backup } from '../../../shared/domain/backup';
import { err } from '../../../shared/result';
import { checkBackup } from '../../backup/checkBackup';
import { listBackups } from '../../backup/listBackups';
import { counted, said, withJournal, type Command } from '../command';

export const verify: Command = {
  name: 'verify',
  takes: 'FOLDER [--deep] [--second PLACE]',
  does: 'reads every page and every record and says whether all is as it was written; with --deep every backup too',
  options: { deep: { type: 'boolean' }, second: { type: 'string' } },
  run: (order) =>
    withJournal(order, (journal) => {
      const { isSound, problems, counts } = journal.verify();
      if (!isSound) return err({ type: 'JournalUnsound', problems });
      const { entries, binned, checkIns, sessions } = counts;
      const what = [
        counted(entries, 'entry', 'entries'),
        `${binned} in the bin`,
        counted(checkIns, 'check-in', 'check-ins'),
        counted(sessions, 'session', 'sessions'),
      ].join(', ');
      const line = `All is as it was written: ${what}.`;
      if (!order.isSwitchedOn('deep')) return said({ isSound, counts }, line);

      const places = { journalFolder: journal.folder, second: order.option('second') ?? null };
      const checked = listBackups(places).backups.map((backup) => ({
        id: backup.id,
        place: backup.place,
        ...readBackup(backup),
      }));
      const broken = checked.filter(({ isWhole }) => !isWhole);
      if (broken.length > 0) return err({ type: 'BackupsNotWhole', backups: broken.map(({ id }) => id) });
      return said(
        { isSound, counts, backups: checked },
        line,
        checked.length === 0
          ? 'There are no backups yet.'
          : `So ${checked.length === 1 ? 'is' : 'are'} ${counted(checked.length, 'backup', 'backups')}.`,
      );

      function readBackup({ id, place }: Backup) {
        const check = checkBackup(places, { id, place }, journal.source, order.ports.clock);
        return check.ok
          ? { isWhole: check.value.isWhole, read: check.value.read }
          : { isWhole: false, read: 'file' };
      }
    }),
};
