import { assertNever } from '../../shared/assert';
import { metresToUnit } from '../../shared/domain/distance';
import { offeredCompany, type MovementSession } from '../../shared/domain/movement';
import type { DistanceUnit } from '../../shared/domain/settings';
import { formatClock } from '../i18n/formats';
import { message } from '../i18n/i18n';
import { kindWord } from '../i18n/words';
import type { SessionProblem } from './sessionDraft';

export function problemInWords(problem: SessionProblem): string {
  switch (problem.type) {
    case 'MinutesUnclear':
      return message('movement.minutesProblem');
    case 'EndsBeforeStart':
      return message('movement.endsBeforeStart');
    case 'LongerThanADay':
      return message('movement.longerThanADay');
    case 'StartUnclear':
      return message('movement.startProblem');
    case 'StartsLater':
      return message('movement.startsLater');
    case 'DistanceUnclear':
      return message('movement.distanceProblem');
    default:
      return assertNever(problem);
  }
}

/** Nothing is wrong with two at once; it is said, and saving again keeps both. */
export const overlapInWords = ({ kind, minutes, ...moment }: MovementSession): string =>
  message('movement.overlap', { kind: kindWord(kind), time: formatClock(moment), minutes });

const oneDecimal = new Intl.NumberFormat('en', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  useGrouping: false,
});

/** "5.0": for a field and for reading, never for storing. */
export const metresInWords = (metres: number, unit: DistanceUnit): string =>
  oneDecimal.format(metresToUnit(metres, unit));

/** The name of an offered word; a person's own as it is. */
export function companyWord(company: string): string {
  const offered = offeredCompany.find((word) => word === company);
  return offered === undefined ? company : message(`words.company.${offered}`);
}
