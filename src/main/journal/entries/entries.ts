import { entryTextLimit, type Entry } from '../../../shared/domain/entry';
import {
  documentToOwnText,
  documentToPlainText,
  documentToPromptIds,
} from '../../../shared/document/plainText';
import { documentVersion, type JournalDocument } from '../../../shared/document/schema';
import { assert } from '../../../shared/assert';
import type { EntryId, PromptId } from '../../../shared/id';
import { err, ok } from '../../../shared/result';
import type { Moment } from '../../../shared/time';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { EntryHead } from '../everything';
import type { Answer, Journal, NewEntry } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import type { Images } from '../images/images';
import type { Prompts } from '../prompts/prompts';
import type { LateIndex } from '../search/lateIndex';
import { documentToIndexedTexts } from '../search/searchIndex';
import type { Versions } from '../versions/versions';
import {
  prepareEntryReads,
  prepareEntryWrites,
  readTags,
  rowToSummary,
  type Derived,
  type EntryRow,
} from './entryQueries';
import { deriveFromDocument } from './deriveFromDocument';
import { documentToText, textToDocument } from './storedDocument';

/** A document may carry more than its text; beyond this it is no longer something a person wrote. */
const storedTextLimit = 6 * entryTextLimit;

export interface Entries {
  readonly list: Answer<'entries.list'>;
  readonly read: Answer<'entries.read'>;
  readonly save: Answer<'entries.save'>;
  readonly moveToBin: Answer<'entries.moveToBin'>;
  readonly restore: Answer<'entries.restore'>;
  readonly restoreVersion: Journal['versions']['restore'];
  readonly insert: (entry: NewEntry) => void;
  /** Of the journal and the bin, oldest first. */
  readonly ids: () => readonly EntryId[];
  readonly heads: () => readonly EntryHead[];
  readonly all: () => Generator<Entry>;
  readonly counts: () => { readonly entries: number; readonly binned: number };
}

const rowToEntry = ({ id, at, zone, offsetMinutes, day, document, ...row }: EntryRow): Entry => ({
  id,
  at,
  zone,
  offsetMinutes,
  day,
  givenTitle: row.givenTitle,
  isStarred: row.isStarred === 1,
  tags: readTags(row.tags),
  document: textToDocument(document),
  revision: row.revision,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  binnedAt: row.binnedAt,
});

// As it is stored it is longer than its words are, so most need not be read for them.
const isTooLong = (document: JournalDocument, text: string): boolean =>
  text.length > entryTextLimit &&
  (text.length > storedTextLimit || documentToPlainText(document).length > entryTextLimit);

