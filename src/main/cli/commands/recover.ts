import { err } from '../../../shared/result';
import { recoverJournal } from '../../journal/journal';
import { said, toJournalPorts, type Command } from '../command';

export const recover: Command = {
  name: 'recover',
  takes: 'FOLDER',
  does: 'sets a new passphrase with the recovery code; with --passphrase-stdin the code is the first line, the passphrase the second',
  options: {},
  run: async (order) => {
    const { folder, passphraseFrom, input } = order;
    const code = await input.readRecoveryCode(passphraseFrom);
    if (!code.ok) return code;
    const passphrase = await input.readPassphrase(passphraseFrom, 'replace');
    if (!passphrase.ok) {
      code.value.fill(0);
      return passphrase;
    }
    const recovered = await recoverJournal(folder, code.value, passphrase.value, toJournalPorts(order));
    if (!recovered.ok) {
      return err(recovered.error.type === 'FolderIsFile' ? { type: 'JournalMissing' } : recovered.error);
    }
    recovered.value.close();
    return said({ folder }, 'The new passphrase opens the journal. The recovery code stays as it was.');
  },
};
