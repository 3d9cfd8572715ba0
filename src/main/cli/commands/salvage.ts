import { salvageJournal } from '../../backup/salvage/salvageJournal';
import { counted, said, type Command } from '../command';

export const salvage: Command = {
  name: 'salvage',
  takes: 'FOLDER [--second PLACE]',
  does: 'brings out of a damaged journal what can be read, completes it from the newest backup, and keeps the damaged files',
  options: { second: { type: 'string' } },
  run: async ({ folder, passphraseFrom, input, option, ports }) => {
    const passphrase = await input.readPassphrase(passphraseFrom, 'open');
    if (!passphrase.ok) return passphrase;
    const { clock, randomBytes } = ports;
    const second = option('second') ?? null;
    const salvaged = await salvageJournal(folder, passphrase.value, { clock, randomBytes, second });
    if (!salvaged.ok) return salvaged;
    const { entries, checkIns, sessions, mayBeAltered, fromBackup, setAside } = salvaged.value;
    const what = [
      counted(entries, 'entry', 'entries'),
      counted(checkIns, 'check-in', 'check-ins'),
      counted(sessions, 'session', 'sessions'),
    ].join(', ');
    return said(
      { ...salvaged.value },
      `The journal has ${what} now; ${fromBackup} of them came from a backup.`,
      ...(mayBeAltered === 0
        ? []
        : [
            `${counted(mayBeAltered, 'record', 'records')} may be altered; an entry of them says so in its first line.`,
          ]),
      `The damaged files are in ${setAside}.`,
    );
  },
};
