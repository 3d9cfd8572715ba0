import type { Span, SpanKind } from '../../shared/domain/span';
import type { CivilDay } from '../../shared/time';
import { formatDay } from './formats';
import { locale, message } from './i18n';

export const spanKindWord = (kind: SpanKind): string => message(`spans.kind.${kind}`);

/** "Injury: knee", or "Rest" where it has no name. */
export const spanWords = ({ kind, name }: Pick<Span, 'kind' | 'name'>): string =>
  name === null ? spanKindWord(kind) : message('spans.named', { kind: spanKindWord(kind), name });

const list = new Intl.ListFormat(locale, { type: 'conjunction' });

/** "Injury: knee and Travel" */
export const spansInWords = (spans: readonly Pick<Span, 'kind' | 'name'>[]): string =>
  list.format(spans.map(spanWords));

/** The name of a day or a month, and what was different then. */
export const withSpans = (name: string, spans: readonly Pick<Span, 'kind' | 'name'>[]): string =>
  spans.length === 0 ? name : message('spans.nameAnd', { name, spans: spansInWords(spans) });

/** "since 3 May 2026", "3 May 2026 to 13 May 2026"; from `today` on, without the year where it is this one. */
export function spanDaysInWords(
  { firstDay, lastDay }: Pick<Span, 'firstDay' | 'lastDay'>,
  today?: CivilDay,
): string {
  const words = (day: CivilDay): string => {
    if (day === today) return message('spans.today');
    return formatDay(day, today?.slice(0, 4) === day.slice(0, 4) ? 'dayMonth' : 'date');
  };
  const first = words(firstDay);
  if (lastDay === null) return message('spans.days.since', { first });
  if (lastDay === firstDay) return message('spans.days.one', { first });
  return message('spans.days.range', { first, last: words(lastDay) });
}
