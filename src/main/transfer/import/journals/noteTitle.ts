/** What a name says beside the date: "2026-05-04 Walk with Mara" is called "Walk with Mara". */
export function titleOfName(path: string): string | null {
  const rest = (path.split('/').at(-1) ?? '')
    .replace(
      /(?<!\d)(?:\d{4}[-_. ]?\d{2}[-_. ]?\d{2}|\d{6}-\d{6})(?:[T_ -]+(?:at[ _])?\d{2}[-_:.h]?\d{2}(?:[-_:.]?\d{2})?)?(?!\d)/,
      ' ',
    )
    .replaceAll(/^[\s_–—.-]+|[\s_–—.-]+$/g, '');
  const isDayName = rest !== '' && weekdays().has(rest.toLowerCase().replaceAll('.', ''));
  return rest === '' || isDayName || /^\d{1,2}$/.test(rest) ? null : rest;
}

let knownWeekdays: ReadonlySet<string> | undefined;
const weekdays = (): ReadonlySet<string> => (knownWeekdays ??= new Set(weekdayNames()));

function* weekdayNames(): Generator<string> {
  for (const locale of ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da'])
    for (const weekday of ['long', 'short'] as const) {
      const { format } = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
      for (let day = 4; day < 11; day += 1)
        yield format(Date.UTC(2026, 0, day))
          .toLowerCase()
          .replaceAll('.', '');
    }
}
