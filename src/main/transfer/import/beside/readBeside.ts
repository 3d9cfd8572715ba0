import { Worker } from 'node:worker_threads';
import { ArchiveDamaged, ArchiveTooLarge, SourceGone } from '../../archive/openArchive';
import { TransferCancelled } from '../../pace';
import {
  ForeignSealed,
  ForeignWrongPassphrase,
  type ForeignEntry,
  type JournalSource,
} from '../journals/foreignJournal';
import type { TakeEntries } from '../journals/giveEntries';
import type { FromForeignReader } from './foreignReader';
import { readForeign, type ForeignFound, type ForeignOrder, type ReportReading } from './readForeign';

export interface ReadingPorts {
  /** The built `foreignReader.ts`. Without it the file is read here, with neither a limit nor a way to stop: for tests of what the readers find. */
  readonly readerScript?: URL | undefined;
  /** Milliseconds without a word after which the worker is ended. */
  readonly patience?: number;
}

/** MiB a worker may use besides the bytes it reads, which have limits of their own. Reading decades takes a part of it. */
const memoryLimit = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 24, stackSizeMb: 4 } as const;
/** The longest step without a word is one list of activities, which is done in a second or two. */
const defaultPatience = 15_000;
const watchEvery = 100;

/**
 * Reads another program's file in a worker of its own: what is too much for it, or makes it go round in circles, ends the worker, and nothing else notices. Entries go to `take`
 * while the rest is read, and are in what is found where there is none. Null for a file that nobody knows. Throws `ArchiveDamaged`, `ArchiveTooLarge`, `SourceGone`, `TransferCancelled`
 * once `isCancelled` says so, and what `take` throws.
 */
export async function readBeside(
  order: ForeignOrder,
  { readerScript, patience = defaultPatience }: ReadingPorts,
  report: ReportReading = () => undefined,
  isCancelled: () => boolean = () => false,
  take?: TakeEntries,
): Promise<ForeignFound | null> {
  if (readerScript === undefined) return await readForeign(order, report, take);
  // Its output is kept from the log: a warning could quote the file.
  const worker = new Worker(readerScript, {
    workerData: order,
    resourceLimits: memoryLimit,
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const all: ForeignEntry[] = [];
  const takeOrKeep: TakeEntries = take ?? (async (_source, entries) => void all.push(...entries));
  let heard = performance.now();
  let hasBegun = false;
  let watch: NodeJS.Timeout | undefined;
  /** While it goes on the worker waits for us, and its silence means nothing. */
  let taking: Promise<void> | undefined;
  try {
    return await new Promise<ForeignFound | null>((resolve, reject) => {
      const hand = async (source: JournalSource, entries: readonly ForeignEntry[]): Promise<void> => {
        try {
          await takeOrKeep(source, entries);
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
          worker.postMessage('taken');
        } catch (error) {
          reject(error);
        }
        taking = undefined;
        heard = performance.now();
      };
      worker.on('message', (message: FromForeignReader) => {
        heard = performance.now();
        if (message.is === 'begun') hasBegun = true;
        else if (message.is === 'progress') report(message.done, message.total);
        else if (message.is === 'entries') taking = hand(message.source, message.entries);
        else if (message.is === 'read') resolve(withEntries(message.found, all));
        else reject(new refusals[message.why]('its reader refuses it'));
      });
      // A worker that never begins is a fault of ours.
      worker.on('error', (error) => reject(hasBegun ? toRefusal(error) : error));
      worker.on('exit', () => reject(new ArchiveDamaged('its reader ended')));
      watch = setInterval(() => {
        if (isCancelled()) reject(new TransferCancelled());
        else if (taking === undefined && performance.now() - heard > patience)
          reject(new ArchiveDamaged('its reader came to no end'));
      }, watchEvery);
    });
  } finally {
    clearInterval(watch);
    await worker.terminate();
    // Whoever takes them is done with it when this is over.
    await taking;
  }
}

const withEntries = (found: ForeignFound | null, entries: readonly ForeignEntry[]): ForeignFound | null =>
  found?.kind === 'journal' ? { ...found, journal: { ...found.journal, entries } } : found;

const refusals = {
  damaged: ArchiveDamaged,
  'too-large': ArchiveTooLarge,
  gone: SourceGone,
  sealed: ForeignSealed,
  'wrong-passphrase': ForeignWrongPassphrase,
} as const;

const toRefusal = (error: unknown): Error =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new ArchiveTooLarge('more than memory allows')
    : new ArchiveDamaged('its reader failed');
