import { z } from 'zod';
import { entryIdSchema, sessionIdSchema } from '../id';
import { civilDaySchema, momentSchema } from '../time';
import { movementKindSchema } from './movementKind';
import { sessionMinutesSchema } from './movement';

const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** A file that was looked at and is held open. */
export const lookIdSchema = uuid.brand('LookId');
export type LookId = z.infer<typeof lookIdSchema>;

export const importIdSchema = uuid.brand('ImportId');
export type ImportId = z.infer<typeof importIdSchema>;

/** Of one table of the journal, by what becomes of each record. */
const incomingCountsSchema = z.strictObject({
  new: z.int().min(0),
  same: z.int().min(0),
  /** Here too, and the incoming state is later. */
  changed: z.int().min(0),
  /** Here in a later state, or in another one without telling which is later: what is here stays. */
  older: z.int().min(0),
  refused: z.int().min(0),
});
export type IncomingCounts = z.infer<typeof incomingCountsSchema>;

/** By the name of the table; `images` for pictures. */
export const countsByTableSchema = z.record(z.string().max(64), incomingCountsSchema);
export type CountsByTable = z.infer<typeof countsByTableSchema>;

/** As much of a session as tells it from another. */
const toldSessionSchema = z.strictObject({
  id: sessionIdSchema,
  kind: movementKindSchema,
  /** Of a kind that somebody named. */
  kindName: z.string().nullable(),
  ...momentSchema.shape,
  isTimed: z.boolean(),
  minutes: sessionMinutesSchema,
  distanceMetres: z.int().nullable(),
});
export type ToldSession = z.infer<typeof toldSessionSchema>;

/** Two that seem to be one, told by two programs; the other one is here, or in the same file. Only the person knows. */
const alikePairSchema = z.strictObject({
  incoming: toldSessionSchema,
  present: toldSessionSchema,
  where: z.enum(['here', 'in-file']),
});
export type AlikePair = z.infer<typeof alikePairSchema>;

/** An entry that says word for word what is here already, on the same day, and nothing more. */
const alikeEntrySchema = z.strictObject({
  id: entryIdSchema,
  day: civilDaySchema,
  /** Its title, or how it begins. */
  title: z.string().max(120),
  /** What has the words: an entry, or what was noted about that day beside it. */
  here: z.enum(['entry', 'notes']),
});
export type AlikeEntry = z.infer<typeof alikeEntrySchema>;

/** Entries that are told one by one; of the others there is only the number. */
export const mostToldEntries = 50;

const alikeEntriesSchema = z.strictObject({
  inAll: z.int().min(0),
  /** What they bring along, of what is counted with everything else. */
  tags: z.int().min(0),
  told: z.array(alikeEntrySchema).max(mostToldEntries).readonly(),
});
export type AlikeEntries = z.infer<typeof alikeEntriesSchema>;

/** What becomes of all of them. */
export const alikeEntriesChoiceSchema = z.enum(['out', 'in']);
export type AlikeEntriesChoice = z.infer<typeof alikeEntriesChoiceSchema>;

/** A session the file doesn't tell the length of: it waits for the minutes, and does not come in without. */
const doubtSchema = z.strictObject({
  id: sessionIdSchema,
  because: z.enum(['length-unknown', 'too-long']),
  day: civilDaySchema,
  /** `HH:MM`; null when only the day is known. */
  time: z.string().nullable(),
  kind: movementKindSchema,
  distanceMetres: z.int().nullable(),
  note: z.string().nullable(),
});
export type IncomingDoubt = z.infer<typeof doubtSchema>;

export const saidMinutesSchema = z.strictObject({ id: sessionIdSchema, minutes: sessionMinutesSchema });
export type SaidMinutes = z.infer<typeof saidMinutesSchema>;

const refusedPlaceSchema = z.strictObject({
  file: z.string().nullable(),
  /** Line, row or place, counted from 1. */
  line: z.int().nullable(),
  reason: z.string().max(64),
});
export type RefusedPlace = z.infer<typeof refusedPlaceSchema>;

/** Places that are told one by one; of the others there is only the number. */
export const mostToldPlaces = 200;

/** What a file holds and what would become of it. Nothing was changed yet. */
export const lookReportSchema = z.strictObject({
  id: lookIdSchema,
  /** `archive`, or the program it comes from. */
  source: z.string().max(40),
  /** First and last day that something in it was lived on. */
  days: z.strictObject({ from: civilDaySchema, to: civilDaySchema }).nullable(),
  /** With everything in it, those that seem to be here already among the new. */
  counts: countsByTableSchema,
  refused: z.array(refusedPlaceSchema).max(mostToldPlaces).readonly(),
  refusedInAll: z.int().min(0),
  alike: z.array(alikePairSchema).readonly(),
  alikeEntries: alikeEntriesSchema,
  /** Not among the counts. */
  doubtful: z.array(doubtSchema).readonly(),
  /** Names of what had to be assumed. */
  assumed: z.array(z.string().max(80)).readonly(),
  /** Sessions among the new ones that nobody rated before or after. */
  unratedSessions: z.int().min(0),
  /** Pictures that could not be taken in. */
  picturesOutside: z.int().min(0),
});
export type LookReport = z.infer<typeof lookReportSchema>;

export const pastImportSchema = z.strictObject({
  id: importIdSchema,
  at: z.int(),
  source: z.string(),
  counts: countsByTableSchema,
  /** Null while it stands. */
  takenBackAt: z.int().nullable(),
});
export type PastImport = z.infer<typeof pastImportSchema>;
