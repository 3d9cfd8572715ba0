import type { JournalSettings } from '../../../shared/domain/settings';
import { ok } from '../../../shared/result';
import type { JournalContext } from '../journalContext';
import type { Journal } from '../journalFacade';
import { createDiaryReader } from './diaryRecords';
import { createDiaryVersion } from './diaryVersion';
import { createStandings } from './standings';

export function createInsights(
  context: JournalContext,
  settings: () => JournalSettings,
): Journal['insights'] {
  const version = createDiaryVersion(context, settings);
  const records = createDiaryReader(context, settings);
  const { read, judge, setCardShown } = createStandings(context, settings);
  return {
    version: () => ok({ version: version() }),
    records: () => ok(records()),
    standings: read,
    judge,
    setCardShown,
  };
}
