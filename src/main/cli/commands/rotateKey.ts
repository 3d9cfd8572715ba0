import { makeBackup } from '../../backup/makeBackup';
import { recoveryCodeLines, said, withJournal, type Command } from '../command';

export const rotateKey: Command = {
  name: 'rotate-key',
  takes: 'FOLDER',
  does: 'gives the journal new keys and a new recovery code, for when a passphrase or a code has leaked; makes a backup before and after',
  options: {},
  run: (order) => {
    const { clock } = order.ports;
    return withJournal(order, async (journal, passphrase) => {
      const rotated = await journal.keys.rotate(passphrase, () => makeBackup(journal, { clock }));
      if (!rotated.ok) return rotated;
      const { code } = rotated.value;
      const after = makeBackup(journal, { clock });
      return said(
        { recoveryCode: code, backup: after.ok ? after.value : null },
        'The journal has new keys. Backups from before open with the old ones.',
        ...(after.ok ? [] : ['The backup afterwards could not be made; please run "footnote backup" soon.']),
        ...recoveryCodeLines(code),
      );
    });
  },
};
