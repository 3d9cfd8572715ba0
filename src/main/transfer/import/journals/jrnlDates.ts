type Order = 'year-first' | 'day-first' | 'month-first';

export interface JrnlDates {
  /** Null when none of them is a date. */
  readonly order: Order | null;
  /** Whether days and months could also stand the other way round. */
  readonly isGuessed: boolean;
  /** Null for what is no date in that order, which is text of the entry before. */
  readonly read: (text: string) => { readonly day: string; readonly time: string | null } | null;
}

const pattern =
  /^(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})(?:[T ,]+(\d{1,2})[:.](\d\d)(?:[:.]\d\d)?(?:\s*([AaPp])\.?[Mm]\.?)?)?$/;

/** Dates as they can be set in jrnl. Whether the day or the month is first, those beyond the twelfth tell for all of them. */
export function jrnlDates(texts: readonly string[]): JrnlDates {
  const found = texts.flatMap((text) => {
    const match = pattern.exec(text.trim());
    return match === null ? [] : [match];
  });
  const order = orderOf(found);
  const isGuessed =
    order !== null &&
    order.is !== 'year-first' &&
    !found.some(([, first = '', , second = '']) => Number(first) > 12 || Number(second) > 12);
  return {
    order: order?.is ?? null,
    isGuessed,
    read: (text) => (order === null ? null : toDate(text, order.is)),
  };
}

function orderOf(found: readonly RegExpExecArray[]): { readonly is: Order } | null {
  if (found.length === 0) return null;
  if (found.every(([, first = '']) => first.length === 4)) return { is: 'year-first' };
  const others = found.filter(([, first = '']) => first.length < 3);
  if (others.some(([, first]) => Number(first) > 12)) return { is: 'day-first' };
  if (others.some(([, , , second]) => Number(second) > 12)) return { is: 'month-first' };
  // Slashes are American more often than not.
  return { is: others.some(([, , sign]) => sign === '/') ? 'month-first' : 'day-first' };
}

const two = (part: string | number): string => String(part).padStart(2, '0');

function toDate(text: string, order: Order): ReturnType<JrnlDates['read']> {
  const match = pattern.exec(text.trim());
  if (match === null) return null;
  const [, first = '', , second = '', third = '', hour, minute = '', half] = match;
  const [year, month, date] =
    first.length === 4
      ? [first, second, third]
      : order === 'month-first'
        ? [third, first, second]
        : [third, second, first];
  if (year.length !== 4 || date.length > 2) return null;
  const day = `${year}-${two(month)}-${two(date)}`;
  if (hour === undefined) return { day, time: null };
  const isAfternoon = half?.toLowerCase() === 'p';
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  return { day, time: hours > 23 ? null : `${two(hours)}:${minute}` };
}
