import type { Span, SpanKind } from '../../shared/domain/span';
import { locale, message } from './i18n';

export const spanKindWord = (kind: SpanKind): string => message(`spans.kind.${kind}`);

/** "Injury: knee", or "Rest" where it has no name. */
export const spanWords = ({ kind, name }: Pick<Span, 'kind' | 'name'>): string =>
  name === null ? spanKindWord(kind) : message('spans.named', { kind: spanKindWord(kind), name });

const list = new Intl.ListFormat(locale, { type: 'conjunction' });

/** "Injury: knee and Travel" */
export const spansInWords = (spans: readonly Pick<Span, 'kind' | 'name'>[]): string =>
  list.format(spans.map(spanWords));
