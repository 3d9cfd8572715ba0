import { useMemo } from 'react';
import type { InsightsData } from '../../../shared/domain/insights';
import { defaultJournalSettings } from '../../../shared/domain/settings';
import type { WeekStart } from '../../../shared/insights/calendar';
import { rangeAsked, rangeShown, type DayRange } from '../../../shared/insights/range';
import type { CivilDay } from '../../../shared/time';
import { useSettings, useToday } from '../../bridge/queries';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { setInsightsPlace, useInsightsPlace } from '../../session/insightsPlaceStore';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { RoomLayout } from '../../ui/RoomLayout';
import { Questions } from './cards/Questions';
import { useInsights } from './insightsQueries';
import styles from './InsightsRoom.module.css';
import { OutcomeOfCards } from './outcomeOfCards';
import { OverviewCard } from './OverviewCard';
import { PrintDialog } from './paper/PrintDialog';
import { OutcomeSwitch } from './range/OutcomeSwitch';
import { OwnDays } from './range/OwnDays';
import { RangeTools } from './range/RangeTools';
import { ReadingLink } from './reading/ReadingLink';
import { SaidRange } from './saidRange';

/** Mood against movement, honestly: what was written down, how much of it there is, and how unsure that leaves one. */
export function InsightsRoom() {
  const today = useToday().data?.day;
  const weekStartsOn = useSettings().data?.weekStartsOn ?? defaultJournalSettings.weekStartsOn;
  return (
    <RoomLayout
      label={message('insights.heading')}
      heading={message('insights.heading')}
      tools={<RangeTools />}
    >
      {today !== undefined && <LookedAt today={today} weekStartsOn={weekStartsOn} />}
    </RoomLayout>
  );
}

interface LookedAtProps {
  readonly today: CivilDay;
  readonly weekStartsOn: WeekStart;
}

function LookedAt({ today, weekStartsOn }: LookedAtProps) {
  const { range, outcome } = useInsightsPlace();
  const asked = rangeAsked(range, today, weekStartsOn);
  const { data, isError, isPlaceholderData } = useInsights(asked, outcome);
  const isRead = data !== undefined && !isPlaceholderData;
  const firstRecord = data?.days[0]?.day ?? null;
  const shown = useMemo(
    () => rangeShown(range, today, firstRecord, weekStartsOn),
    [range, today, firstRecord, weekStartsOn],
  );
  return (
    <>
      <div className={styles.tools} data-saved="not">
        <div className={styles.about}>
          <OutcomeSwitch />
          <ReadingLink />
        </div>
        <OwnDays shown={data === undefined ? null : shown} today={today} />
      </div>
      <PrintDialog tables="offered" />
      {isError && <EmptyState title={message('insights.unavailable')} />}
      {/* Reading takes a few milliseconds; a word about it would flicker. */}
      {isRead && data.days.length === 0 && <NothingThere weekStartsOn={weekStartsOn} />}
      {isRead && data.days.length > 0 && <Cards data={data} shown={shown} weekStartsOn={weekStartsOn} />}
    </>
  );
}

const everything = { from: null, to: null } as const;

/** A journal that is still empty says what will be here; one with other days offers them. */
function NothingThere({ weekStartsOn }: { readonly weekStartsOn: WeekStart }) {
  const outcome = useInsightsPlace((place) => place.outcome);
  const { data } = useInsights(everything, outcome);
  if (data === undefined) return null;
  if (data.days.length === 0) {
    const shown = rangeShown('all', data.today, null, weekStartsOn);
    return <Cards data={data} shown={shown} weekStartsOn={weekStartsOn} />;
  }
  return (
    <EmptyState
      title={message('insights.filteredOut')}
      action={
        <Button look="outlined" onClick={() => setInsightsPlace({ range: 'all', typed: null })}>
          {message('insights.showEverything')}
        </Button>
      }
    />
  );
}

interface CardsProps {
  readonly data: InsightsData;
  readonly shown: DayRange;
  readonly weekStartsOn: WeekStart;
}

function Cards({ data, shown, weekStartsOn }: CardsProps) {
  const { range, outcome } = useInsightsPlace();
  const { days, pairs, unpairedSessions, begins } = data;
  const said = message('insights.lookedAt', {
    from: formatDay(shown.from, 'date'),
    to: formatDay(shown.to, 'date'),
  });
  return (
    <OutcomeOfCards value={outcome}>
      <SaidRange value={days.length === 0 ? '' : said}>
        <Questions
          range={range === 'all' ? null : shown}
          outcome={outcome}
          pairs={pairs}
          unpairedSessions={unpairedSessions}
          begins={begins}
          weekStartsOn={weekStartsOn}
          first={{
            id: 'overview',
            question: message('insights.overview.question'),
            state: 'asked',
            notes: 1,
            render: (number) => (
              <OverviewCard
                number={number}
                days={days}
                absentDays={data.absentDays}
                range={shown}
                weekStartsOn={weekStartsOn}
              />
            ),
          }}
        />
      </SaidRange>
    </OutcomeOfCards>
  );
}
