import { z } from 'zod';
import { journalDocumentSchema } from '../document/schema';
import { givenTitleSchema, mostTagsOfAnEntry, tagNameSchema, tagSchema } from '../domain/entry';
import { savedSearchSchema } from '../domain/search';
import { entryIdSchema } from '../id';
import { civilDaySchema, clockTimeSchema, momentSchema } from '../time';
import { done, nothing, type CallContract } from './callContract';
import type { EntryFactsChannel } from './channels';

const writingFailures = ['NotFound', 'DiskFull', 'FolderNotWritable'] as const;
const writes = { home: 'keeper', access: 'unlocked', effect: 'writes' } as const;
const entryIds = z.array(entryIdSchema).readonly();
/** Kept searches that asked for the tag, as they were before it went. */
const searches = z.array(savedSearchSchema).readonly();
const merged = {
  /** All that had the tag that went. */
  entryIds,
  /** Those of them that had not the other one before. */
  gained: entryIds,
  searches,
} as const;
const version = z.strictObject({
  revision: z.int().min(1),
  /** When that state was saved. */
  savedAt: z.int(),
  wordCount: z.int().min(0),
});
const ofVersion = z.strictObject({ id: entryIdSchema, revision: z.int().min(1) });

/** What is said of an entry beside its text, its earlier states, and its end. None of it makes a new revision but `versions.restore`. */
export const entryFactsContract = {
  /** All of them; a tag that no entry has any more goes away. Answers with them as they are kept. */
  'entries.setTags': {
    ...writes,
    input: z.strictObject({
      id: entryIdSchema,
      tags: z.array(tagNameSchema).max(mostTagsOfAnEntry).readonly(),
    }),
    output: z.strictObject({ tags: z.array(tagNameSchema).readonly() }),
    failures: writingFailures,
  },
  'entries.setStar': {
    ...writes,
    input: z.strictObject({ id: entryIdSchema, star: z.enum(['on', 'off']) }),
    output: done,
    failures: writingFailures,
  },
  /** Null gives the first line back its place. */
  'entries.setTitle': {
    ...writes,
    input: z.strictObject({ id: entryIdSchema, title: givenTitleSchema.nullable() }),
    output: done,
    failures: writingFailures,
  },
  /** The day is what the person says; the instant follows from it, the time and the zone, and is never worked out again. */
  'entries.setMoment': {
    ...writes,
    input: z.strictObject({
      id: entryIdSchema,
      day: civilDaySchema,
      clock: clockTimeSchema,
      zone: momentSchema.shape.zone,
    }),
    output: momentSchema,
    failures: [...writingFailures, 'DayInFuture', 'ZoneUnknown'],
  },
  /** For good, with its earlier versions; only what is in the bin. */
  'entries.remove': {
    ...writes,
    input: z.strictObject({ id: entryIdSchema }),
    output: done,
    failures: writingFailures,
  },
  /** For good, everything in it. */
  'entries.emptyBin': {
    ...writes,
    input: nothing,
    output: z.strictObject({ removed: z.int().min(0) }),
    failures: ['DiskFull', 'FolderNotWritable'],
  },

  /** In the order of the alphabet. */
  'tags.list': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({ tags: z.array(tagSchema).readonly() }),
    failures: [],
  },
  /** Kept searches follow. */
  'tags.rename': {
    ...writes,
    input: z.strictObject({ from: tagNameSchema, to: tagNameSchema }),
    output: done,
    failures: [...writingFailures, 'TagExists'],
  },
  /** Entries with the first get the second; the first goes away. Answers with what `tags.unmerge` needs, the bin included. */
  'tags.merge': {
    ...writes,
    input: z.strictObject({ from: tagNameSchema, into: tagNameSchema }),
    output: z.strictObject(merged),
    failures: writingFailures,
  },
  /** As it was before a merge. What is gone meanwhile is passed over. */
  'tags.unmerge': {
    ...writes,
    input: z.strictObject({ from: tagNameSchema, into: tagNameSchema, ...merged }),
    output: done,
    failures: ['DiskFull', 'FolderNotWritable'],
  },
  /** Answers with the entries that had it, in the bin too, for `tags.give`. A kept search that asked for nothing else goes with it. */
  'tags.remove': {
    ...writes,
    input: z.strictObject({ name: tagNameSchema }),
    output: z.strictObject({ entryIds, searches }),
    failures: writingFailures,
  },
  /** Puts a removed tag back. An entry that is gone meanwhile is passed over. */
  'tags.give': {
    ...writes,
    input: z.strictObject({ name: tagNameSchema, entryIds, searches }),
    output: done,
    failures: ['DiskFull', 'FolderNotWritable'],
  },

  /** Newest first, without the present state. */
  'versions.list': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ id: entryIdSchema }),
    output: z.strictObject({ versions: z.array(version).readonly() }),
    failures: [],
  },
  'versions.read': {
    home: 'keeper',
    access: 'unlocked',
    input: ofVersion,
    output: version.extend({ document: journalDocumentSchema }),
    failures: ['NotFound'],
  },
  /** The present state becomes a version first; `before` is its revision, to come back to. */
  'versions.restore': {
    ...writes,
    input: ofVersion,
    output: z.strictObject({ revision: z.int().min(1), before: z.int().min(1) }),
    failures: writingFailures,
  },
} as const satisfies Record<EntryFactsChannel, CallContract & { home: 'keeper' }>;
