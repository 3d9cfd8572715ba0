import type { Handlers } from '../../../shared/ipc/contract';
import type { PathToken } from '../../../shared/id';
import { err } from '../../../shared/result';
import type { Journal } from '../../journal/journal';
import { exportJournal, type SealingPorts } from '../../transfer/exportJournal';
import type { TransferDesks } from './transfers';
import { saveCard } from '../../transfer/saveCard';

export const exportHandlers = (
  journal: () => Journal,
  pathOf: (token: PathToken) => string | undefined,
  sealing: SealingPorts,
  { watch }: Pick<TransferDesks, 'watch'>,
): Handlers<'export.run' | 'card.save'> => ({
  'export.run': async ({ token, ...order }) => {
    try {
      const target = pathOf(token);
      if (target === undefined) return err({ type: 'PathTokenUnknown' });
      return await watch.during('export', (pace) =>
        exportJournal(journal(), { ...order, target }, { sealing, pace }),
      );
    } finally {
      order.passphrase?.fill(0);
    }
  },
  'card.save': ({ token, card }) => {
    const target = pathOf(token);
    return target === undefined ? err({ type: 'PathTokenUnknown' }) : saveCard(target, card);
  },
});
