import { hash } from 'node:crypto';
import {
  createDocument,
  createHeading,
  createParagraph,
  createText,
} from '../../../../shared/document/createDocument';
import { documentToPlainText, isDocumentEmpty } from '../../../../shared/document/plainText';
import { documentVersion, type DocumentNode, type JournalDocument } from '../../../../shared/document/schema';
import {
  entryTextLimit,
  givenTitleLimit,
  mostTagsOfAnEntry,
  tagNameSchema,
} from '../../../../shared/domain/entry';
import { checkInNoteLimit, feelingSchema } from '../../../../shared/domain/mood';
import { foldTag } from '../../../../shared/search/foldTag';
import type { Journal } from '../../../journal/journal';
import type { JournalRecord } from '../../../journal/records/readRecords';
import { recordTableOf } from '../../../journal/records/recordTables';
import type { JsonValue } from '../../../vault/canonicalJson';
import type { Pace } from '../../pace';
import { isOfOurTime } from '../ourTime';
import {
  derivedId,
  type ForeignCheckIn,
  type ForeignEntry,
  type JournalSource,
  type RefusedPart,
} from './foreignJournal';
import { foreignMoment, type PlacedMoment } from './foreignMoment';
import type { TakeEntries } from './giveEntries';
import type { PlacedPictures } from './placePictures';

/** What is filled: a journal that nobody else has. */
export type FilledJournal = { readonly imports: Pick<Journal['imports'], 'fill' | 'fillImage' | 'images'> };

export interface FillOptions {
  /** Zone of whatever has none of its own. */
  readonly home: string;
  readonly pictures: PlacedPictures;
  readonly pace: Pace;
}

const tables = {
  entries: recordTableOf('entries'),
  tags: recordTableOf('entry_tags'),
  checkIns: recordTableOf('check_ins'),
} as const;

export interface ForeignFill {
  readonly take: TakeEntries;
  /** Entries that can't be ones of ours. */
  readonly refused: readonly RefusedPart[];
}

/**
 * Puts the entries of another program into an empty journal, each by itself: one that can't be one of ours is refused and told, and the others come in. The same entry has the
 * same id and the same times whenever it is read, so that it is recognised.
 */
export function fillFromForeign(journal: FilledJournal, { home, pictures, pace }: FillOptions): ForeignFill {
  const refused: RefusedPart[] = [];
  const nameOnce = createNames();
  let line = 0;

  const toFilled = async (source: JournalSource, entry: ForeignEntry): Promise<Filled | null> => {
    line += 1;
    const place = entry.place ?? { file: null, line };
    const moment = foreignMoment(entry.written, home);
    if (moment === null) {
      refused.push({ ...place, reason: 'date-unclear' });
      return null;
    }
    const id = nameOnce(source, entry, moment);
    if (id === null) return null;
    const shown = await pictures.show(entry, moment.at);
    const page = toPage(entry, shown.document);
    if (isNothing(entry, page)) {
      refused.push({ ...place, reason: 'empty' });
      return null;
    }
    if (documentToPlainText(page.document).length > entryTextLimit) {
      refused.push({ ...place, reason: 'too-long' });
      return null;
    }
    // With each picture that is there it is a later state: one that came in without them is replaced.
    const updatedAt = modifiedAt(entry, moment) + shown.count;
    const checkInId = derivedId(source, `check-in\n${id}`, moment.stamp);
    const felt = entry.checkIn === null ? null : checkInRecord(checkInId, moment, entry.checkIn);
    // Of what was said with a feeling the beginning comes in.
    if (felt?.isCut === true) refused.push({ ...place, reason: 'too-long' });
    return {
      place,
      // Of a moment without a word there is no page: what was felt is all there is of it.
      entry: isBare(entry, page)
        ? null
        : entryRecord(id, moment, page, {
            createdAt: createdAt(entry, moment),
            updatedAt,
            isStarred: entry.isStarred,
          }),
      tags: page.tags.map((tag) => ({ entry: id, tag })),
      checkIn: felt === null ? [] : [felt.record],
    };
  };

  return {
    refused,
    take: async (source, entries) => {
      const filled: Filled[] = [];
      for (const entry of entries) {
        await pace.pause();
        const one = await toFilled(source, entry);
        if (one !== null) filled.push(one);
      }
      refused.push(...fillBatch(journal, filled));
    },
  };
}

interface Filled {
  readonly place: { readonly file: string | null; readonly line: number | null };
  readonly entry: JournalRecord | null;
  readonly tags: readonly JournalRecord[];
  readonly checkIn: readonly JournalRecord[];
}

function fillBatch({ imports }: FilledJournal, batch: readonly Filled[]): readonly RefusedPart[] {
  const pages = batch.flatMap(({ entry }, index) => (entry === null ? [] : [{ entry, index }]));
  const refusals = imports.fill(
    tables.entries,
    pages.map(({ entry }) => entry),
  );
  const refused = new Set(refusals.map((place) => pages[place]?.index));
  const taken = batch.filter((_, index) => !refused.has(index));
  imports.fill(
    tables.tags,
    taken.flatMap(({ tags }) => tags),
  );
  imports.fill(
    tables.checkIns,
    taken.flatMap(({ checkIn }) => checkIn),
  );
  return batch.flatMap(({ place }, index) =>
    refused.has(index) ? [{ ...place, reason: 'not-valid' as const }] : [],
  );
}

const modifiedAt = ({ modifiedAt: at }: ForeignEntry, { stamp }: PlacedMoment): number =>
  at !== null && isOfOurTime(at) ? at : stamp;

