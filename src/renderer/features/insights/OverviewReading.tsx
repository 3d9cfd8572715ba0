import { useActiveTooltipLabel } from 'recharts';
import type { BinUnit } from '../../../shared/insights/bins';
import { message } from '../../i18n/i18n';
import { binHeading, levelWords } from './binWords';
import styles from './OverviewChart.module.css';
import type { PlacedBin } from './overviewPicture';
import { formatSteps } from './sayInsight';

interface OverviewReadingProps {
  readonly bins: readonly PlacedBin[];
  readonly unit: BinUnit;
  /** Levels of rated days by their place on the time axis; a single day has no average. */
  readonly levels: ReadonlyMap<number, number>;
}

/** What stands under the pointer, in words. The table holds the same for everyone without one. */
export function OverviewReading({ bins, unit, levels }: OverviewReadingProps) {
  const time = Number(useActiveTooltipLabel());
  const bin = bins.find((one) => one.time === time);
  if (bin === undefined || bin.recordedDays === 0) return null;
  return (
    <div className={styles.reading}>
      <p className={styles.readingHead}>{binHeading(bin, unit)}</p>
      {moodLines(bin, unit, levels.get(time)).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{message('insights.overview.tip.minutes', { minutes: bin.minutes })}</p>
    </div>
  );
}

function moodLines(bin: PlacedBin, unit: BinUnit, level: number | undefined): readonly string[] {
  if (unit === 'day') {
    return [level === undefined ? message('insights.overview.notRated') : levelWords(level)];
  }
  const rated = message('insights.overview.tip.rated', { rated: bin.ratedDays, days: bin.days });
  if (bin.mean === null) return [rated];
  const average = message('insights.overview.tip.average', { level: levelWords(bin.mean) });
  if (bin.probable === null || bin.ratedDays === bin.days) return [average, rated];
  const low = formatSteps(bin.probable.low);
  const high = formatSteps(bin.probable.high);
  return [average, rated, message('insights.overview.tip.probable', { days: bin.days, low, high })];
}
