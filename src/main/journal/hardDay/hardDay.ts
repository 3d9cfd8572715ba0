import { emptyHardDayPage, hardDayPageSchema, type HardDayPage } from '../../../shared/domain/hardDay';
import { ok } from '../../../shared/result';
import { prepareRead, prepareWrite } from '../database/handles';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';

export interface HardDay {
  readonly answers: Journal['hardDay'];
  /** Null while nothing was ever written on it. */
  readonly stored: () => { readonly page: HardDayPage; readonly updatedAt: number } | null;
}

/** The page "If today is hard". */
export function createHardDay({ db, clock, reserve }: JournalContext): HardDay {
  const read = prepareRead<
    Readonly<Record<string, never>>,
    { readonly page: string; readonly updatedAt: number }
  >(db, 'SELECT page, updated_at AS updatedAt FROM hard_day_page WHERE only_row = 1');
  const write = prepareWrite<{ readonly page: string; readonly updatedAt: number }>(
    db,
    `INSERT INTO hard_day_page (only_row, page, updated_at) VALUES (1, @page, @updatedAt)
     ON CONFLICT (only_row) DO UPDATE SET page = @page, updated_at = @updatedAt`,
  );

  const stored: HardDay['stored'] = () => {
    const row = read.get({});
    return row === undefined
      ? null
      : { page: hardDayPageSchema.parse(JSON.parse(row.page)), updatedAt: row.updatedAt };
  };

  return {
    answers: {
      read: () => ok(stored() ?? { page: emptyHardDayPage, updatedAt: null }),
      // What somebody writes for their worst day is worth the last space on a disk.
      save: ({ page }) =>
        reserve.saving(() =>
          withStorageFailures(() =>
            transaction(db, () => {
              const updatedAt = clock.now();
              write.run({ page: JSON.stringify(page), updatedAt });
              return ok({ updatedAt });
            }),
          ),
        ),
    },
    stored,
  };
}
