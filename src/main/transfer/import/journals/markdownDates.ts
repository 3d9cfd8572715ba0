import type { ForeignMoment } from './foreignJournal';
import { isoToInstant } from './foreignText';
import { factOf, type NoteFacts } from './markdownFrontMatter';
import { monthOf } from './monthNames';

/** What a path says about when a note was written; null for nothing. */
export type DateOfPath = (path: string) => WallTime | null;
interface WallTime {
  readonly day: string;
  readonly time: string | null;
}

const two = (value: number | string): string => String(value).padStart(2, '0');

function wall(
  year: string | undefined,
  month: string | number | undefined,
  date: string | undefined,
  clock: readonly [string | undefined, string | undefined] = [undefined, undefined],
): WallTime | null {
  if (year === undefined || month === undefined || date === undefined) return null;
  const day = `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(date)}`;
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day) return null;
  const [hour, minute] = clock;
  const hasTime = hour !== undefined && minute !== undefined && Number(hour) < 24 && Number(minute) < 60;
  return { day, time: hasTime ? `${two(hour)}:${two(minute)}` : null };
}

/** "18:40", "18:40:05", "6:40 pm" (also with a narrow space), "18h40". */
export function textToTime(text: string | undefined): string | null {
  const match = /^\s*(\d{1,2})[:h.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?[\s\u00A0\u202F]*([ap])?\.?m?\.?\s*$/i.exec(
    text ?? '',
  );
  if (match === null) return null;
  const [, hourText = '', minute = '', half] = match;
  const hour =
    half === undefined ? Number(hourText) : (Number(hourText) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return hour < 24 && Number(minute) < 60 ? `${two(hour)}:${minute}` : null;
}

/** A date, with or without a time, as people and programs write them. What could be read two ways (5/4/2026) is not read. */
export function textToMoment(text: string | undefined): ForeignMoment | null {
  const bare = (text ?? '').replaceAll(/^\[\[|\]\]$/g, '').trim();
  const instant = isoToInstant(bare.replace(' ', 'T').replace(/ (?=[+-]\d\d:?\d\d$)/, ''));
  if (instant !== null) {
    const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(bare) ?? [];
    const size = Number(hours) * 60 + Number(minutes);
    const offsetMinutes = sign === undefined ? null : sign === '-' ? -size : size;
    return { is: 'instant', at: instant, zone: null, offsetMinutes };
  }
  const numbers =
    /^(\d{4})[-/._](\d{1,2})[-/._](\d{1,2})(?:[T\s,]+(.*))?$/.exec(bare) ??
    /^(\d{4})(\d\d)(\d\d)(?:[T\s]+(.*))?$/.exec(bare);
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:[,\s]+(.*))?$/.exec(bare);
  const dayFirst =
    /^(?:[\p{L}.]+,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.|º)?\s+(?:de\s+)?([\p{L}.]{3,12}),?\s+(?:de\s+)?(\d{4})(?:,?\s+(.*))?$/u.exec(
      bare,
    );
  const monthFirst =
    /^(?:[\p{L}.]+,?\s+)?([\p{L}.]{3,12})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(.*))?$/u.exec(bare);
  const found =
    (numbers && { date: wall(numbers[1], numbers[2], numbers[3]), rest: numbers[4] }) ??
    (german && { date: wall(german[3], german[2], german[1]), rest: german[4] }) ??
    (dayFirst && { date: wall(dayFirst[3], monthOf(dayFirst[2] ?? ''), dayFirst[1]), rest: dayFirst[4] }) ??
    (monthFirst && {
      date: wall(monthFirst[3], monthOf(monthFirst[1] ?? ''), monthFirst[2]),
      rest: monthFirst[4],
    });
  if (found === null || found.date === null) return null;
  return { is: 'wall', day: found.date.day, time: textToTime(found.rest) };
}

/** Of a name or a path without its ending: "2026-05-04 1840 walk", "2026_05_04", "2026/05/04", "2026/May/260504-184005". */
export const dateOfPath: DateOfPath = (path) => {
  const name = path.split('/').at(-1) ?? '';
  const inName =
    /(?<!\d)(\d{4})[-_. ]?(\d{2})[-_. ]?(\d{2})(?:[T_ -]+(?:at[ _])?(\d{2})[-_:.h]?(\d{2})(?:[-_:.]?\d{2})?)?(?!\d)/.exec(
      name,
    );
  const pile = /(?:^|\/)\d{2}(\d{2})\/[^/]+\/\1(\d{2})(\d{2})-(\d{2})(\d{2})\d{2}$/.exec(path);
  const folders =
    /(?:^|\/)(\d{4})\/(\d{1,2})(?:[-_. ][^/]*)?\/(?:\d{1,2}[-_.])?(\d{1,2})(?:[-_. ][^/]*)?$/.exec(path);
  return (
    (inName && wall(inName[1], inName[2], inName[3], [inName[4], inName[5]])) ??
    (pile && wall(pile[1], pile[2], pile[3], [pile[4], pile[5]])) ??
    (folders && wall(folders[1], folders[2], folders[3]))
  );
};

