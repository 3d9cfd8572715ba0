const locales = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'da',
  'nb',
  'fi',
  'cs',
  'tr',
  'ru',
  'uk',
] as const;

let monthNumbers: ReadonlyMap<string, number> | undefined;
/** Names of months, long and short, in the languages that notes are most often named in. */
export function monthOf(name: string): number | undefined {
  monthNumbers ??= new Map(
    locales.flatMap((locale) =>
      (['long', 'short'] as const).flatMap((month) => {
        const format = new Intl.DateTimeFormat(locale, { month, day: 'numeric', timeZone: 'UTC' });
        return Array.from({ length: 12 }, (_, index) => {
          const parts = format.formatToParts(Date.UTC(2026, index, 2));
          return [fold(parts.find(({ type }) => type === 'month')?.value ?? ''), index + 1] as const;
        });
      }),
    ),
  );
  return monthNumbers.get(fold(name));
}
const fold = (name: string): string => name.normalize('NFC').toLowerCase().replaceAll('.', '').trim();