export function createEntries(
  { db, clock, now, reserve }: JournalContext,
  prompts: Pick<Prompts, 'noteAnswers'>,
  versions: Versions,
  images: Pick<Images, 'linkEntry'>,
  index: Pick<LateIndex, 'note' | 'put' | 'remove'>,
): Entries {
  const reads = prepareEntryReads(db);
  const writes = prepareEntryWrites(db);

  const derive = (document: JournalDocument, text: string, givenTitle: string | null): Derived => ({
    ...deriveFromDocument(document, givenTitle),
    document: text,
    documentVersion,
    now: clock.now(),
  });

  const linkPrompts = (row: number, promptIds: readonly PromptId[]): void => {
    writes.forgetPrompts.run({ row });
    for (const [place, promptId] of promptIds.entries()) writes.addPrompt.run({ row, promptId, place });
  };

  /** Answers with the row, which is not indexed yet. */
  const insertRow = (id: EntryId, moment: Moment, document: JournalDocument, text: string): number => {
    const { at, zone, offsetMinutes, day } = moment;
    writes.insert.run({ id, at, zone, offsetMinutes, day, ...derive(document, text, null) });
    writes.forgetDeletion.run({ id });
    const row = reads.rowOf.get({ id });
    assert(row !== undefined, 'a written entry is there');
    linkPrompts(row, documentToPromptIds(document));
    images.linkEntry(row, document);
    return row;
  };

  const replace = (existing: EntryRow, document: JournalDocument, derived: Derived): void => {
    const { row } = existing;
    writes.update.run({ row, ...derived });
    linkPrompts(row, documentToPromptIds(document));
    images.linkEntry(row, document);
    // What is in the bin is not found; restoring brings it back.
    if (existing.binnedAt === null) index.note(row);
  };

  const save: Entries['save'] = ({ id, document, baseRevision }) => {
    const text = documentToText(document);
    if (isTooLong(document, text)) return err({ type: 'TextTooLong' });
    return withStorageFailures(() =>
      transaction(db, () => {
        const existing = reads.byId.get({ id });
        if (existing === undefined && baseRevision > 0) return err({ type: 'NotFound' as const });
        const moment = now();
        const promptIds = documentToPromptIds(document);
        if (existing === undefined) {
          index.note(insertRow(id, moment, document, text));
          if (documentToOwnText(document) !== '') prompts.noteAnswers(promptIds);
          return ok({ revision: 1, savedAt: moment.at, day: moment.day });
        }
        if (existing.document === text) {
          return ok({ revision: existing.revision, savedAt: existing.updatedAt, day: existing.day });
        }
        if (existing.revision !== baseRevision) {
          return err({ type: 'RevisionConflict' as const, revision: existing.revision });
        }
        const { row } = existing;
        const earlier = new Set(reads.promptIdsOf.all({ row }));
        const derived = derive(document, text, existing.givenTitle);
        versions.leave(existing, derived.wordCount);
        replace(existing, document, derived);
        if (documentToOwnText(document) !== '') {
          // Working on an old entry does not answer its prompt again today.
          prompts.noteAnswers(
            promptIds.filter((promptId) => existing.day === moment.day || !earlier.has(promptId)),
          );
        }
        return ok({ revision: existing.revision + 1, savedAt: moment.at, day: existing.day });
      }),
    );
  };

  return {
    list: ({ where, after, limit }) => {
      const place = reads[where];
      // One more than asked tells whether there is a next page.
      const rows =
        after === null
          ? place.first.all({ limit: limit + 1 })
          : place.next.all({ day: after.day, at: after.at, id: after.id, limit: limit + 1 });
      const entries = rows.slice(0, limit).map(rowToSummary);
      const last = entries.at(-1);
      const next =
        rows.length > limit && last !== undefined ? { day: last.day, at: last.at, id: last.id } : null;
      return ok({ entries, next, total: place.count.get({}) ?? 0 });
    },
    read: ({ id }) => {
      const row = reads.byId.get({ id });
      return row === undefined ? err({ type: 'NotFound' }) : ok(rowToEntry(row));
    },
    save: (input) => reserve.saving(() => save(input)),
    restoreVersion: (id, revision) =>
      withStorageFailures(() =>
        transaction(db, () => {
          const existing = reads.byId.get({ id });
          const version = versions.read(id, revision);
          if (existing === undefined || !version.ok) return err({ type: 'NotFound' as const });
          versions.keep(existing);
          const { document } = version.value;
          replace(existing, document, derive(document, documentToText(document), existing.givenTitle));
          return ok({ revision: existing.revision + 1, savedAt: clock.now(), day: existing.day });
        }),
      ),
    moveToBin: ({ id }) =>
      withStorageFailures(() =>
        transaction(db, () => {
          const row = reads.rowOf.get({ id });
          if (row === undefined) return err({ type: 'NotFound' as const });
          writes.moveToBin.run({ id, now: clock.now() });
          index.remove(row);
          return ok(null);
        }),
      ),
    restore: ({ id }) =>
      withStorageFailures(() =>
        transaction(db, () => {
          const existing = reads.byId.get({ id });
          if (existing === undefined) return err({ type: 'NotFound' as const });
          writes.restore.run({ id });
          if (existing.binnedAt !== null) index.note(existing.row);
          return ok(null);
        }),
      ),
    insert: ({ id, moment, document }) => {
      const text = documentToText(document);
      assert(!isTooLong(document, text), 'an inserted entry is within the limit');
      transaction(db, () =>
        ok(index.put(insertRow(id, moment, document, text), documentToIndexedTexts(document, null))),
      );
    },
    ids: () => reads.allIds.all({}),
    heads: () => reads.allHeads.all({}),
    *all() {
      for (const id of reads.allIds.all({})) {
        const row = reads.byId.get({ id });
        if (row !== undefined) yield rowToEntry(row);
      }
    },
    counts: () => ({ entries: reads.journal.count.get({}) ?? 0, binned: reads.bin.count.get({}) ?? 0 }),
  };
}
