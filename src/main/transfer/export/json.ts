import { z } from 'zod';
import { entrySchema } from '../../../shared/domain/entry';
import { feelingChoicesSchema } from '../../../shared/domain/feeling';
import { checkInSchema, checkInVersionSchema } from '../../../shared/domain/mood';
import { imageMediaTypeSchema, type ImageFacts } from '../../../shared/domain/image';
import { hardDayPageSchema } from '../../../shared/domain/hardDay';
import { keepsakeSchema } from '../../../shared/domain/keepsake';
import { movementSessionSchema } from '../../../shared/domain/movement';
import { kindChoiceSchema, ownKindSchema } from '../../../shared/domain/movementKind';
import { hiddenPromptSchema, ownPromptSchema } from '../../../shared/domain/prompt';
import { ritualReturnSchema, ritualSchema } from '../../../shared/domain/ritual';
import { savedSearchSchema } from '../../../shared/domain/search';
import { journalSettingsSchema } from '../../../shared/domain/settings';
import { spanSchema } from '../../../shared/domain/span';
import { chosenStepSchema, ownStepSchema, stepTakenSchema } from '../../../shared/domain/step';
import { templateSchema } from '../../../shared/domain/template';
import { imageIdSchema } from '../../../shared/id';
import type { ExportReport } from '../../../shared/domain/transfer';
import type { ExportDisk } from '../exportDisk';
import type { ExportSource } from '../exportJournal';
import type { Pace } from '../pace';
import { writeExportFile } from '../writeExportFile';

/** Grows by one when the shape below changes in a way an older reader would misread. */
const jsonExportVersion = 1;

/**
 * One lossless file: every field of every record. Instants are milliseconds since 1970-01-01T00:00Z beside the zone,
 * the offset and the civil day they were lived in. An entry with a `binnedAt` is in the bin. The ratings before and
 * after a session are among the check-ins, which name the session in `sessionId`.
 */
export const exportedJournalSchema = z.strictObject({
  format: z.literal('footnote-journal'),
  version: z.literal(jsonExportVersion),
  name: z.string(),
  settings: journalSettingsSchema,
  counts: z.strictObject({
    entries: z.int(),
    binned: z.int(),
    checkIns: z.int(),
    sessions: z.int(),
  }),
  /** The page "If today is hard"; null when nothing was ever written on it. */
  hardDay: z.strictObject({ page: hardDayPageSchema, updatedAt: z.int() }).nullable(),
  /** The small step that was picked to be next; null when none was. */
  chosenStep: chosenStepSchema.nullable(),
  entries: z.array(entrySchema).readonly(),
  checkIns: z.array(checkInSchema).readonly(),
  /** What check-ins said before they were changed, the oldest of each first. */
  checkInVersions: z.array(checkInVersionSchema).readonly(),
  /** The words for a feeling that have a place of their own. */
  feelings: feelingChoicesSchema,
  sessions: z.array(movementSessionSchema.omit({ before: true, after: true })).readonly(),
  ownKinds: z.array(ownKindSchema).readonly(),
  /** Every kind in the person's order; the offered ones by their name. */
  kindChoices: z.array(kindChoiceSchema).readonly(),
  ownPrompts: z.array(ownPromptSchema).readonly(),
  hiddenPrompts: z.array(hiddenPromptSchema).readonly(),
  keepsakes: z.array(keepsakeSchema).readonly(),
  templates: z.array(templateSchema).readonly(),
  savedSearches: z.array(savedSearchSchema).readonly(),
  /** In the person's order; those put away are among them. */
  rituals: z.array(ritualSchema).readonly(),
  ritualReturns: z.array(ritualReturnSchema).readonly(),
  ownSteps: z.array(ownStepSchema).readonly(),
  stepsTaken: z.array(stepTakenSchema).readonly(),
  /** Injury, illness, rest and travel, by the day they began. */
  spans: z.array(spanSchema).readonly(),
  /** Those that an entry or a template shows, in base64, so that one file holds everything. */
  images: z
    .array(
      z.strictObject({
        id: imageIdSchema,
        mediaType: imageMediaTypeSchema,
        width: z.int(),
        height: z.int(),
        base64: z.base64(),
      }),
    )
    .readonly(),
});

export async function writeJsonFile(
  { name, everything }: ExportSource,
  path: string,
  disk: ExportDisk,
  pace: Pace,
): Promise<ExportReport> {
  const { entries, binned, checkIns, sessions } = everything.counts();
  const head = {
    format: 'footnote-journal',
    version: jsonExportVersion,
    name,
    settings: everything.settings(),
    counts: { entries, binned, checkIns, sessions },
    hardDay: everything.hardDay(),
    chosenStep: everything.chosenStep(),
  };
  await writeExportFile(
    disk,
    path,
    (function* () {
      yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n`;
      yield* list('entries', counted(everything.entries(), entries + binned, pace));
      yield ',\n';
      yield* list('checkIns', everything.checkIns());
      yield ',\n';
      yield* list('checkInVersions', everything.checkInVersions());
      yield ',\n';
      yield* list('feelings', everything.feelings());
      yield ',\n';
      yield* list('sessions', withoutRatings(everything.sessions()));
      yield ',\n';
      yield* list('ownKinds', everything.ownKinds());
      yield ',\n';
      yield* list('kindChoices', everything.kindChoices());
      yield ',\n';
      yield* list('ownPrompts', everything.ownPrompts());
      yield ',\n';
      yield* list('hiddenPrompts', everything.hiddenPrompts());
      yield ',\n';
      yield* list('keepsakes', everything.keepsakes());
      yield ',\n';
      yield* list('templates', everything.templates());
      yield ',\n';
      yield* list('savedSearches', everything.savedSearches());
      yield ',\n';
      yield* list('rituals', everything.rituals());
      yield ',\n';
      yield* list('ritualReturns', everything.ritualReturns());
      yield ',\n';
      yield* list('ownSteps', everything.ownSteps());
      yield ',\n';
      yield* list('stepsTaken', everything.stepsTaken());
      yield ',\n';
      yield* list('spans', everything.spans());
      yield ',\n';
      yield* list('images', imagesAsText(everything.images()));
      yield '\n}\n';
    })(),
    pace,
  );
  return { format: 'json', files: 1, entries: entries + binned, checkIns, sessions };
}

function* counted<Item>(items: Iterable<Item>, total: number, pace: Pace): Iterable<Item> {
  let done = 0;
  for (const item of items) {
    yield item;
    done += 1;
    pace.note(done, total);
  }
}

/** One record a line, so that two exports can be compared line by line. */
function* list(name: string, records: Iterable<unknown>): Iterable<string> {
  yield `  ${JSON.stringify(name)}: [`;
  let separator = '\n    ';
  for (const record of records) {
    yield separator + JSON.stringify(record);
    separator = ',\n    ';
  }
  yield '\n  ]';
}

function* imagesAsText(
  images: Iterable<ImageFacts & { readonly bytes: Uint8Array }>,
): Iterable<ImageFacts & { readonly base64: string }> {
  for (const { bytes, ...facts } of images) yield { ...facts, base64: Buffer.from(bytes).toString('base64') };
}

function* withoutRatings(sessions: ReturnType<ExportSource['everything']['sessions']>): Iterable<unknown> {
  for (const { before: _before, after: _after, ...session } of sessions) yield session;
}
