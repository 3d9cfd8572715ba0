import { z } from 'zod';
import { spanIdSchema } from '../id';
import { addDays, civilDaySchema, type CivilDay } from '../time';

/** What can be different for a while, in the order offered. */
export const spanKinds = ['injury', 'illness', 'rest', 'travel'] as const;
export const spanKindSchema = z.enum(spanKinds);
export type SpanKind = z.infer<typeof spanKindSchema>;

export const spanNameLimit = 80;
export const spanNoteLimit = 10_000;

const daysSchema = {
  firstDay: civilDaySchema,
  /** Included; null while it lasts. */
  lastDay: civilDaySchema.nullable(),
};

/** Some days on which something was different: part of the story, and nothing that is counted. */
export const spanSchema = z.strictObject({
  id: spanIdSchema,
  kind: spanKindSchema,
  /** In the person's words, such as "knee"; null: the kind stands for it. */
  name: z.string().min(1).max(spanNameLimit).nullable(),
  ...daysSchema,
  note: z.string().min(1).max(spanNoteLimit).nullable(),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Span = z.infer<typeof spanSchema>;

/** What the person fills in. An end before the beginning is the journal's to refuse, with a reason. */
export const spanDraftSchema = z.strictObject({
  id: spanIdSchema,
  kind: spanKindSchema,
  name: z.string().trim().min(1).max(spanNameLimit).nullable(),
  ...daysSchema,
  note: z.string().trim().min(1).max(spanNoteLimit).nullable(),
});
export type SpanDraft = z.infer<typeof spanDraftSchema>;

type Days = Pick<Span, 'firstDay' | 'lastDay'>;

const isDayInSpan = ({ firstDay, lastDay }: Days, day: CivilDay): boolean =>
  firstDay <= day && (lastDay === null || day <= lastDay);

/**
 * Those a day lies in, in the order given. Several may run at once. One without an end runs up to today: nobody knows how long
 * it will take.
 */
export const spansOfDay = <One extends Days>(
  spans: readonly One[],
  day: CivilDay,
  today: CivilDay = day,
): readonly One[] =>
  spans.filter((span) => isDayInSpan(span, day) && (span.lastDay !== null || day <= today));

/** Those that touch the days from `from` to `to`, both included. */
export const spansWithin = <One extends Days>(
  spans: readonly One[],
  { from, to }: { readonly from: CivilDay; readonly to: CivilDay },
): readonly One[] =>
  spans.filter(({ firstDay, lastDay }) => firstDay <= to && (lastDay === null || from <= lastDay));

const surrounds = (outer: Days, inner: Days): boolean =>
  outer.firstDay <= inner.firstDay &&
  (outer.lastDay === null || (inner.lastDay !== null && inner.lastDay <= outer.lastDay));

const fold = (name: string | null): string => (name ?? '').normalize('NFC').trim().toLocaleLowerCase('en');

export type SpanTrouble =
  /** It ends before it begins. */
  | { readonly type: 'backwards' }
  /** It begins on a day that has not begun; only travel is known ahead. */
  | { readonly type: 'notBegun' }
  /** One of the same kind and name lies around it, or inside it. */
  | { readonly type: 'inside'; readonly other: Span };

/**
 * What is wrong with a span; null when nothing is. Spans may overlap, and two of a kind may run together when their names tell
 * them apart. Today can be an earlier day than yesterday was (across the date line), so a first day that stood before stays good.
 */
export function findSpanTrouble(
  draft: SpanDraft,
  spans: readonly Span[],
  today: CivilDay,
): SpanTrouble | null {
  if (draft.lastDay !== null && draft.lastDay < draft.firstDay) return { type: 'backwards' };
  const before = spans.find(({ id }) => id === draft.id);
  if (draft.kind !== 'travel' && draft.firstDay > today && before?.firstDay !== draft.firstDay) {
    return { type: 'notBegun' };
  }
  const other = spans.find(
    (span) =>
      span.id !== draft.id &&
      span.kind === draft.kind &&
      fold(span.name) === fold(draft.name) &&
      (surrounds(span, draft) || surrounds(draft, span)),
  );
  return other === undefined ? null : { type: 'inside', other };
}

/** The last day of something that has been back to usual since a day: the one before it, and never before it began. */
export function lastDayBefore({ firstDay }: Pick<Span, 'firstDay'>, usualSince: CivilDay): CivilDay {
  const last = addDays(usualSince, -1);
  return last < firstDay ? firstDay : last;
}

/** For changing one, or putting back one that was deleted. */
export const spanToDraft = ({ id, kind, name, firstDay, lastDay, note }: Span): SpanDraft => ({
  id,
  kind,
  name,
  firstDay,
  lastDay,
  note,
});
