import { use, useMemo } from 'react';
import type { DayRecord } from '../../../shared/domain/insights';
import type { WeekStart } from '../../../shared/insights/calendar';
import { overviewOf } from '../../../shared/insights/overview';
import type { DayRange } from '../../../shared/insights/range';
import { overviewEvidence, overviewSentence } from '../../../shared/insights/sentences';
import type { CivilDay } from '../../../shared/time';
import { useSpans } from '../../bridge/spanQueries';
import { message } from '../../i18n/i18n';
import { InsightCard, usePictureLabels } from './InsightCard';
import { OutcomeOfCards } from './outcomeOfCards';
import { OverviewChart } from './OverviewChart';
import { overviewPicture } from './overviewPicture';
import { SpanNames } from './OverviewSpans';
import { placeSpans } from './placeSpans';
import { overviewFigures } from './overviewFigures';
import { sayInsight, sayInsights } from './sayInsight';

const noDays: readonly CivilDay[] = [];

interface OverviewCardProps {
  readonly number: number;
  readonly days: readonly DayRecord[];
  /** Dates that never came. */
  readonly absentDays?: readonly CivilDay[];
  readonly range: DayRange;
  readonly weekStartsOn: WeekStart;
}

/** Mood and movement over the range; it counts and compares nothing. */
export function OverviewCard({ number, days, absentDays = noDays, range, weekStartsOn }: OverviewCardProps) {
  const outcome = use(OutcomeOfCards);
  const overview = useMemo(() => overviewOf(days, range, absentDays), [days, range, absentDays]);
  const picture = useMemo(
    () => overviewPicture(days, range, weekStartsOn, absentDays),
    [days, range, weekStartsOn, absentDays],
  );
  const spans = useSpans();
  const placed = useMemo(() => placeSpans(spans, range), [spans, range]);
  const figures = useMemo(() => overviewFigures(picture, days, outcome), [picture, days, outcome]);
  const labels = usePictureLabels();
  const drawn = { line: picture.line.unit, bars: picture.bars.unit };
  const text = {
    question: message('insights.overview.question'),
    answer: sayInsight(overviewSentence(overview, outcome)),
    number,
    evidence: sayInsights(overviewEvidence(overview, drawn)),
    range: 'said',
  } as const;
  if (overview.firstRecord === null) return <InsightCard labels={labels} {...text} />;
  return (
    <InsightCard
      labels={labels}
      {...text}
      picture={
        <>
          <SpanNames spans={placed.map(({ span }) => span)} />
          <OverviewChart picture={picture} days={days} spans={placed} labels={labels} />
        </>
      }
      table={figures}
    />
  );
}
