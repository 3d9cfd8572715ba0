/** Entry of the worker that alone parses what other programs wrote. It has neither the journal nor a key, and what it throws or uses up ends it and nothing else. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../../../shared/assert';
import { ArchiveTooLarge, SourceGone } from '../../archive/openArchive';
import {
  ForeignSealed,
  ForeignWrongPassphrase,
  type ForeignEntry,
  type JournalSource,
} from '../journals/foreignJournal';
import type { TakeEntries } from '../journals/giveEntries';
import { readForeign, type ForeignFound, type ForeignOrder } from './readForeign';

/** What the worker says. No message of an error crosses: it could quote the file. */
export type FromForeignReader =
  /** It is there, and begins with the file: what goes wrong from here on is the file's doing. */
  | { readonly is: 'begun' }
  | { readonly is: 'progress'; readonly done: number; readonly total: number }
  /** Some of them; the next come once it is said that these were taken. */
  | { readonly is: 'entries'; readonly source: JournalSource; readonly entries: readonly ForeignEntry[] }
  | { readonly is: 'read'; readonly found: ForeignFound | null }
  | {
      readonly is: 'refused';
      readonly why: 'damaged' | 'too-large' | 'gone' | 'sealed' | 'wrong-passphrase';
    };

/** Milliseconds between two words of how far it is. */
const reportEvery = 100;

// Nobody reads where in a reader it went wrong, and the parser of tables makes an error of every row that is too short.
Error.stackTraceLimit = 0;
const port = parentPort;
assert(port, 'this is a worker');
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port to one thread has no origin
const say = (message: FromForeignReader): void => port.postMessage(message);

function createReport(): (done: number, total: number) => void {
  let last = 0;
  return (done, total) => {
    const now = performance.now();
    if (now - last < reportEvery) return;
    last = now;
    say({ is: 'progress', done, total });
  };
}

function whyOf(error: unknown): 'damaged' | 'too-large' | 'gone' | 'sealed' | 'wrong-passphrase' {
  if (error instanceof ForeignSealed) return 'sealed';
  if (error instanceof ForeignWrongPassphrase) return 'wrong-passphrase';
  if (error instanceof ArchiveTooLarge) return 'too-large';
  if (error instanceof SourceGone || (error instanceof Error && 'syscall' in error)) return 'gone';
  // Also whatever else a strange file makes a reader throw: it is not what it should be.
  return 'damaged';
}

/** While these are taken, the next are read. */
let taken: Promise<unknown> = Promise.resolve();
const give: TakeEntries = async (source, entries) => {
  await taken;
  taken = once(port, 'message');
  say({ is: 'entries', source, entries });
};

say({ is: 'begun' });
try {
  // Made by `readBeside`, which knows the shape.
  const found = await readForeign(workerData as ForeignOrder, createReport(), give);
  await taken;
  say({ is: 'read', found });
} catch (error) {
  say({ is: 'refused', why: whyOf(error) });
}
