import {
  findSpanTrouble,
  type Span,
  type SpanDraft,
  type SpanKind,
  type SpanTrouble,
} from '../../../../shared/domain/span';
import type { SpanId } from '../../../../shared/id';
import { err, ok, type Result } from '../../../../shared/result';
import { civilDaySchema, type CivilDay } from '../../../../shared/time';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { spanDaysInWords } from '../../../i18n/spanWords';
import type { SpanFields } from '../../../session/spanFields';

export type SpanProblem =
  | SpanTrouble
  | { readonly type: 'firstDayUnclear' }
  | { readonly type: 'lastDayUnclear' };

/** The field a sentence about a problem stands beside. */
export type ProblemField = 'name' | 'firstDay' | 'lastDay';

export const newSpanFields = (id: SpanId, today: CivilDay, kind: SpanKind = 'injury'): SpanFields => ({
  id,
  kind,
  name: '',
  firstDay: today,
  lastDay: '',
  note: '',
});

export const spanToFields = ({ id, kind, name, firstDay, lastDay, note }: Span): SpanFields => ({
  id,
  kind,
  name: name ?? '',
  firstDay,
  lastDay: lastDay ?? '',
  note: note ?? '',
});

interface Journal {
  readonly spans: readonly Span[];
  readonly today: CivilDay;
}

/** Failures: a day that is none yet; what `findSpanTrouble` finds. */
export function fieldsToSpan(fields: SpanFields, { spans, today }: Journal): Result<SpanDraft, SpanProblem> {
  const firstDay = civilDaySchema.safeParse(fields.firstDay);
  if (!firstDay.success) return err({ type: 'firstDayUnclear' });
  const lastDay = civilDaySchema.nullable().safeParse(fields.lastDay === '' ? null : fields.lastDay);
  if (!lastDay.success) return err({ type: 'lastDayUnclear' });
  const draft: SpanDraft = {
    id: fields.id,
    kind: fields.kind,
    name: fields.name.trim() || null,
    firstDay: firstDay.data,
    lastDay: lastDay.data,
    note: fields.note.trim() || null,
  };
  const trouble = findSpanTrouble(draft, spans, today);
  return trouble === null ? ok(draft) : err(trouble);
}

/**
 * Whether a form that nobody pressed the button of is to be kept at a lock: a change, and a new span that holds words. From what is
 * there without asking nothing is made up.
 */
export const isToKeep = ({ id, name, note }: SpanFields, spans: readonly Span[]): boolean =>
  `${name}${note}`.trim() !== '' || spans.some((span) => span.id === id);

export function problemField({ type }: SpanProblem): ProblemField {
  if (type === 'inside') return 'name';
  return type === 'backwards' || type === 'lastDayUnclear' ? 'lastDay' : 'firstDay';
}

/** One calm sentence. */
export function spanProblemInWords(problem: SpanProblem, firstDay: string): string {
  switch (problem.type) {
    case 'firstDayUnclear':
      return message('spans.problem.firstDayUnclear');
    case 'lastDayUnclear':
      return message('spans.problem.lastDayUnclear');
    case 'notBegun':
      return message('spans.problem.notBegun');
    case 'backwards': {
      const day = civilDaySchema.parse(firstDay);
      return message('spans.problem.backwards', { day: formatDay(day, 'date') });
    }
    case 'inside':
      return message('spans.problem.inside', { days: spanDaysInWords(problem.other) });
  }
}
