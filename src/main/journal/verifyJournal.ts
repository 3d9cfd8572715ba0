import { z } from 'zod';
import { entrySchema } from '../../shared/domain/entry';
import { feelingChoicesSchema } from '../../shared/domain/feeling';
import { checkInSchema, checkInVersionSchema } from '../../shared/domain/mood';
import { keepsakeSchema } from '../../shared/domain/keepsake';
import { movementSessionSchema } from '../../shared/domain/movement';
import { ritualReturnSchema, ritualSchema } from '../../shared/domain/ritual';
import { spanSchema } from '../../shared/domain/span';
import { ownStepSchema, stepTakenSchema } from '../../shared/domain/step';
import { ownKindSchema } from '../../shared/domain/movementKind';
import { templateSchema } from '../../shared/domain/template';
import { ownPromptSchema } from '../../shared/domain/prompt';
import { prepareColumn, type WritableDb } from './database/handles';
import { errorToStorageFailure, isBroken } from './database/storageFailure';
import type { Entries } from './entries/entries';
import type { Images } from './images/images';
import { readStoredState, recount } from './integrity/rowLedger';
import type { Journal, VerifyProblem, VerifyReport } from './journalFacade';
import type { StoredJournal } from './opening/openStored';
import type { Versions } from './versions/versions';

interface Readable {
  readonly entries: Pick<Entries, 'ids' | 'read'>;
  readonly versions: Pick<Versions, 'keys' | 'read'>;
  readonly images: Pick<Images, 'ids' | 'isWhole'>;
  readonly everything: Journal['everything'];
}
type NoParameters = Readonly<Record<string, never>>;

/** The checks build on one another: with a broken page there is no use in naming every record on it. */
export function verifyJournal(
  { db, readOnlyBecause }: Pick<StoredJournal, 'db' | 'readOnlyBecause'>,
  readable: Readable,
  now: number,
): VerifyReport {
  const { everything } = readable;
  const problems: VerifyProblem[] = [];
  let counts: VerifyReport['counts'] = { entries: 0, binned: 0, checkIns: 0, sessions: 0 };
  try {
    problems.push(...checkDatabase(db), ...checkSearchIndex(db), ...checkRecords(readable));
    if (readOnlyBecause !== 'newerVersion') problems.push(...checkSetHash(db), ...checkImages(readable));
    counts = everything.counts();
  } catch (error) {
    if (!isBroken(error)) throw error;
    problems.push({ type: 'DatabaseBroken' });
  }
  const isSound = problems.length === 0;
  if (isSound && readOnlyBecause === null) noteVerified(db, now);
  return { isSound, problems, counts };
}

/** Outside the count of changes: having looked is not a change of the journal. */
function noteVerified(db: WritableDb, now: number): void {
  try {
    db.prepare<[number]>('UPDATE meta SET verified_at = ? WHERE only_row = 1').run(now);
  } catch (error) {
    if (errorToStorageFailure(error) === null) throw error;
  }
}

function checkSetHash(db: WritableDb): readonly VerifyProblem[] {
  const stored = readStoredState(db);
  return stored !== null && recount(db, 'main') === stored.setHash ? [] : [{ type: 'ContentMismatch' }];
}

function checkImages({ images }: Readable): readonly VerifyProblem[] {
  const broken = images.ids().filter((id) => !images.isWhole(id));
  return broken.map((id) => ({ type: 'RecordUnreadable', id }));
}

function checkDatabase(db: WritableDb): readonly VerifyProblem[] {
  // All of its rows: by itself it ends after a hundred.
  const answers = prepareColumn<NoParameters, string>(db, 'PRAGMA integrity_check(1000000)').all({});
  const references = prepareColumn<NoParameters, string>(db, 'PRAGMA foreign_key_check').all({});
  const isSound = answers.length === 1 && answers[0] === 'ok' && references.length === 0;
  return isSound ? [] : [{ type: 'DatabaseBroken' }];
}

