import { createHash } from 'node:crypto';
import type { JournalDocument } from '../../../../shared/document/schema';
import type { CheckIn } from '../../../../shared/domain/mood';
import type { MovementSession } from '../../../../shared/domain/movement';
import type { JournalRemark } from '../../../../shared/domain/lookRemark';
import type { JournalSource } from '../../../../shared/domain/lookSource';
import type { OwnKind } from '../../../../shared/domain/movementKind';
import type { Span } from '../../../../shared/domain/span';
import { createUuid, imageIdSchema, type ImageId } from '../../../../shared/id';
import type { ForeignSession } from '../movement/foreignSession';

export type { JournalSource } from '../../../../shared/domain/lookSource';

/**
 * What another program's journal holds, before any of it is in a journal of ours. Nothing but values that can be cloned, so that it may be read in another
 * thread. Where it was written and what the weather was is not read.
 */
export interface ForeignJournal {
  readonly source: JournalSource;
  readonly entries: readonly ForeignEntry[];
  readonly sessions: readonly ForeignSession[];
  /** What tables of our own tell, where there are any. */
  readonly own?: OwnTables;
  readonly refused: readonly RefusedPart[];
  /** What had to be guessed, each once. */
  readonly assumed: readonly Assumption[];
}

/** What is said to the person about a whole file, as a key of a sentence. */
export type Assumption = JournalRemark;

/** A part that can't be taken over: `line` counts lines, rows or entries of `file` from 1. */
export interface RefusedPart {
  readonly file: string | null;
  readonly line: number | null;
  readonly reason: RefusedReason;
}

type RefusedReason =
  | 'not-json'
  | 'not-valid'
  | 'not-readable'
  | 'date-unclear'
  | 'empty'
  | 'too-long'
  | 'length-unknown'
  | 'no-id'
  /** A feeling before or after a time of moving that is nowhere. */
  | 'no-session'
  /** A picture is named, and its file is not there. */
  | 'picture-missing'
  /** A recording, a film, a document: the journal keeps words and pictures. */
  | 'media';

export interface ForeignEntry {
  /** What the source calls it by; it recognises the entry when it is brought in again. */
  readonly sourceId: string | null;
  /** The id it has in a journal of ours, where this program wrote the file. */
  readonly ownId?: string;
  /** Where this program wrote a page for a day without an entry: what was noted on it is not brought in where it is already. */
  readonly notesOf?: string;
  readonly written: ForeignMoment;
  /** Where this program wrote the file: when it was begun, which can be long after it was lived. */
  readonly createdAt?: number;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly modifiedAt: number | null;
  readonly title: string | null;
  /** An image in it carries the id of one of `pictures`; its width and height are not known yet. */
  readonly document: JournalDocument;
  readonly pictures: readonly ForeignPicture[];
  readonly tags: readonly string[];
  readonly isStarred: boolean;
  readonly checkIn: ForeignCheckIn | null;
  /** Where it stands, for whoever has to look for it. */
  readonly place?: { readonly file: string | null; readonly line: number | null };
}

/**
 * When it was written. `instant`: for everybody, with the zone or the minutes ahead of UTC where the source says so; `day` where the person's day is another than the one
 * on the calendar there, and `clock` what the wall showed where the same program also writes files that tell nothing else: it is recognised by that then. `wall`: only what the calendar and the clock said, in whichever zone the person was; without a time the day alone.
 */
export type ForeignMoment =
  | {
      readonly is: 'instant';
      readonly at: number;
      readonly zone: string | null;
      readonly offsetMinutes: number | null;
      readonly allDay?: boolean;
      readonly day?: string;
      readonly clock?: { readonly day: string; readonly time: string };
    }
  | { readonly is: 'wall'; readonly day: string; readonly time: string | null };

export interface ForeignPicture {
  readonly id: ImageId;
  /** Of the file, as `ForeignFiles` knows it. */
  readonly name: string;
  readonly altText: string;
}

export interface ForeignCheckIn {
  /** -1 to 1. */
  readonly valence: number;
  readonly energy: number | null;
  readonly feelings: readonly string[];
  readonly note: string | null;
}

/** Check-ins, sessions and spans as this program wrote them out, each with the id it had. */
export interface OwnTables {
  readonly kinds: readonly OwnKind[];
  readonly sessions: readonly OwnRow<Omit<MovementSession, 'before' | 'after'>>[];
  readonly checkIns: readonly OwnRow<CheckIn>[];
  readonly spans: readonly OwnRow<Omit<Span, 'createdAt' | 'updatedAt'>>[];
}

export interface OwnRow<Item> {
  readonly item: Item;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly place: { readonly file: string; readonly line: number };
}

/** It is not what it seemed to be. */
export class ForeignNotReadable extends Error {}
/** It opens with a passphrase, and none was given. */
export class ForeignSealed extends Error {}
export class ForeignWrongPassphrase extends Error {}

/** The same name gives the same id each time it is read. `at` is the time it is sorted by. */
export function derivedId(source: string, name: string, at: number): string {
  const hash = createHash('sha256').update(`${source}\n${name}`).digest();
  return createUuid(at, (length) => new Uint8Array(hash.subarray(0, length)));
}

/** Of the hash of a picture's bytes, so that the same file is one picture wherever it stands. */
export const pictureId = (sha256: Uint8Array): ImageId =>
  imageIdSchema.parse(
    createUuid(Buffer.from(sha256).readUIntBE(0, 6), (length) => sha256.slice(6, 6 + length)),
  );
