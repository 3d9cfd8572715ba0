import type { Output } from '../../../shared/ipc/contract';
import { daysBetween, momentToClockTime, type Moment } from '../../../shared/time';
import { message } from '../../i18n/i18n';

type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night';

/** Hours of the wall clock: morning from 5, afternoon from 12, evening from 17, night from 22. */
function hourToPartOfDay(hour: number): PartOfDay {
  if (hour < 5 || hour >= 22) return 'night';
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}

const momentToPart = (moment: Moment): PartOfDay =>
  hourToPartOfDay(Number(momentToClockTime(moment).slice(0, 2)));

/** After so many days without a page the line bids welcome. How many they were, and since when, it does not say. */
const longGapDays = 14;

function happened(today: Output<'today.read'>, part: PartOfDay): string {
  const entry = today.entries.at(-1);
  if (entry) {
    const wrote = momentToPart(entry);
    return wrote === part ? message('today.wroteNow') : message('today.wrote', { part: wrote });
  }
  if (today.sessions.length > 0) return message('today.moved');
  if (today.checkIns.length > 0) return message('today.noted');
  if (!today.latestEarlier) return message('today.first');
  const { day } = today.latestEarlier;
  if (daysBetween(day, today.day) >= longGapDays) return message('today.back');
  return message('today.quiet');
}

/** "Evening. You wrote this morning." `hour` is the wall clock's now, 0 to 23. */
export function dayLine(today: Output<'today.read'>, hour: number): string {
  const part = hourToPartOfDay(hour);
  return `${message('today.part', { part })} ${happened(today, part)}`;
}
