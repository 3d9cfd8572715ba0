import { movementKindSchema } from '../../../shared/domain/movementKind';
import type { Sentence, SentenceValue } from '../../../shared/insights/sentences';
import { assertNever } from '../../../shared/assert';
import { formatDay, formatWeekday } from '../../i18n/formats';
import { locale, message } from '../../i18n/i18n';
import { feelingWord, kindWord, scaleWord } from '../../i18n/words';

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
const signed = new Intl.NumberFormat(locale, { ...oneDecimal, signDisplay: 'exceptZero' });
const unsigned = new Intl.NumberFormat(locale, oneDecimal);

/** A signed difference or level in steps, to one decimal, with a true minus sign. */
export const formatSteps = (steps: number): string => signed.format(steps).replace('-', '−');

/** A sentence of the insights in the person's own language. */
export function sayInsight({ key, values }: Sentence): string {
  return message(
    key,
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inWords(value)])),
  );
}

export const sayInsights = (sentences: readonly Sentence[]): string => sentences.map(sayInsight).join(' ');

function inWords(value: SentenceValue): string | number {
  switch (value.type) {
    case 'count':
    case 'keyword':
      return value.value;
    case 'steps':
      return formatSteps(value.value);
    case 'size':
      return unsigned.format(value.value);
    case 'day':
      return formatDay(value.value, 'date');
    case 'stop':
      return scaleWord(value.outcome, value.value);
    case 'kind':
      return kindWord(movementKindSchema.parse(value.value));
    case 'feeling':
      return feelingWord(value.value);
    case 'quality':
      return message(`insights.quality.${value.value}`);
    case 'weekday':
      return formatWeekday(value.value);
    default:
      return assertNever(value);
  }
}