/** Tokens of moment.js, which Obsidian's daily notes are named with, longest first. */
const tokens: readonly (readonly [string, string])[] = [
  ['YYYY', '(?<year>\\d{4})'],
  ['gggg', '\\d{4}'],
  ['GGGG', '\\d{4}'],
  ['YY', '(?<year>\\d{2})'],
  ['MMMM', '(?<monthName>[\\p{L}\\p{M}.]+)'],
  ['MMM', '(?<monthName>[\\p{L}\\p{M}.]+)'],
  ['MM', '(?<month>\\d{2})'],
  ['Mo', '(?<month>\\d{1,2})\\p{L}{1,2}'],
  ['M', '(?<month>\\d{1,2})'],
  ['dddd', '[\\p{L}\\p{M}.-]+'],
  ['ddd', '[\\p{L}\\p{M}.-]+'],
  ['dd', '[\\p{L}\\p{M}.-]+'],
  ['DDDD', '\\d{3}'],
  ['DD', '(?<date>\\d{2})'],
  ['Do', '(?<date>\\d{1,2})(?:\\p{L}{1,2}|\\.|º)?'],
  ['D', '(?<date>\\d{1,2})'],
  ['HH', '(?<hour>\\d{2})'],
  ['mm', '(?<minute>\\d{2})'],
  ['ss', '\\d{2}'],
  ['ww', '\\d{2}'],
  ['WW', '\\d{2}'],
  ['w', '\\d{1,2}'],
  ['W', '\\d{1,2}'],
  ['Q', '\\d'],
];

/** Null for a format that names no day. */
export function formatToDateOfPath(format: string): DateOfPath | null {
  const seen = new Set<string>();
  let pattern = '';
  for (let at = 0; at < format.length;) {
    const literal = /^\[([^\]]*)\]/.exec(format.slice(at));
    const token = tokens.find(([name]) => format.startsWith(name, at));
    if (literal !== null) pattern += escaped(literal[1] ?? '');
    else if (token === undefined) pattern += escaped(format.charAt(at));
    else {
      const [, source] = token;
      const group = /\?<(\w+)>/.exec(source)?.[1];
      // The same thing twice ("YYYY/YYYY-MM-DD"): the later one counts, being nearer to the name.
      if (group !== undefined && seen.has(group)) pattern = pattern.replace(`?<${group}>`, '?:');
      if (group !== undefined) seen.add(group);
      pattern += source;
    }
    at += literal?.[0].length ?? token?.[0].length ?? 1;
  }
  if (!seen.has('date') || !(seen.has('month') || seen.has('monthName'))) return null;
  const matcher = new RegExp(`(?:^|/)${pattern}$`, 'u');
  return (path) => {
    const { year, month, monthName, date, hour, minute } = matcher.exec(path.normalize('NFC'))?.groups ?? {};
    return wall(year, month ?? monthOf(monthName ?? ''), date, [hour, minute]);
  };
}
const escaped = (text: string): string =>
  text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, (sign) => (sign === '-' ? '-' : `\\${sign}`));

/** What the facts above a note say comes first, then its name, then when the file was begun. */
export function noteMoment(
  facts: NoteFacts,
  path: string,
  rules: readonly DateOfPath[],
): ForeignMoment | null {
  const said = textToMoment(factOf(facts, 'date', 'day', 'datum', 'fecha', 'data'));
  const time = textToTime(factOf(facts, 'time', 'uhrzeit', 'heure', 'hora', 'ora'));
  if (said !== null)
    return said.is === 'wall' && said.time === null && time !== null ? { ...said, time } : said;
  for (const rule of rules) {
    const found = rule(path);
    if (found !== null) return { is: 'wall', day: found.day, time: found.time ?? time };
  }
  return textToMoment(factOf(facts, 'created', 'createdat', 'created_at', 'date created', 'creation date'));
}
