import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  ArchiveDamaged,
  ArchiveTooLarge,
  fileToBytes,
  openArchive,
  type ByteSource,
  type OpenedArchive,
} from '../../archive/openArchive';
import type { ImageId } from '../../../../shared/id';
import { pictureId } from './foreignJournal';

/** The files of another program: in a zip, in a folder, or one. Everything that is asked of them has a limit. */
export interface ForeignFiles {
  readonly kind: 'zip' | 'folder' | 'file';
  /** Of the zip, the folder or the file itself, without where it lies. */
  readonly label: string;
  /** Paths with slashes, in the order of the alphabet. */
  readonly names: () => readonly string[];
  /** The file of that name however its letters are composed, whatever their case; null when there is none. */
  readonly find: (name: string) => string | null;
  readonly sizeOf: (name: string) => number;
  /** Whole. Throws `ArchiveTooLarge` beyond the limit. */
  readonly read: (name: string, limit?: number) => Promise<Buffer>;
  /** At most so many bytes from the beginning. */
  readonly start: (name: string, length: number) => Promise<Buffer>;
  readonly stream: (name: string) => AsyncIterable<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** Bytes of one file that is held in memory. */
const longestRead = 96 * 2 ** 20;
const pieceLength = 256 * 1024;

type Parts = Pick<ForeignFiles, 'kind' | 'label' | 'stream' | 'close'> & {
  readonly sizes: ReadonlyMap<string, number>;
};

function toFiles({ kind, label, stream, sizes, close }: Parts): ForeignFiles {
  const names = [...sizes.keys()].toSorted();
  const folded = new Map(names.toReversed().map((name) => [fold(name), name]));
  const sizeOf = (name: string): number => {
    const size = sizes.get(name);
    if (size === undefined) throw new Error('A file is asked for that is not there');
    return size;
  };
  return {
    kind,
    label,
    names: () => names,
    find: (name) => (sizes.has(name) ? name : (folded.get(fold(name)) ?? null)),
    sizeOf,
    read: async (name, limit = longestRead) => {
      if (sizeOf(name) > limit) throw new ArchiveTooLarge('a file is too long');
      const parts: Uint8Array[] = [];
      let length = 0;
      for await (const part of stream(name)) {
        length += part.length;
        // A file can grow while it is read.
        if (length > limit) throw new ArchiveTooLarge('a file is too long');
        parts.push(part);
      }
      return Buffer.concat(parts);
    },
    start: async (name, length) => {
      const parts: Uint8Array[] = [];
      let have = 0;
      for await (const part of stream(name)) {
        parts.push(part);
        have += part.length;
        if (have >= length) break;
      }
      return Buffer.concat(parts).subarray(0, length);
    },
    stream,
    close,
  };
}

const fold = (name: string): string => name.normalize('NFC').toLowerCase();

/** Of a zip that `openArchive` trusts. */
export const zipToFiles = (archive: OpenedArchive, label: string): ForeignFiles =>
  toFiles({
    kind: 'zip',
    label,
    sizes: new Map([...archive.names].map((name) => [name, archive.sizeOf(name)])),
    stream: (name) => fromArchive(archive, name),
    close: archive.close,
  });

async function* fromArchive(archive: OpenedArchive, name: string): AsyncGenerator<Uint8Array> {
  const stream = await archive.stream(name);
  try {
    for await (const part of stream) yield Buffer.from(part);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error;
    throw new ArchiveDamaged('not a zip', { cause: error });
  } finally {
    stream.destroy();
  }
}

export const bytesToFiles = (bytes: ByteSource, name: string): ForeignFiles =>
  toFiles({
    kind: 'file',
    label: name,
    sizes: new Map([[name, bytes.length]]),
    stream: () => pieces(bytes),
    close: bytes.close,
  });

async function* pieces(bytes: ByteSource): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceLength)
    yield await bytes.read(at, Math.min(pieceLength, bytes.length - at));
}

/** Of a file in it, and of one that is empty. */
const zipBeginnings = new Set(['504b0304', '504b0506']);

