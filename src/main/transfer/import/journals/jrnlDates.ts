import { monthOf } from './monthNames';

type Order = 'year-first' | 'day-first' | 'month-first';

export interface JrnlDates {
  /** Null when none of them is a date. */
  readonly order: Order | null;
  /** Whether days and months could also stand the other way round. */
  readonly isGuessed: boolean;
  /** Null for what is no date in that order, which is text of the entry before. */
  readonly read: (text: string) => { readonly day: string; readonly time: string | null } | null;
}

/** "Sunday, 28 June 2020 at 18:22", "Jun 28, 2020 06:22 PM", as figures with the year first. */
function monthInFigures(text: string): string {
  const bare = text
    .trim()
    .replace(/^\p{L}+[.,]* (?=\d|\p{L}+\.? \d)/u, (word) =>
      monthOf(word.replace(/[., ]+$/, '')) === undefined ? '' : word,
    );
  const [, day, name, month, date, year = '', rest = ''] =
    /^(?:(\d{1,2})\.? (\p{L}+)|(\p{L}+)\.? (\d{1,2})),?\.? (\d{4})(.*)$/u.exec(bare) ?? [];
  const number = monthOf(name ?? month ?? '');
  return number === undefined ? text : `${year}-${two(number)}-${two(day ?? date ?? '')}${rest}`;
}

const pattern =
  /^(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})(?:(?:T| at |[ ,]+)(\d{1,2})[:.](\d\d)(?:[:.]\d\d)?(?:\s*([AaPp])\.?[Mm]\.?| ?(?:Z|[+-]\d\d:?\d\d))?)?$/;

/** Dates as they can be set in jrnl, also with the month as a word or with an offset, which is the same clock. Whether the day or the month is first, those beyond the twelfth tell for all of them. */
export function jrnlDates(texts: readonly string[]): JrnlDates {
  // Where the first one has figures, a month as a word stands in somebody's text.
  const isInWords = !pattern.test(texts[0]?.trim() ?? '');
  const toFigures = (text: string): string => (isInWords ? monthInFigures(text) : text).trim();
  const found = texts.flatMap((text) => {
    const match = pattern.exec(toFigures(text));
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
    read: (text) => (order === null ? null : toDate(toFigures(text), order.is)),
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
  const match = pattern.exec(text);
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
