import type { NewImage } from '../../../shared/domain/image';
import {
  importIdSchema,
  lookIdSchema,
  type AlikeEntriesChoice,
  type CountsByTable,
  type ImportId,
  type LookId,
  type LookReport,
  type SaidMinutes,
} from '../../../shared/domain/incoming';
import { createUuid, type EntryId, type SessionId } from '../../../shared/id';
import type { Failure } from '../../../shared/ipc/failures';
import { err, ok, type Result } from '../../../shared/result';
import { withStorageFailuresLater } from '../../journal/database/storageFailure';
import type { Journal } from '../../journal/journal';
import { countRecords } from '../../journal/records/importPace';
import { withoutRecords } from '../../journal/records/withoutRecords';
import { ArchiveDamaged, SourceGone } from '../archive/openArchive';
import { createPace, inSteps, TransferCancelled, type Pace } from '../pace';
import type { TransferWatch } from '../transferWatch';
import { lookAtFile, type LookedAt, type LookFailure, type LookPorts } from './lookAtFile';
import { createPictureRelay, type PictureRelay } from './pictureRelay';
import { reportLook } from './reportLook';

interface LookOrder {
  readonly path: string;
  /** UTF-8, of a sealed archive; zeroed when the file was read. */
  readonly passphrase?: Uint8Array | undefined;
}

type ApplyFailure = Failure<
  'NotFound' | 'Cancelled' | 'ImportMissing' | 'ImportNotReadable' | 'DiskFull' | 'FolderNotWritable'
>;

/** One file at a time is looked at and held open, until it is brought in, left, or another one is looked at. */
export interface LookDesk {
  readonly look: (journal: Journal, order: LookOrder) => Promise<Result<LookReport, LookFailure>>;
  readonly nextPicture: PictureRelay['next'];
  readonly givePicture: (request: number, image: NewImage | null) => void;
  /** Sessions that waited for their minutes come in with the rest from now on. */
  readonly say: (
    journal: Journal,
    id: LookId,
    minutes: readonly SaidMinutes[],
  ) => Promise<Result<LookReport, Failure<'NotFound' | 'DiskFull' | 'FolderNotWritable'>>>;
  /** Of those that seem to be here already only what is chosen comes in. */
  readonly apply: (
    journal: Journal,
    id: LookId,
    wanted: Wanted,
  ) => Promise<Result<{ readonly id: ImportId; readonly counts: CountsByTable }, ApplyFailure>>;
  /** When it is done nothing of the look is left anywhere. */
  readonly leave: () => Promise<void>;
}

/** Of what seems to be here already. */
interface Wanted {
  readonly sessions: readonly SessionId[];
  readonly entries: AlikeEntriesChoice;
}

/** A look from its beginning until nothing of it is left. */
interface Look {
  readonly id: LookId;
  readonly pictures: PictureRelay;
  /** Null while it reads, and after it was let go. */
  readonly looked: () => LookedAt | null;
  readonly say: (looked: LookedAt) => void;
  readonly report: Promise<Result<LookReport, LookFailure>>;
  /** Also while it reads. */
  readonly end: () => Promise<void>;
}

/** Does `work` while nobody else uses the journal. */
export type Alone = <Value>(work: () => Promise<Value>) => Promise<Value>;

interface DeskPorts extends Omit<LookPorts, 'pace' | 'pictures' | 'passphrase'> {
  readonly alone: Alone;
}

export function createLookDesk({ alone, ...ports }: DeskPorts, watch: TransferWatch): LookDesk {
  let current: Look | undefined;

  const leave = async (): Promise<void> => {
    const left = current;
    current = undefined;
    await left?.end();
  };

  /** Brings in what somebody chose, first the pictures. Sees that nothing of it is read once it was left. */
  const bringIn = async (
    journal: Journal,
    looked: LookedAt,
    wanted: Wanted,
    { note, pause, isCancelled }: Pace,
  ): ReturnType<Journal['imports']['merge']> => {
    const pauseUnlessLeft = async (): Promise<void> => {
      await pause();
      if (current?.looked() !== looked) throw new TransferCancelled();
    };
    const { holdings } = looked;
    const records = countRecords(holdings.reader);
    const pictures = await journal.imports.bringPictures(holdings.images, {
      note: (done, total) => note(done, total + records),
      pause: pauseUnlessLeft,
    });
    if (!pictures.ok) return pictures;
    const { length } = pictures.value.brought;
    const leaveOut = async (): Promise<ReadonlySet<EntryId>> => {
      try {
        await pauseUnlessLeft();
        return await entriesLeftOut(looked, wanted, { note, pause: pauseUnlessLeft, isCancelled });
      } catch (error) {
        journal.imports.leavePictures(pictures.value);
        throw error;
      }
    };
    return alone(async () => {
      const entries = await leaveOut();
      const sessions = sessionsLeftOut(looked, wanted);
      const reader = withoutRecords(holdings.reader, { sessions, entries });
      return journal.imports.merge({ ...holdings, reader }, looked.source, pictures.value, {
        note: (done) => note(length + done, length + records),
        pause: pauseUnlessLeft,
      });
    });
  };

  return {
    look: async (journal, order) => {
      const before = current;
      // At once: what is asked for meanwhile is asked of this one.
      const look = beginLook(journal, order, ports, watch, before?.end() ?? Promise.resolve());
      current = look;
      const report = await look.report;
      if (!report.ok && current === look) current = undefined;
      return report;
    },
    nextPicture: async () => current?.pictures.next() ?? null,
    givePicture: (request, image) => current?.pictures.give(request, image),
    say: async (journal, id, minutes) => {
      const look = current?.id === id ? current : undefined;
      const looked = look?.looked() ?? null;
      if (look === undefined || looked === null) return err({ type: 'NotFound' });
      return withStorageFailuresLater(async () => {
        const alike = looked.say(Object.fromEntries(minutes.map((said) => [said.id, said.minutes])));
        const isSaid = new Set(minutes.map((said) => said.id));
        const doubtful = looked.doubtful.filter((doubt) => !isSaid.has(doubt.id));
        const told = { ...looked, alike, doubtful };
        look.say(told);
        return ok(await inSteps(reportLook(id, journal, told), createPace({})));
      });
    },
    apply: async (journal, id, wanted) => {
      const looked = current?.id === id ? current.looked() : null;
      if (looked === null) return err({ type: 'NotFound' });
      const merged = await saidCalmly(() =>
        watch.during('apply', (pace) => bringIn(journal, looked, wanted, pace)),
      );
      if (!merged.ok) return merged;
      await leave();
      return ok({ id: importIdSchema.parse(merged.value.id), counts: merged.value.counts });
    },
    leave,
  };
}

