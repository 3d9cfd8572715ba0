import type { Handlers } from '../../../shared/ipc/contract';
import type { PathToken } from '../../../shared/id';
import { err } from '../../../shared/result';
import type { Journal } from '../../journal/journal';
import { exportJournal } from '../../transfer/exportJournal';
import { saveCard } from '../../transfer/saveCard';

export const exportHandlers = (
  journal: () => Journal,
  pathOf: (token: PathToken) => string | undefined,
): Handlers<'export.run' | 'card.save'> => ({
  'export.run': ({ token, format }) => {
    const target = pathOf(token);
    if (target === undefined) return err({ type: 'PathTokenUnknown' });
    return exportJournal(journal(), { format, target });
  },
  'card.save': ({ token, card }) => {
    const target = pathOf(token);
    return target === undefined ? err({ type: 'PathTokenUnknown' }) : saveCard(target, card);
  },
});
