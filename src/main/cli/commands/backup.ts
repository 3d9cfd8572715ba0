import { copyToSecondPlace } from '../../backup/copyToSecondPlace';
import { makeBackup } from '../../backup/makeBackup';
import { said, withJournal, type Command } from '../command';
import { backupToLine } from './backups';

export const backup: Command = {
  name: 'backup',
  takes: 'FOLDER [--second PLACE]',
  does: 'makes a backup, reads it whole, removes old ones; with --second also copies it to another place',
  options: { second: { type: 'string' } },
  run: (order) =>
    withJournal(order, (journal) => {
      const { clock } = order.ports;
      const made = makeBackup(journal, { clock });
      if (!made.ok) return made;
      const second = order.option('second');
      const lines = [`Made a backup and read it whole: ${backupToLine(made.value)}`];
      if (second === undefined) return said({ backup: made.value }, ...lines);
      const copied = copyToSecondPlace(journal.folder, second, {});
      if (!copied.ok) return copied;
      return said({ backup: made.value, second }, ...lines, 'It lies in the second place as well.');
    }),
};
