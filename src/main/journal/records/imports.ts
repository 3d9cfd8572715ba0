import { z } from 'zod';
import { createUuid, type ImageId } from '../../../shared/id';
import { ok, type Result } from '../../../shared/result';
import type { Failure } from '../../../shared/ipc/failures';
import { isRefused } from '../database/isRefused';
import { withStorageFailuresLater } from '../database/storageFailure';
import { batch, batchInSteps, transaction } from '../database/transaction';
import type { Images } from '../images/images';
import { createStoredImages, type StoredImage, type StoredImages } from '../images/storedImages';
import type { JournalContext } from '../journalContext';
import type { LateIndex } from '../search/lateIndex';
import { allSteps } from './allSteps';
import { createBringing, type Bringing, type BroughtImages } from './bringImages';
import { notingRecords, type ImportPace } from './importPace';
import { prepareImportLog } from './importLog';
import {
  countJudgedInSteps,
  entryToVersionRecord,
  hashRecord,
  judgeRecords,
  type MergeCounts,
  type TableCounts,
} from './mergeRecords';
import {
  createRecordReader,
  keyOf,
  recordToLine,
  type JournalRecord,
  type RecordReader,
} from './readRecords';
import { findImagesInSteps, withImageIds, type IncomingImages } from './placeImages';
import { recordTableOf, type RecordTable } from './recordTables';
import { takeBackInSteps } from './takeBackInSteps';
import { createRecordWriter, RecordRefused } from './writeRecords';

/** An import as it is remembered. */
interface PastImport {
  readonly id: string;
  readonly at: number;
  readonly source: string;
  readonly counts: MergeCounts;
  /** Null while it stands. */
  readonly takenBackAt: number | null;
}

/** What can be taken over from another journal. */
export interface Holdings {
  readonly reader: RecordReader;
  readonly images: IncomingImages;
}

export interface Imports {
  readonly reader: RecordReader;
  readonly images: StoredImages;
  /** Fills a journal that is empty. Answers with the places in the list of those that break a rule of their table. */
  readonly fill: (table: RecordTable, records: readonly JournalRecord[]) => readonly number[];
  /** Answers with the id under which it is there: another one, where a picture that looks the same is there already. */
  readonly fillImage: (image: StoredImage) => ImageId;
  /** What `merge` would do. Changes nothing. */
  readonly judge: (incoming: Holdings) => MergeCounts;
  /** The same, with a pause after each record and each picture, in which both journals may change. */
  readonly judgeInSteps: (incoming: Holdings) => Generator<undefined, MergeCounts>;
  readonly bringPictures: Bringing['bring'];
  readonly leavePictures: Bringing['leave'];
  /**
   * All of it or nothing; with nothing, its pictures go as well. What is here in a later state stays; of an entry that is replaced the state before becomes a version.
   * One transaction with pauses: nobody else may use the journal meanwhile (`batchInSteps`). What `pace` throws takes all of it back and goes on.
   */
  readonly merge: (
    incoming: Holdings,
    source: string,
    images: BroughtImages,
    pace: ImportPace,
  ) => Promise<
    Result<{ readonly id: string; readonly counts: MergeCounts }, Failure<'DiskFull' | 'FolderNotWritable'>>
  >;
  /** Newest first. */
  readonly list: () => readonly PastImport[];
  /** What was changed since it came in stays, and is counted. One transaction with pauses, as `merge` is. */
  readonly takeBack: (
    id: string,
    pace: ImportPace,
  ) => Promise<
    Result<
      { readonly takenBack: number; readonly left: number },
      Failure<'NotFound' | 'DiskFull' | 'FolderNotWritable'>
    >
  >;
}

const countsSchema = z.record(
  z.string(),
  z.strictObject({
    new: z.int(),
    same: z.int(),
    changed: z.int(),
    older: z.int(),
    refused: z.int(),
  }),
);

type Surroundings = Parameters<typeof createImports>;

/** Prepares nothing until it is used: most days nothing is brought in or taken out, and every day somebody waits for the journal to open. */
export function createImportsLater(...surroundings: Surroundings): Imports {
  let made: Imports | undefined;
  const imports = (): Imports => (made ??= createImports(...surroundings));
  return {
    get reader() {
      return imports().reader;
    },
    get images() {
      return imports().images;
    },
    fill: (table, records) => imports().fill(table, records),
    fillImage: (image) => imports().fillImage(image),
    judge: (incoming) => imports().judge(incoming),
    judgeInSteps: (incoming) => imports().judgeInSteps(incoming),
    bringPictures: (images, pace) => imports().bringPictures(images, pace),
    leavePictures: (brought) => imports().leavePictures(brought),
    merge: (incoming, source, brought, pace) => imports().merge(incoming, source, brought, pace),
    list: () => imports().list(),
    takeBack: (id, pace) => imports().takeBack(id, pace),
  };
}

