import { metresToUnit } from '../../../shared/domain/distance';
import type { DistanceUnit } from '../../../shared/domain/settings';
import { locale } from '../../i18n/i18n';

const units = { km: 'kilometer', mi: 'mile' } as const satisfies Record<DistanceUnit, string>;

/** 5.2 km */
export const distanceWords = (metres: number, unit: DistanceUnit): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: units[unit], maximumFractionDigits: 1 }).format(
    metresToUnit(metres, unit),
  );
