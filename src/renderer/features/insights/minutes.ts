import { message } from '../../i18n/i18n';

const roundMinutes = [
  10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1200, 1800, 2400, 3600, 6000,
];

/** The round figure the axis of minutes names: the largest one that the bars reach. */
export const minutesTick = (most: number): number =>
  roundMinutes.findLast((minutes) => minutes <= most) ?? (most === 0 ? 60 : (roundMinutes[0] ?? 10));

/** "45 min", and "3 h" from two hours on. */
export function formatMinutes(minutes: number): string {
  if (minutes === 0) return '0';
  return minutes >= 120
    ? message('insights.overview.hours', { hours: Math.round(minutes / 6) / 10 })
    : message('insights.overview.minutes', { minutes });
}