const createdAt = ({ createdAt: at }: ForeignEntry, { stamp }: PlacedMoment): number =>
  at !== undefined && isOfOurTime(at) ? at : stamp;

/** A title alone is something that was written. */
const isNothing = ({ checkIn, pictures }: ForeignEntry, { title, document }: Page): boolean =>
  checkIn === null && title === null && pictures.length === 0 && isDocumentEmpty(document);

const isBare = ({ checkIn, pictures, isStarred }: ForeignEntry, { document, title, tags }: Page): boolean =>
  checkIn !== null &&
  !isStarred &&
  title === null &&
  tags.length === 0 &&
  pictures.length === 0 &&
  isDocumentEmpty(document);

/** Code units of an entry that tell it from others where its program has no name for it. */
const tellingLength = 256;

/** Gives every entry its id; null for one that is there already, word for word. */
function createNames(): (source: JournalSource, entry: ForeignEntry, moment: PlacedMoment) => string | null {
  const seen = new Map<string, Set<string>>();
  return (source, entry, { stamp }) => {
    const text = `${entry.title ?? ''}\n${documentToPlainText(entry.document)}`;
    const name =
      entry.ownId ??
      (entry.sourceId === null
        ? `entry\n${Math.floor(stamp / 1000)}\n${text.slice(0, tellingLength)}`
        : `id\n${entry.sourceId}`);
    // What was written in decades is not kept for it.
    const pictures = entry.pictures.map(({ id }) => id).join(' ');
    const whole = hash('sha256', `${stamp}\n${text}\n${pictures}`, 'base64');
    const before = seen.get(name) ?? new Set();
    if (before.has(whole)) return null;
    const place = before.size;
    seen.set(name, before.add(whole));
    if (entry.ownId !== undefined && place === 0) return entry.ownId;
    return derivedId(source, place === 0 ? name : `${name}\n${place}`, stamp);
  };
}

interface Page {
  readonly document: JournalDocument;
  readonly title: string | null;
  readonly tags: readonly string[];
}

/** What does not fit beside the text goes into it: a title that is too long, tags that can't be ones. */
function toPage(entry: ForeignEntry, document: JournalDocument): Page {
  const title = (entry.title ?? '').replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  const isGiven = title !== '' && title.length <= givenTitleLimit;
  const { tags, left } = sortTags(entry.tags);
  const blocks: readonly DocumentNode[] = [
    ...(title === '' || isGiven ? [] : [createHeading('h1', [createText(title)])]),
    ...(document.root.children ?? []),
    ...(left.length === 0 ? [] : [createParagraph([createText(left.join(', '))])]),
  ];
  const isSame = blocks.length === (document.root.children ?? []).length;
  return { document: isSame ? document : createDocument(blocks), title: isGiven ? title : null, tags };
}

function sortTags(names: readonly string[]): {
  readonly tags: readonly string[];
  readonly left: readonly string[];
} {
  const tags = new Map<string, string>();
  const left: string[] = [];
  for (const name of names) {
    const tag = tagNameSchema.safeParse(name.replaceAll(/[\p{Cc}\s]+/gu, ' '));
    const folded = tag.success ? foldTag(tag.data) : '';
    if (name.trim() === '' || tags.has(folded)) continue;
    if (!tag.success || folded === '' || tags.size >= mostTagsOfAnEntry) left.push(name.trim());
    else tags.set(folded, tag.data);
  }
  return { tags: [...tags.values()], left };
}

function entryRecord(
  id: string,
  { at, zone, offsetMinutes, day, stamp }: PlacedMoment,
  { document, title }: Page,
  {
    createdAt,
    updatedAt,
    isStarred,
  }: { readonly createdAt: number; readonly updatedAt: number; readonly isStarred: boolean },
): JournalRecord {
  return {
    id,
    at,
    zone,
    offset_minutes: offsetMinutes,
    day,
    document: documentToJson(document),
    document_version: documentVersion,
    given_title: title,
    starred_at: isStarred ? stamp : null,
    revision: 1,
    created_at: createdAt,
    updated_at: updatedAt,
    binned_at: null,
  };
}

/** A document is made of nothing but JSON, and what is undefined in it is not written. */
const documentToJson = (document: JournalDocument): JsonValue => document as unknown as JsonValue;

const mostFeelings = 30;

function checkInRecord(
  id: string,
  { at, zone, offsetMinutes, day, stamp }: PlacedMoment,
  { valence, energy, feelings, note }: ForeignCheckIn,
): { readonly record: JournalRecord; readonly isCut: boolean } {
  const words = feelings.flatMap((feeling) => {
    const read = feelingSchema.safeParse(feeling);
    return read.success ? [read.data] : [];
  });
  // A word that is too long to be a feeling is said in the note.
  const rest = feelings.filter((feeling) => !words.includes(feeling.trim()));
  const said = [note ?? '', ...rest, ...words.slice(mostFeelings)].filter((text) => text.trim() !== '');
  const whole = said.join('\n').trim();
  const record = {
    id,
    at,
    zone,
    offset_minutes: offsetMinutes,
    day,
    valence: Math.min(1, Math.max(-1, valence)),
    energy,
    feelings: [...new Set(words)].slice(0, mostFeelings),
    role: 'moment',
    session_id: null,
    is_remembered: 0,
    note: whole === '' ? null : whole.slice(0, checkInNoteLimit).replace(/[\uD800-\uDBFF]$/, ''),
    given_on: 'stops',
    created_at: stamp,
    updated_at: stamp,
  };
  return { record, isCut: whole.length > checkInNoteLimit };
}
