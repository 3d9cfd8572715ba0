import type { Paper } from '../../shared/packet/paper';

/** Where printers hold US Letter; everywhere else they hold A4. From CLDR, `paperSize` of the measurement data. */
const letterCountries: ReadonlySet<string> = new Set([
  'BZ',
  'CA',
  'CL',
  'CO',
  'CR',
  'GT',
  'MX',
  'NI',
  'PA',
  'PH',
  'PR',
  'SV',
  'US',
  'VE',
]);

interface Region {
  /** Where POSIX systems say it: `LC_ALL` before `LC_PAPER`, each such as `es_MX.UTF-8`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Two letters, as the system says it; empty where it does not know. */
  readonly country: string;
}

const countryOf = (locale: string | undefined): string | undefined =>
  /^[a-z]{2,3}_([A-Z]{2})(?![A-Za-z])/.exec(locale ?? '')?.[1];

/** The paper that is usual in the region this computer is set to. */
export function usualPaper({ environment, country }: Region): Paper {
  const here = countryOf(environment['LC_ALL']) ?? countryOf(environment['LC_PAPER']) ?? country;
  return letterCountries.has(here) ? 'letter' : 'a4';
}
