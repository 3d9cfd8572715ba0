import { metresToUnit } from '../../../shared/domain/distance';
import { offeredCompany } from '../../../shared/domain/movement';
import type { DistanceUnit } from '../../../shared/domain/settings';
import { locale, message } from '../../i18n/i18n';

const units = { km: 'kilometer', mi: 'mile' } as const satisfies Record<DistanceUnit, string>;

/** 5.2 km */
export const distanceWords = (metres: number, unit: DistanceUnit): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: units[unit], maximumFractionDigits: 1 }).format(
    metresToUnit(metres, unit),
  );

/** An offered word, or the person's own as it is. */
export function companyWord(company: string): string {
  const offered = offeredCompany.find((one) => one === company);
  return offered === undefined ? company : message(`history.company.${offered}`);
}
