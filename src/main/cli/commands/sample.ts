import { err } from '../../../shared/result';
import { instantToMoment } from '../../../shared/time';
import { withStorageFailures } from '../../journal/database/storageFailure';
import { fillSampleJournal } from '../../sample/sampleJournal';
import { unclear } from '../cliFailure';
import { counted, said, wholeNumber, withNewJournal, type Command } from '../command';

export const sample: Command = {
  name: 'sample',
  takes: 'FOLDER [--years N] [--seed N]',
  does: 'makes a new journal with an imagined life in it (3 years and seed 1 unless said otherwise)',
  options: { years: { type: 'string' }, seed: { type: 'string' } },
  run: async (order) => {
    const years = wholeNumber(order.option('years'), { least: 1, most: 60, fallback: 3 });
    if (years === undefined) return err(unclear('--years takes a whole number from 1 to 60.'));
    const seed = wholeNumber(order.option('seed'), { least: 0, most: 999_999_999, fallback: 1 });
    if (seed === undefined) return err(unclear('--seed takes a whole number from 0.'));
    const { clock } = order.ports;
    return withNewJournal(order, (journal) =>
      withStorageFailures(() => {
        const until = clock.now();
        const zone = clock.zone();
        const { day: today } = instantToMoment(until, zone);
        const counts = fillSampleJournal(journal, { years, seed, today, zone, until });
        const what = `${counted(counts.entries, 'entry', 'entries')}, ${counts.checkIns} check-ins, ${counts.sessions} sessions`;
        return said({ folder: journal.folder, years, seed, counts }, `Made a sample journal: ${what}.`);
      }),
    );
  },
};
