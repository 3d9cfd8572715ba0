import { lstatSync } from 'node:fs';
import { exportFormatSchema } from '../../../shared/domain/transfer';
import { err } from '../../../shared/result';
import { exportJournal } from '../../transfer/exportJournal';
import { unclear } from '../cliFailure';
import { counted, said, withJournal, type Command } from '../command';

/** A place that can't be looked at is the export's to refuse. */
function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
}

export const exportTo: Command = {
  name: 'export',
  takes: 'FOLDER --format archive|markdown|json|csv --to TARGET',
  does: 'writes everything out as plain text: a new or empty folder for markdown and csv, a new file for json and for an archive, which comes back without loss',
  options: { format: { type: 'string' }, to: { type: 'string' } },
  run: async (order) => {
    const format = exportFormatSchema.safeParse(order.option('format'));
    if (!format.success) return err(unclear('--format takes archive, markdown, json or csv.'));
    const target = order.option('to');
    if (target === undefined || target === '') return err(unclear('--to takes the place to write to.'));
    // Nobody has been asked whether the file may be replaced, as a dialog would have.
    if ((format.data === 'json' || format.data === 'archive') && isFile(target)) {
      return err({ type: 'TargetNotEmpty' });
    }
    return withJournal(order, async (journal) => {
      const done = await exportJournal(journal, { format: format.data, target });
      if (!done.ok) return done;
      const { files, entries, checkIns, sessions } = done.value;
      const what = [
        ...(format.data === 'csv' ? [] : [counted(entries, 'entry', 'entries')]),
        counted(checkIns, 'check-in', 'check-ins'),
        counted(sessions, 'session', 'sessions'),
      ].join(', ');
      return said(
        { ...done.value, target },
        `Wrote ${what} into ${counted(files, 'file', 'files')}. They are plain text; keep them safe.`,
      );
    });
  },
};
