import { useEffect, useId, useMemo, useState } from 'react';
import { spansOfDay } from '../../../shared/domain/span';
import type { CivilDay } from '../../../shared/time';
import { isSearching, useDays } from '../../bridge/findingQueries';
import { useSettings } from '../../bridge/queries';
import { useSpans } from '../../bridge/spanQueries';
import { failureMessage } from '../../i18n/failureMessage';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { withSpans } from '../../i18n/spanWords';
import { setJournalPlace, useJournalPlace, type JournalPart } from '../../session/journalPlaceStore';
import { useSession } from '../../session/sessionStore';
import { EmptyState } from '../../ui/EmptyState';
import { RoomLayout } from '../../ui/RoomLayout';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { BinList } from './BinList';
import { DayPages } from './calendar/DayPages';
import { MonthCalendar } from '../../ui/calendar/MonthCalendar';
import { YearGlance } from './calendar/YearGlance';
import { JournalMargin } from './JournalMargin';
import styles from './JournalRoom.module.css';
import { NoEntries } from './NoEntries';
import { FilterChips } from './search/FilterChips';
import { FilterPanel } from './search/FilterPanel';
import { SearchField } from './search/SearchField';
import { SearchHits } from './search/SearchHits';
import { placesByDay, type CountedDay } from '../../ui/timeline/layOutTimeline';
import { Timeline } from './timeline/Timeline';

const parts = ['pages', 'calendar', 'year'] as const satisfies readonly JournalPart[];

/** All entries: as pages, as a calendar, as a year, or as what a search finds; and the bin. */
export function JournalRoom() {
  const { part, search } = useJournalPlace();
  const isSearchWanted = useSession((session) => session.isSearchWanted);
  const [filters, setFilters] = useState<'shown' | 'hidden'>('hidden');
  const panelId = useId();
  // The bin has no field to search in.
  useEffect(() => {
    if (isSearchWanted) setJournalPlace({ part: 'pages' });
  }, [isSearchWanted]);
  const known = useDays();
  const days = known.data?.days ?? [];
  const total = days.reduce((sum, { count }) => sum + count, 0);
  const isLooking = part !== 'bin' && isSearching(search);
  const setFiltersOf = (next: typeof search.filters): void =>
    setJournalPlace({ search: { ...search, filters: next } });
  return (
    <RoomLayout
      label={message('journal.title')}
      heading={message(part === 'bin' ? 'journal.binTitle' : 'journal.title')}
      tools={
        part !== 'bin' && (
          <SearchField
            filters={filters}
            controls={panelId}
            onFilters={() => setFilters(filters === 'shown' ? 'hidden' : 'shown')}
          />
        )
      }
      margin={<Margin total={total} days={days} today={known.data?.today ?? null} />}
    >
      {part !== 'bin' && (
        <>
          {filters === 'shown' && (
            <FilterPanel id={panelId} filters={search.filters} onChange={setFiltersOf} />
          )}
          <FilterChips filters={search.filters} onChange={setFiltersOf} />
          {!isLooking && total > 0 && (
            <div className={styles.parts}>
              <SegmentedControl
                label={message('journal.parts')}
                options={parts.map((value) => ({ value, label: message(`journal.part.${value}`) }))}
                value={part}
                onChange={(next) => setJournalPlace({ part: next })}
              />
            </div>
          )}
        </>
      )}
      {known.error && <EmptyState title={failureMessage(known.error.failure)} />}
      {isLooking && <SearchHits search={search} />}
      {part === 'bin' && <BinList />}
      {part !== 'bin' && !isLooking && known.data && <Days part={part} {...known.data} />}
    </RoomLayout>
  );
}

interface DaysProps {
  readonly today: CivilDay;
  readonly days: readonly CountedDay[];
}

function Margin({
  total,
  days,
  today,
}: Omit<DaysProps, 'today'> & { readonly total: number; readonly today: CivilDay | null }) {
  const { part, search, day } = useJournalPlace();
  return (
    <JournalMargin
      part={part}
      day={day}
      today={today}
      firstDay={days.at(-1)?.day ?? null}
      total={total}
      search={isSearching(search) ? search : null}
    />
  );
}

const choose = (day: CivilDay): void => setJournalPlace({ day, top: null });

/** The same days in one of three ways. */
function Days({ part, today, days }: DaysProps & { readonly part: (typeof parts)[number] }) {
  const chosen = useJournalPlace(({ day }) => day) ?? today;
  const weekStartsOn = useSettings().data?.weekStartsOn ?? 1;
  const byDay = useMemo(() => placesByDay(days), [days]);
  const spans = useSpans();
  if (days.length === 0) return <NoEntries />;
  if (part === 'pages') return <Timeline days={days} />;
  const countOf = (day: CivilDay): number => byDay.get(day)?.count ?? 0;
  if (part === 'year')
    return (
      <YearGlance
        day={chosen}
        weekStartsOn={weekStartsOn}
        today={today}
        countOf={countOf}
        spans={spans}
        onChoose={choose}
        onMonth={(day) => setJournalPlace({ day, top: null, part: 'calendar' })}
      />
    );
  return (
    <>
      <MonthCalendar
        label={message('journal.calendar')}
        day={chosen}
        today={today}
        weekStartsOn={weekStartsOn}
        form="figures"
        spans={spans}
        nameOf={(date) =>
          withSpans(
            message('journal.dayWithEntries', { day: formatDay(date, 'full'), total: countOf(date) }),
            spansOfDay(spans, date, today),
          )
        }
        renderMarks={(date) => (countOf(date) > 0 ? '' : null)}
        onChoose={choose}
      />
      <DayPages
        day={chosen}
        spans={spansOfDay(spans, chosen, today)}
        {...(byDay.get(chosen) ?? { count: 0, skip: 0 })}
      />
    </>
  );
}