function createImports(
  { db, clock, randomBytes }: Pick<JournalContext, 'db' | 'clock' | 'randomBytes'>,
  images: Pick<Images, 'linkEntry' | 'linkVersion'>,
  index: Pick<LateIndex, 'note' | 'remove'>,
  afterSettings: () => void,
): Imports {
  const reader = createRecordReader(db);
  const storedImages = createStoredImages(db);
  const writer = createRecordWriter(db, { images, index });
  const log = prepareImportLog(db);
  const bringing = createBringing(db, storedImages);

  /** One write of many; a failure takes back that one alone. */
  const once = <Value>(write: () => Value): Value => transaction(db, () => ok(write())).value;

  /** Answers whether it was written; a record that breaks a rule of its table is not. */
  const unlessRefused = (write: () => void): boolean => {
    try {
      once(write);
      return true;
    } catch (error) {
      if (error instanceof RecordRefused || isRefused(error)) return false;
      throw error;
    }
  };

  function* mergeInSteps(
    incoming: Holdings,
    source: string,
    images: BroughtImages,
  ): Generator<undefined, { readonly id: string; readonly counts: MergeCounts }> {
    const id = createUuid(clock.now(), randomBytes);
    once(() => log.addImport.run({ id, at: clock.now(), source, counts: '{}' }));
    let place = 0;
    const note = (table: RecordTable, record: JournalRecord, before: JournalRecord | undefined): void => {
      const after = reader.find(table, record);
      if (after === undefined) return;
      log.addChange.run({
        importId: id,
        place: (place += 1),
        recordTable: table.name,
        recordKey: JSON.stringify(keyOf(table, record)),
        before: before === undefined ? null : recordToLine(before),
        afterHash: hashRecord(after),
      });
    };
    const insert = (table: RecordTable, record: JournalRecord): boolean =>
      unlessRefused(() => {
        writer.insert(table, record);
        note(table, record, undefined);
      });
    const records = yield* countJudgedInSteps(
      judgeRecords(reader, withImageIds(incoming.reader, images.ids)),
      ({ table, record, present }) => {
        if (present === undefined) return insert(table, record);
        if (table.name === 'entries') {
          const version = entryToVersionRecord(present);
          if (reader.find(versionTable, version) === undefined) insert(versionTable, version);
        }
        return unlessRefused(() => {
          writer.replace(table, record);
          note(table, record, present);
        });
      },
    );
    const counts = withImages(records, images.counts);
    once(() => log.setCounts.run({ id, counts: JSON.stringify(counts) }));
    return { id, counts };
  }

  function* judgeInSteps(incoming: Holdings): Generator<undefined, MergeCounts> {
    const { ids, counts } = yield* findImagesInSteps(storedImages, incoming.images);
    const judged = judgeRecords(reader, withImageIds(incoming.reader, ids));
    return withImages(yield* countJudgedInSteps(judged, () => true), counts);
  }

  return {
    reader,
    images: storedImages,
    fill: (table, records) => {
      const refused: number[] = [];
      const insertAll = (): void => {
        for (const record of records) writer.insert(table, record);
      };
      batch(db, () => {
        // Hardly ever is one refused, and then they are written one at a time.
        if (unlessRefused(insertAll)) return;
        for (const [at, record] of records.entries())
          if (!unlessRefused(() => writer.insert(table, record))) refused.push(at);
      });
      if (table.name === 'settings') afterSettings();
      return refused;
    },
    fillImage: (image) => once(() => storedImages.place(image)),
    judge: (incoming) => allSteps(judgeInSteps(incoming)),
    judgeInSteps,
    bringPictures: bringing.bring,
    leavePictures: bringing.leave,
    merge: async (incoming, source, images, { note, pause }) => {
      let isMerged = false;
      try {
        const merged = await withStorageFailuresLater(async () =>
          ok(
            await batchInSteps(
              db,
              () => notingRecords(mergeInSteps(incoming, source, images), incoming.reader, note),
              pause,
            ),
          ),
        );
        isMerged = merged.ok;
        return merged;
      } finally {
        if (isMerged) afterSettings();
        else bringing.leave(images);
      }
    },
    list: () =>
      log.list.all({}).map((row) => ({ ...row, counts: countsSchema.parse(JSON.parse(row.counts)) })),
    takeBack: async (id, { note, pause }) => {
      const takenBack = await withStorageFailuresLater(() =>
        batchInSteps(db, () => takeBackInSteps(id, { reader, writer, log, once, clock, note }), pause),
      );
      if (takenBack.ok) afterSettings();
      return takenBack;
    },
  };
}

/** A journal without pictures says nothing of them. */
const withImages = (counts: MergeCounts, images: TableCounts): MergeCounts =>
  Object.values(images).some((count) => count > 0) ? { ...counts, images } : counts;

const versionTable = recordTableOf('entry_versions');