const listed = 'SELECT entry_row FROM entries WHERE binned_at IS NULL';
/** The index is behind with these, and a search makes up for it first. */
const noted = 'SELECT entry_row FROM entries_to_index';
const indexes = ['entries_fts', 'entry_beginnings'] as const;

function checkSearchIndex(db: WritableDb): readonly VerifyProblem[] {
  const problems: VerifyProblem[] = [];
  // The index is asked by a write that changes nothing, which a newer version's copy would refuse.
  const isGuarded = db.pragma('query_only', { simple: true });
  db.pragma('query_only = OFF');
  try {
    for (const index of indexes) db.exec(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`);
  } catch (error) {
    if (!isBroken(error)) throw error;
    problems.push({ type: 'SearchIndexBroken' });
  } finally {
    db.pragma(`query_only = ${Number(isGuarded)}`);
  }
  const differing = Math.max(
    ...indexes.map((index) => countDiffering(db, `SELECT id FROM ${index}_docsize`)),
  );
  if (differing > 0) {
    problems.push({ type: 'SearchIndexIncomplete', entries: differing });
  }
  return problems;
}

const countDiffering = (db: WritableDb, indexed: string): number =>
  prepareColumn<NoParameters, number>(
    db,
    `SELECT
       (SELECT count(*) FROM (${listed} EXCEPT ${indexed} EXCEPT ${noted}))
       + (SELECT count(*) FROM (${indexed} EXCEPT ${listed}))`,
  ).get({}) ?? 0;

function checkRecords({ entries, versions, everything }: Readable): readonly VerifyProblem[] {
  const broken = entries.ids().filter((id) => {
    const entry = unlessUnreadable(() => entries.read({ id }));
    return !(entry?.ok === true && entrySchema.safeParse(entry.value).success);
  });
  return [
    ...broken.map((id) => ({ type: 'EntryUnreadable', id }) as const),
    ...versions
      .keys()
      .filter(({ entryId, revision }) => unlessUnreadable(() => versions.read(entryId, revision)) === null)
      .map(({ entryId }) => ({ type: 'RecordUnreadable', id: entryId }) as const),
    ...unreadable(everything.checkIns, checkInSchema),
    ...unreadable(
      () => [...everything.checkInVersions()].map((version) => ({ ...version, id: version.checkInId })),
      checkInVersionSchema.extend({ id: checkInVersionSchema.shape.checkInId }),
    ),
    ...(feelingChoicesSchema.safeParse([...everything.feelings()]).success
      ? []
      : [{ type: 'RecordUnreadable' as const, id: null }]),
    ...unreadable(everything.sessions, movementSessionSchema),
    ...unreadable(everything.ownKinds, ownKindSchema),
    ...unreadable(everything.ownPrompts, ownPromptSchema),
    ...unreadable(everything.keepsakes, keepsakeSchema),
    ...unreadable(everything.templates, templateSchema),
    ...unreadable(everything.spans, spanSchema),
    ...unreadable(everything.rituals, ritualSchema),
    ...unreadable(everything.ritualReturns, ritualReturnSchema),
    ...unreadable(everything.ownSteps, ownStepSchema),
    ...unreadable(everything.stepsTaken, stepTakenSchema),
    ...(unlessUnreadable(() => [everything.hardDay()]) === null
      ? [{ type: 'RecordUnreadable' as const, id: null }]
      : []),
  ];
}

function unreadable(
  all: () => Iterable<{ readonly id: string }>,
  schema: z.ZodType,
): readonly VerifyProblem[] {
  const records = unlessUnreadable(all);
  if (records === null) return [{ type: 'RecordUnreadable', id: null }];
  return [...records].flatMap((record) =>
    schema.safeParse(record).success ? [] : [{ type: 'RecordUnreadable' as const, id: record.id }],
  );
}

/** Null when a record is not what its schema says. A broken page goes on as a throw. */
function unlessUnreadable<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}
