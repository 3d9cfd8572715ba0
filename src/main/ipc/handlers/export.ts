import type { Handlers } from '../../../shared/ipc/contract';
import type { PathToken } from '../../../shared/id';
import { err } from '../../../shared/result';
import type { Journal } from '../../journal/journal';
import { exportJournal } from '../../transfer/exportJournal';

export const exportHandlers = (
  journal: () => Journal,
  pathOf: (token: PathToken) => string | undefined,
): Handlers<'export.run'> => ({
  'export.run': ({ token, format }) => {
    const target = pathOf(token);
    if (target === undefined) return err({ type: 'PathTokenUnknown' });
    return exportJournal(journal(), { format, target });
  },
});
