import { err } from '../../../shared/result';
import { counted, said, withJournal, type Command } from '../command';

export const verify: Command = {
  name: 'verify',
  takes: 'FOLDER',
  does: 'reads every page and every record and says whether all is as it was written',
  options: {},
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
      return said({ isSound, counts }, `All is as it was written: ${what}.`);
    }),
};
