import type { Search } from '../../../shared/domain/search';
import { civilDaySchema, type CivilDay } from '../../../shared/time';
import { useIsReadOnly } from '../../bridge/careQueries';
import { call } from '../../bridge/client';
import { invalidateJournal, useEntryList, useSettings } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { setJournalPlace, type JournalPart } from '../../session/journalPlaceStore';
import { Button } from '../../ui/Button';
import { Label } from '../../ui/Label';
import { OnThisDay } from './calendar/OnThisDay';
import { DeleteForGood } from '../../ui/DeleteForGood';
import styles from './JournalRoom.module.css';
import { SavedSearches } from './search/SavedSearches';

interface JournalMarginProps {
  readonly part: JournalPart;
  readonly day: CivilDay | null;
  readonly today: CivilDay | null;
  readonly firstDay: CivilDay | null;
  readonly total: number;
  /** What is looked for now; null when nothing is. */
  readonly search: Search | null;
}

function BinNote() {
  const total = useEntryList('bin').data?.pages[0]?.total ?? 0;
  const settings = useSettings().data;
  const isReadOnly = useIsReadOnly();
  const days = settings?.binDays ?? null;
  return (
    <>
      {settings && (
        <p className={styles.quiet}>
          {days === null ? message('journal.binText') : message('journal.binTextDays', { days })}
        </p>
      )}
      {total > 0 && !isReadOnly && (
        <DeleteForGood
          className={styles.way}
          label={message('journal.emptyBin')}
          question={message('journal.emptyBinAsk', { total })}
          run={() => call('entries.emptyBin', {})}
          onDone={invalidateJournal}
        >
          {message('journal.emptyBin')}
        </DeleteForGood>
      )}
    </>
  );
}

function goTo(text: string): void {
  const to = civilDaySchema.safeParse(text);
  if (to.success) setJournalPlace({ day: to.data, top: null });
}

/** How much there is, ways to a day and to kept searches, and the way to the bin and back. */
export function JournalMargin({ part, day, today, firstDay, total, search }: JournalMarginProps) {
  const shown = day ?? today;
  return (
    <>
      {total > 0 && part !== 'bin' && (
        <section className={styles.margin}>
          <Label>{message('journal.inAll')}</Label>
          <p>{message('journal.total', { total })}</p>
          {search === null && (
            <label className={styles.goTo}>
              <span>{message('journal.goTo')}</span>
              <input
                type="date"
                className={styles.goToDay}
                min={firstDay ?? undefined}
                max={today ?? undefined}
                value={day ?? ''}
                onChange={(event) => goTo(event.target.value)}
              />
            </label>
          )}
        </section>
      )}
      {part === 'calendar' && search === null && shown !== null && <OnThisDay day={shown} />}
      {part !== 'bin' && <SavedSearches search={search} />}
      <section className={styles.margin}>
        {part === 'bin' && <BinNote />}
        <Button
          look="quiet"
          className={styles.way}
          onClick={() => setJournalPlace({ part: part === 'bin' ? 'pages' : 'bin' })}
        >
          {message(part === 'bin' ? 'journal.toJournal' : 'journal.toBin')}
        </Button>
      </section>
    </>
  );
}
