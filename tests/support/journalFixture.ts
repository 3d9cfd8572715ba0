import { join } from 'node:path';
import {
  createJournal,
  openJournal,
  type JournalPorts,
  type OpenedJournal,
} from '../../src/main/journal/journal';
import { createSeededRandom } from '../../src/main/sample/seededRandom';
import type { KdfCost } from '../../src/main/vault/keyDerivation';
import type { Clock } from '../../src/shared/ports';
import { createTestFolder } from './testFolder';

/** The least the bounds allow: hundreds of tests derive a key. The real cost is tested in keyDerivation.test.ts. */
export const testKdf: KdfCost = { m: 65_536, t: 1, p: 1 };

export const testPassphrase = 'a quiet loop around the lake';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface FakeClock extends Clock {
  readonly set: (now: string | number) => void;
  readonly advance: (step: {
    readonly hours?: number;
    readonly minutes?: number;
    readonly days?: number;
  }) => void;
  readonly travelTo: (zone: string) => void;
}

/** Stands still until it is told to move. */
export function createFakeClock(
  start: string | number = '2025-05-14T10:00:00Z',
  zone = 'Europe/Paris',
): FakeClock {
  let now = new Date(start).getTime();
  let here = zone;
  return {
    now: () => now,
    zone: () => here,
    set: (next) => {
      now = new Date(next).getTime();
    },
    advance: ({ hours = 0, minutes = 0, days = 0 }) => {
      now += ((days * 24 + hours) * 60 + minutes) * 60_000;
    },
    travelTo: (next) => {
      here = next;
    },
  };
}

export interface TestJournal extends AsyncDisposable {
  /** The journal that is open now; a new one after `reopen`. */
  readonly journal: OpenedJournal;
  readonly folder: string;
  readonly clock: FakeClock;
  /** With a memory and a scratch folder of its own, beside the journal. */
  readonly ports: JournalPorts & { readonly memoryFile: string; readonly scratchFolder: string };
  /** Closes and opens again with the passphrase. */
  readonly reopen: () => Promise<OpenedJournal>;
}

/** A real encrypted journal with a fake clock and seeded randomness: `await using test = await createTestJournal()`. */
export async function createTestJournal(
  options: { readonly clock?: FakeClock; readonly seed?: number } = {},
): Promise<TestJournal> {
  const { clock = createFakeClock(), seed = 1 } = options;
  const place = createTestFolder();
  const ports = {
    clock,
    randomBytes: createSeededRandom(seed).bytes,
    kdf: testKdf,
    memoryFile: join(place.path, 'computer', 'state.json'),
    scratchFolder: join(place.path, 'computer', 'scratch'),
  } satisfies JournalPorts;
  const folder = join(place.path, 'Test.journal');
  const created = await createJournal(folder, bytesOf(testPassphrase), ports);
  if (!created.ok) throw new Error(`Test journal: ${created.error.type}`);
  let journal = created.value;
  return {
    get journal() {
      return journal;
    },
    folder,
    clock,
    ports,
    reopen: async () => {
      journal.close();
      const opened = await openJournal(folder, bytesOf(testPassphrase), ports);
      if (!opened.ok) throw new Error(`Test journal: ${opened.error.type}`);
      journal = opened.value;
      return journal;
    },
    [Symbol.asyncDispose]: async () => {
      journal.close();
      place[Symbol.dispose]();
    },
  };
}
