import { useMemo, useState } from 'react';
import type { InsightsData } from '../../../shared/domain/insights';
import { defaultJournalSettings } from '../../../shared/domain/settings';
import type { WeekStart } from '../../../shared/insights/calendar';
import { presetStart, rangePresets, rangeShown, type RangePreset } from '../../../shared/insights/range';
import type { CivilDay } from '../../../shared/time';
import { useInsights, useSettings, useToday } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { RoomLayout } from '../../ui/RoomLayout';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { Questions } from './cards/Questions';
import { OverviewCard } from './OverviewCard';
import { ReadingLink } from './reading/ReadingLink';

/** Mood against movement, honestly: what was written down, how much of it there is, and how unsure that leaves one. */
export function InsightsRoom() {
  const [preset, setPreset] = useState<RangePreset>('1-year');
  const today = useToday().data?.day;
  const weekStartsOn = useSettings().data?.weekStartsOn ?? defaultJournalSettings.weekStartsOn;
  const options = rangePresets.map((value) => ({ value, label: message(`insights.range.${value}`) }));
  return (
    <RoomLayout
      label={message('insights.heading')}
      heading={message('insights.heading')}
      tools={
        <SegmentedControl
          label={message('insights.range')}
          options={options}
          value={preset}
          onChange={setPreset}
        />
      }
    >
      <ReadingLink />
      {today !== undefined && (
        <RangeOfInsights
          preset={preset}
          today={today}
          weekStartsOn={weekStartsOn}
          onShowAll={() => setPreset('all')}
        />
      )}
    </RoomLayout>
  );
}

interface RangeOfInsightsProps {
  readonly preset: RangePreset;
  readonly today: CivilDay;
  readonly weekStartsOn: WeekStart;
  readonly onShowAll: () => void;
}

function RangeOfInsights({ preset, today, weekStartsOn, onShowAll }: RangeOfInsightsProps) {
  const { data, isError } = useInsights(presetStart(preset, today, weekStartsOn));
  if (isError) return <EmptyState title={message('insights.unavailable')} />;
  // Reading takes a few milliseconds; a word about it would flicker.
  if (data === undefined) return null;
  if (data.days.length === 0) return <NothingInRange weekStartsOn={weekStartsOn} onShowAll={onShowAll} />;
  return <Cards data={data} preset={preset} weekStartsOn={weekStartsOn} />;
}

/** A journal that is still empty says what will be here; one with earlier days offers them. */
function NothingInRange({
  weekStartsOn,
  onShowAll,
}: Pick<RangeOfInsightsProps, 'weekStartsOn' | 'onShowAll'>) {
  const { data } = useInsights(null);
  if (data === undefined) return null;
  if (data.days.length === 0) return <Cards data={data} preset="all" weekStartsOn={weekStartsOn} />;
  return (
    <EmptyState
      title={message('insights.filteredOut')}
      action={
        <Button look="outlined" onClick={onShowAll}>
          {message('insights.showEverything')}
        </Button>
      }
    />
  );
}

interface CardsProps {
  readonly data: InsightsData;
  readonly preset: RangePreset;
  readonly weekStartsOn: WeekStart;
}

function Cards({ data, preset, weekStartsOn }: CardsProps) {
  const { days, pairs, unpairedSessions, today } = data;
  const firstRecord = days[0]?.day ?? null;
  const range = useMemo(
    () => rangeShown(preset, today, firstRecord, weekStartsOn),
    [preset, today, firstRecord, weekStartsOn],
  );
  return (
    <>
      <OverviewCard days={days} range={range} weekStartsOn={weekStartsOn} />
      <Questions
        range={preset === 'all' ? null : range}
        pairs={pairs}
        unpairedSessions={unpairedSessions}
        weekStartsOn={weekStartsOn}
      />
    </>
  );
}
