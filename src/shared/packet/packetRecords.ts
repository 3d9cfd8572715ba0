import { z } from 'zod';
import { entrySchema, type Entry } from '../domain/entry';
import { checkInSchema, type CheckIn } from '../domain/mood';
import { movementSessionSchema, type MovementSession } from '../domain/movement';
import { spanSchema, type Span } from '../domain/span';
import { foldTag } from '../search/foldTag';
import type { EntryId } from '../id';
import { coverDocument, documentLines } from './coverDocument';
import { coverText, type Covering, type Place } from './covering';

/** More than anybody hands to somebody, and as much as a page can lay out. */
export const mostPacketEntries = 2000;

/** What was written and noted on some days, the oldest first. */
export const packetRecordsSchema = z.strictObject({
  entries: z.array(entrySchema).readonly(),
  /** Those of their own; ratings before and after are with their sessions. */
  checkIns: z.array(checkInSchema).readonly(),
  sessions: z.array(movementSessionSchema).readonly(),
  spans: z.array(spanSchema).readonly(),
});
export type PacketRecords = z.infer<typeof packetRecordsSchema>;

export const recordKinds = [
  'entries',
  'checkIns',
  'sessions',
  'spans',
] as const satisfies readonly (keyof PacketRecords)[];
type RecordKind = (typeof recordKinds)[number];

export interface RecordChoice {
  readonly kinds: ReadonlySet<RecordKind>;
  /** Only entries with one of these; all where there is none. Nothing else has tags. */
  readonly tags: readonly string[];
  readonly leftOut: ReadonlySet<EntryId>;
  readonly pictures: 'with' | 'without';
}

export function chooseRecords(records: PacketRecords, { kinds, tags, leftOut }: RecordChoice): PacketRecords {
  const wanted = new Set(tags.map(foldTag));
  const hasTag = (entry: Entry): boolean =>
    wanted.size === 0 || entry.tags.some((tag) => wanted.has(foldTag(tag)));
  return {
    entries: kinds.has('entries')
      ? records.entries.filter((entry) => hasTag(entry) && !leftOut.has(entry.id))
      : [],
    checkIns: kinds.has('checkIns') ? records.checkIns : [],
    sessions: kinds.has('sessions') ? records.sessions : [],
    spans: kinds.has('spans') ? records.spans : [],
  };
}

export const placeOf = {
  title: ({ id }: Pick<Entry, 'id'>): Place => `entry/${id}/title`,
  text: ({ id }: Pick<Entry, 'id'>): Place => `entry/${id}/text`,
  checkIn: ({ id }: Pick<CheckIn, 'id'>): Place => `checkIn/${id}/note`,
  session: ({ id }: Pick<MovementSession, 'id'>): Place => `session/${id}/note`,
  span: ({ id }: Pick<Span, 'id'>): Place => `span/${id}/note`,
} as const;

/** Records of the same shape in which nothing is left of what is covered. */
export function coverRecords(
  records: PacketRecords,
  covering: Covering,
  pictures: RecordChoice['pictures'],
): PacketRecords {
  const own = (text: string): string => coverText(text, null, covering);
  const at = (text: string | null, place: Place): string | null =>
    text === null ? null : coverText(text, place, covering);
  const felt = (checkIn: CheckIn): CheckIn => ({
    ...checkIn,
    feelings: checkIn.feelings.map(own),
    note: at(checkIn.note, placeOf.checkIn(checkIn)),
  });
  return {
    entries: records.entries.map((entry) => ({
      ...entry,
      givenTitle: at(entry.givenTitle, placeOf.title(entry)),
      tags: entry.tags.map(own),
      document: coverDocument(entry.document, { pictures, place: placeOf.text(entry) }, covering),
    })),
    checkIns: records.checkIns.map(felt),
    sessions: records.sessions.map((session) => ({
      ...session,
      company: session.company === null ? null : own(session.company),
      note: at(session.note, placeOf.session(session)),
      before: session.before && felt(session.before),
      after: session.after && felt(session.after),
    })),
    spans: records.spans.map((span) => ({
      ...span,
      name: span.name === null ? null : own(span.name),
      note: at(span.note, placeOf.span(span)),
    })),
  };
}

/**
 * `coverRecords` for who looks at one set of records again and again: an entry that nothing was changed in since is the same
 * object, and need not be drawn anew. Keeps what it gave last, covered, as long as the records themselves.
 */
export function createCoverer(): typeof coverRecords {
  const given = new WeakMap<Entry, { readonly text: string; readonly entry: Entry }>();
  return (records, covering, pictures) => {
    const covered = coverRecords(records, covering, pictures);
    return {
      ...covered,
      entries: covered.entries.map((entry, index) => {
        const original = records.entries[index];
        const text = JSON.stringify(entry);
        const before = original && given.get(original);
        if (before?.text === text) return before.entry;
        if (original) given.set(original, { text, entry });
        return entry;
      }),
    };
  };
}

const only = (text: string | null | undefined): readonly string[] => (text ? [text] : []);

/** The text itself at a place that can be covered, in its pieces; none where there is none. */
export function piecesAt(records: PacketRecords, place: Place): readonly string[] {
  const [, id] = place.split('/');
  const entry = records.entries.find((each) => each.id === id);
  if (entry) {
    if (place === placeOf.title(entry)) return only(entry.givenTitle);
    return documentLines(entry.document, placeOf.text(entry)).get(place) ?? [];
  }
  return only(
    [...records.checkIns, ...records.sessions, ...records.spans].find((each) => each.id === id)?.note,
  );
}