function sessionsLeftOut({ alike }: LookedAt, { sessions }: Wanted): ReadonlySet<SessionId> {
  const isWanted = new Set(sessions);
  return new Set(alike.map(({ incoming }) => incoming).filter((id) => !isWanted.has(id)));
}

/** Of those that were told the ones that are here still: what was written on or put away meanwhile is here no more. */
async function entriesLeftOut(
  { alikeEntries, findAlikeEntries }: LookedAt,
  { entries }: Wanted,
  pace: Pace,
): Promise<ReadonlySet<EntryId>> {
  if (entries === 'in' || alikeEntries.inAll === 0) return new Set();
  const { ids } = await findAlikeEntries(pace);
  return new Set([...alikeEntries.ids].filter((id) => ids.has(id)));
}

/** What can happen to a file that was read once, and is no more what it was. */
async function saidCalmly<Value, OwnFailure extends { readonly type: string }>(
  work: () => Promise<Result<Value, OwnFailure>>,
): Promise<Result<Value, OwnFailure | Failure<'Cancelled' | 'ImportMissing' | 'ImportNotReadable'>>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TransferCancelled) return err({ type: 'Cancelled' });
    if (error instanceof SourceGone) return err({ type: 'ImportMissing' });
    if (error instanceof ArchiveDamaged) return err({ type: 'ImportNotReadable' });
    throw error;
  }
}

function beginLook(
  journal: Journal,
  { path, passphrase }: LookOrder,
  ports: Omit<DeskPorts, 'alone'>,
  watch: TransferWatch,
  before: Promise<void>,
): Look {
  const id = lookIdSchema.parse(createUuid(ports.clock.now(), ports.randomBytes));
  const pictures = createPictureRelay();
  const reading = watch.begin('look');
  let isLeft = false;
  let open: LookedAt | null = null;
  let letGo: (() => void) | undefined;
  const heldOpen = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const pace: Pace = {
    note: reading.pace.note,
    isCancelled: () => isLeft || reading.pace.isCancelled(),
    pause: async () => {
      if (isLeft) throw new TransferCancelled();
      await reading.pace.pause();
    },
  };
  /** It has been read, or never will be: nobody asks how far it is, and the passphrase is needed no more. */
  const endReading = (): void => {
    reading.end();
    pictures.end();
    passphrase?.fill(0);
  };

  const read = async (tell: (report: LookReport) => void): Promise<Result<unknown, LookFailure>> => {
    await before;
    const lookPorts = { ...ports, pace, pictures, ...(passphrase && { passphrase }) };
    return lookAtFile(path, journal, lookPorts, async (looked) => {
      await pace.pause();
      const report = await inSteps(reportLook(id, journal, looked), pace);
      endReading();
      open = looked;
      tell(report);
      await heldOpen;
      open = null;
    });
  };

  let ended: Promise<void> = Promise.resolve();
  const report = new Promise<Result<LookReport, LookFailure>>((resolve, reject) => {
    const readToTheEnd = async (): Promise<void> => {
      try {
        const result = await read((told) => resolve(ok(told)));
        if (!result.ok) resolve(result);
      } catch (error) {
        reject(error);
      } finally {
        endReading();
      }
    };
    ended = readToTheEnd();
  });

  return {
    id,
    pictures,
    looked: () => open,
    say: (looked) => {
      open = looked;
    },
    report,
    end: async () => {
      isLeft = true;
      pictures.end();
      letGo?.();
      await ended;
    },
  };
}