/** A zip or one file, by its first bytes. Throws what `openArchive` throws. */
export async function sourceToFiles(bytes: ByteSource, label: string): Promise<ForeignFiles> {
  const start = await bytes.read(0, Math.min(4, bytes.length));
  const isZip = zipBeginnings.has(start.toString('hex'));
  return isZip ? zipToFiles(await openArchive(bytes), label) : bytesToFiles(bytes, label);
}

/** Whatever lies at a path. A link that the person named is followed; those inside a folder are not. */
export async function openForeignFiles(path: string): Promise<ForeignFiles> {
  if ((await stat(path)).isDirectory()) return folderToFiles(path);
  const bytes = await fileToBytes(path);
  try {
    return await sourceToFiles(bytes, basename(path));
  } catch (error) {
    await bytes.close();
    throw error;
  }
}

/** The same, looked at when it is first asked for: most journals have no picture that is read again. */
export function openForeignFilesLater(path: string): {
  readonly files: () => Promise<ForeignFiles>;
  readonly close: () => Promise<void>;
} {
  let opened: Promise<ForeignFiles> | undefined;
  return {
    files: () => (opened ??= openForeignFiles(path)),
    close: async () => (await opened)?.close(),
  };
}

const most = { files: 200_000, depth: 32, bytes: 64 * 2 ** 30 } as const;

/** Files that are looked up without giving others their turn: asking the disk for each by itself would be most of the work. */
const atOnce = 200;

/** A folder with everything below it. Links are not followed, so nothing outside it is ever read. Throws `ArchiveTooLarge`. */
async function folderToFiles(folder: string): Promise<ForeignFiles> {
  const sizes = new Map<string, number>();
  let bytes = 0;
  const walk = async (below: string, depth: number): Promise<void> => {
    if (depth > most.depth) throw new ArchiveTooLarge('folders too deep');
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await walk(name, depth + 1);
      if (!entry.isFile()) continue;
      const { size } = lstatSync(join(folder, name));
      bytes += size;
      sizes.set(name, size);
      if (sizes.size % atOnce === 0) await nextTurn();
      if (sizes.size > most.files || bytes > most.bytes) throw new ArchiveTooLarge('too much in a folder');
    }
  };
  await walk('', 0);
  return toFiles({
    kind: 'folder',
    label: basename(folder),
    sizes,
    stream: (name) => fromDisk(join(folder, name), sizes.get(name) ?? 0),
    close: () => Promise.resolve(),
  });
}

const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
/** Bytes of a file that is read in one go. A folder of notes is thousands of them, of which each turn costs more than the reading. */
const smallFile = 64 * 1024;

/** A file that was put in the place of a pipe or a link since it was listed is not read. */
async function* fromDisk(path: string, size: number): AsyncGenerator<Uint8Array> {
  if (size <= smallFile) yield* readSmall(path);
  else yield* readLarge(path);
}

function* readSmall(path: string): Generator<Uint8Array> {
  const file = openSync(path, openFlags);
  try {
    const found = fstatSync(file);
    if (!found.isFile()) throw new ArchiveTooLarge('not a file');
    // A byte more than there should be: what is not there tells that this is the end.
    const length = Math.min(pieceLength, found.size + 1);
    for (;;) {
      const bytes = Buffer.alloc(length);
      const bytesRead = readSync(file, bytes, 0, length, null);
      if (bytesRead > 0) yield bytes.subarray(0, bytesRead);
      if (bytesRead < length) return;
    }
  } finally {
    closeSync(file);
  }
}

async function* readLarge(path: string): AsyncGenerator<Uint8Array> {
  const handle: FileHandle = await open(path, openFlags);
  try {
    if (!(await handle.stat()).isFile()) throw new ArchiveTooLarge('not a file');
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(pieceLength), 0, pieceLength, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** Bytes of a picture file beyond which it is none that a journal takes. */
export const longestPictureFile = 128 * 2 ** 20;

/** The id its bytes give; null when there are none, or too many. */
export async function pictureIdOf(files: ForeignFiles, name: string): Promise<ImageId | null> {
  const size = files.sizeOf(name);
  if (size === 0 || size > longestPictureFile) return null;
  const hash = createHash('sha256');
  for await (const part of files.stream(name)) hash.update(part);
  return pictureId(hash.digest());
}
