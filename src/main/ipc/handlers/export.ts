import type { Handlers } from '../../../shared/ipc/contract';
import type { PathToken } from '../../../shared/id';
import { err } from '../../../shared/result';
import type { Journal } from '../../journal/journal';
import { exportJournal, type SealingPorts } from '../../transfer/exportJournal';
import { saveCard } from '../../transfer/saveCard';

export const exportHandlers = (
  journal: () => Journal,
  pathOf: (token: PathToken) => string | undefined,
  sealing: SealingPorts,
): Handlers<'export.run' | 'card.save'> => ({
  'export.run': async ({ token, ...order }) => {
    try {
      const target = pathOf(token);
      if (target === undefined) return err({ type: 'PathTokenUnknown' });
      return await exportJournal(journal(), { ...order, target }, { sealing });
    } finally {
      order.passphrase?.fill(0);
    }
  },
  'card.save': ({ token, card }) => {
    const target = pathOf(token);
    return target === undefined ? err({ type: 'PathTokenUnknown' }) : saveCard(target, card);
  },
});
