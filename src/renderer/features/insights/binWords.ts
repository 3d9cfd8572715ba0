import type { BinUnit, CalendarBin } from '../../../shared/insights/bins';
import type { Outcome } from '../../../shared/domain/insights';
import { stepsToStopOf } from '../../../shared/insights/scale';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { scaleWord } from '../../i18n/words';
import { formatSteps } from './sayInsight';

/** "Tuesday, 12 May 2026", "11 May 2026" for the week that begins then, "May 2026". */
export function binName({ first }: CalendarBin, unit: BinUnit): string {
  if (unit === 'day') return formatDay(first, 'full');
  return formatDay(first, unit === 'month' ? 'month' : 'date');
}

export const binHeading = (bin: CalendarBin, unit: BinUnit): string =>
  unit === 'week' ? message('insights.overview.tip.weekOf', { day: binName(bin, unit) }) : binName(bin, unit);

/** A level in words with its figure: "slightly pleasant (+1.2)". */
export const levelWords = (outcome: Outcome, steps: number): string =>
  message('insights.overview.tip.level', { word: stopWord(outcome, steps), steps: formatSteps(steps) });

/** The word of the stop that is nearest to a level in steps. */
export const stopWord = (outcome: Outcome, steps: number): string =>
  scaleWord(outcome, stepsToStopOf(outcome, steps));
