import { Readable } from 'node:stream';
import { constants, open as openFile, type FileHandle } from 'node:fs/promises';
import { Entry, RandomAccessReader, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl';

/** Bytes that can be asked for from any place: a file, or a sealed one that is opened piece by piece. */
export interface ByteSource {
  readonly length: number;
  /** Exactly these bytes; throws when they are not there or not what was written. */
  readonly read: (from: number, length: number) => Promise<Buffer<ArrayBuffer>>;
  readonly close: () => Promise<void>;
}

/** What is in an archive is not what it says, or is nothing this program ever wrote. Nothing of it is used. */
export class ArchiveDamaged extends Error {}
/** More than any journal holds, which is how a bomb looks. */
export class ArchiveTooLarge extends Error {}
/** The disk under a file that is being read is not there any more, or doesn't give it. */
export class SourceGone extends Error {}

/** Bytes when unpacked of one file and of all, how far packing may shrink them, and bytes of names and notes. Text shrinks to a tenth or so. */
const most = {
  ofOne: 4 * 2 ** 30,
  ofAll: 64 * 2 ** 30,
  ratio: 200,
  ofNames: 24 * 2 ** 20,
} as const;
/** The method of a zip that packs nothing. */
const stored = 0;
/** Bytes below which no ratio is suspicious. */
const smallEnough = 2 ** 20;

/** Files that are listed: each costs memory. A journal of decades has two for each of its pictures. */
const mostFiles = 40_000;
export const mostArchiveFiles = 160_000;

export interface OpenedArchive {
  /** Names of the files in it. */
  readonly names: ReadonlySet<string>;
  /** Bytes of a file when unpacked, as it says. */
  readonly sizeOf: (name: string) => number;
  readonly stream: (name: string) => Promise<Readable>;
  /** A file that must be no longer than `limit` bytes, whole. */
  readonly read: (name: string, limit: number) => Promise<Buffer<ArrayBuffer>>;
  readonly close: () => Promise<void>;
}

/** Throws what the disk throws, and `SourceGone` for a folder or a device. */
export async function fileToBytes(path: string): Promise<ByteSource> {
  // A pipe without anybody at its other end would be waited for. Windows knows no such flag, and no such pipes.
  const handle = await openFile(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const stats = await handle.stat();
  const { size } = stats;
  if (!stats.isFile()) {
    await handle.close();
    throw new SourceGone('not a file');
  }
  return {
    length: size,
    read: (from, length) => readExactly(handle, from, length),
    close: () => handle.close(),
  };
}

async function readExactly(handle: FileHandle, from: number, length: number): Promise<Buffer<ArrayBuffer>> {
  const buffer = Buffer.allocUnsafe(length);
  let at = 0;
  while (at < length) {
    const { bytesRead } = await givenUnless(() => handle.read(buffer, at, length - at, from + at));
    if (bytesRead === 0) throw new ArchiveDamaged('cut short');
    at += bytesRead;
  }
  return buffer;
}

async function givenUnless<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (cause) {
    throw new SourceGone('the disk does not give it', { cause });
  }
}

/** Bytes asked for at a time. */
const pieceLength = 256 * 1024;

type ReadArguments = Parameters<RandomAccessReader['read']>;

class BytesReader extends RandomAccessReader {
  readonly #bytes: ByteSource;
  #window: { readonly from: number; readonly bytes: Buffer } = { from: 0, bytes: Buffer.alloc(0) };
  constructor(bytes: ByteSource) {
    super();
    this.#bytes = bytes;
  }
  /** The list is asked for in hundreds of thousands of small pieces, one behind the other. */
  override read(...[buffer, offset, length, position, callback]: ReadArguments): void {
    const { from, bytes } = this.#window;
    if (position >= from && position + length <= from + bytes.length) {
      bytes.copy(buffer, offset, position - from, position - from + length);
      // Later, as its caller expects, and without a turn of the loop for each.
      queueMicrotask(() => callback(null));
      return;
    }
    void this.#readAhead(buffer, offset, length, position, callback);
  }
  async #readAhead(...[buffer, offset, length, position, callback]: ReadArguments): Promise<void> {
    let failure: unknown = null;
    try {
      // Only behind what was read last: the beginning of a single file is not.
      const ahead = position === this.#window.from + this.#window.bytes.length ? pieceLength : length;
      const end = Math.min(this.#bytes.length, position + Math.max(length, ahead));
      const bytes = await this.#bytes.read(position, Math.max(0, end - position));
      if (bytes.length < length) throw new ArchiveDamaged('cut short');
      bytes.copy(buffer, offset, 0, length);
      this.#window = { from: position, bytes };
    } catch (error) {
      failure = error;
    }
    callback(failure instanceof Error || failure === null ? failure : new Error('not read'));
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(pieces(this.#bytes, start, end));
  }
}

async function* pieces(bytes: ByteSource, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; at += pieceLength)
    yield await bytes.read(at, Math.min(pieceLength, end - at));
}

/**
 * Reads the list of a zip with distrust: no name twice, none that leads elsewhere, nothing locked or linked, and no more bytes than it
 * could honestly hold. Each file is checked against its size as it is read. Throws `ArchiveDamaged`, `ArchiveTooLarge`.
 */
export async function openArchive(bytes: ByteSource, files: number = mostFiles): Promise<OpenedArchive> {
  const zip = await damagedUnless(() =>
    fromRandomAccessReaderPromise(new BytesReader(bytes), bytes.length, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
    }),
  );
  const entries = await listEntries(zip, bytes.length, files);
  const entryOf = (name: string): Entry => {
    const entry = entries.get(name);
    if (entry === undefined) throw new ArchiveDamaged('a file is missing');
    return entry;
  };
  const stream = (name: string): Promise<Readable> =>
    damagedUnless(() => zip.openReadStreamPromise(entryOf(name)));
  return {
    names: new Set(entries.keys()),
    sizeOf: (name) => entryOf(name).uncompressedSize,
    stream,
    read: async (name, limit) => {
      const entry = entryOf(name);
      const { uncompressedSize: size } = entry;
      if (size > limit) throw new ArchiveTooLarge('a file is too long');
      // A thousand pictures lie there as they are; in one piece they cost nobody any memory but their own.
      if (entry.compressionMethod === stored)
        return damagedUnless(async () => {
          const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
          return bytes.read(fileDataStart, size);
        });
      const unpacked = Buffer.allocUnsafe(size);
      let at = 0;
      const opened = await stream(name);
      await damagedUnless(async () => {
        for await (const part of opened as AsyncIterable<Buffer>) at += part.copy(unpacked, at);
      });
      if (at !== size) throw new ArchiveDamaged('a file is shorter than it says');
      return unpacked;
    },
    close: bytes.close,
  };
}

async function listEntries(zip: ZipFile, length: number, files: number): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > files) throw new ArchiveTooLarge('too many files');
  const entries = new Map<string, Entry>();
  let all = 0;
  let names = 0;
  await damagedUnless(async () => {
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize: size, compressedSize } = entry;
      names += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
      if (names > most.ofNames) throw new ArchiveTooLarge('its list is too long');
      // What a Mac adds by itself says nothing.
      if (fileName.startsWith('__MACOSX/') || fileName.endsWith('/')) continue;
      all += size;
      const isBomb = size > smallEnough && size > most.ratio * compressedSize;
      if (size > most.ofOne || all > most.ofAll || isBomb || compressedSize > length)
        throw new ArchiveTooLarge('it would unpack to too much');
      if (entries.has(fileName) || entry.isEncrypted() || isLink(entry))
        throw new ArchiveDamaged('a name twice, or a file of another kind');
      entries.set(fileName, withoutTexts(entry));
    }
  });
  return entries;
}

/** What is needed to read it later. Its names and notes as bytes are most of what an entry weighs, and a list can have hundreds of thousands of them. */
const withoutTexts = ({
  compressedSize,
  uncompressedSize,
  compressionMethod,
  generalPurposeBitFlag,
  relativeOffsetOfLocalHeader,
}: Entry): Entry =>
  Object.assign(new Entry(), {
    compressedSize,
    uncompressedSize,
    compressionMethod,
    generalPurposeBitFlag,
    relativeOffsetOfLocalHeader,
  });

/** Type of a file in the attributes of Unix. */
const isLink = ({ externalFileAttributes }: Entry): boolean =>
  ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;

/** Whatever the reader of zips throws: it is a zip no longer, or never was. The disk's own errors go on. */
export async function damagedUnless<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    const isKnown =
      error instanceof ArchiveDamaged || error instanceof ArchiveTooLarge || error instanceof SourceGone;
    if (isKnown || (error instanceof Error && 'syscall' in error)) throw error;
    throw new ArchiveDamaged('not a zip', { cause: error });
  }
}
