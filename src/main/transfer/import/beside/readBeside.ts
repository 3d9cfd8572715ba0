import { Worker } from 'node:worker_threads';
import { ArchiveDamaged, ArchiveTooLarge, SourceGone } from '../../archive/openArchive';
import { TransferCancelled } from '../../pace';
import { ForeignSealed, ForeignWrongPassphrase } from '../journals/foreignJournal';
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
 * Reads another program's file in a worker of its own: what is too much for it, or makes it go round in circles, ends the worker, and nothing else notices. Null for a file
 * that nobody knows. Throws `ArchiveDamaged`, `ArchiveTooLarge`, `SourceGone`, and `TransferCancelled` once `isCancelled` says so.
 */
export async function readBeside(
  order: ForeignOrder,
  { readerScript, patience = defaultPatience }: ReadingPorts,
  report: ReportReading = () => undefined,
  isCancelled: () => boolean = () => false,
): Promise<ForeignFound | null> {
  if (readerScript === undefined) return await readForeign(order, report);
  // Its output is kept from the log: a warning could quote the file.
  const worker = new Worker(readerScript, {
    workerData: order,
    resourceLimits: memoryLimit,
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  let heard = performance.now();
  let hasBegun = false;
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ForeignFound | null>((resolve, reject) => {
      worker.on('message', (message: FromForeignReader) => {
        heard = performance.now();
        if (message.is === 'begun') hasBegun = true;
        else if (message.is === 'progress') report(message.done, message.total);
        else if (message.is === 'read') resolve(message.found);
        else reject(new refusals[message.why]('its reader refuses it'));
      });
      // A worker that never begins is a fault of ours.
      worker.on('error', (error) => reject(hasBegun ? toRefusal(error) : error));
      worker.on('exit', () => reject(new ArchiveDamaged('its reader ended')));
      watch = setInterval(() => {
        if (isCancelled()) reject(new TransferCancelled());
        else if (performance.now() - heard > patience)
          reject(new ArchiveDamaged('its reader came to no end'));
      }, watchEvery);
    });
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
}

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
