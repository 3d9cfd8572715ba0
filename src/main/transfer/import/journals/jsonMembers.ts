import { ArchiveTooLarge } from '../../archive/openArchive';
import { bytesToText } from '../table';
import type { ForeignFiles } from './foreignFiles';
import { ForeignNotReadable, type Assumption } from './foreignJournal';
import { parseJson } from './foreignText';

const signs = {
  quote: 0x22,
  backslash: 0x5c,
  comma: 0x2c,
  openList: 0x5b,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
  /** And whatever is below it. */
  space: 0x20,
} as const;
const deepest = 200;
/** Bytes of a file; decades of writing every day are a fifth of it. */
const longestFile = 512 * 2 ** 20;
/** Bytes of one of them. */
const longestMember = 64 * 2 ** 20;
/** Of one list; twenty-seven years of four entries a day are fewer. */
const mostMembers = 40_000;

export interface JsonMember {
  /** Counted from 1. */
  readonly place: number;
  /** Undefined where it is no JSON. */
  readonly value: unknown;
}

/**
 * What a list holds, one at a time, so that decades of it are never in memory whole: of the list that is the file, or the one that the file names `key`. They are counted first, so
 * that nothing is read of a file that has too many or ends in the middle: `ArchiveTooLarge`, `ForeignNotReadable`.
 */
export async function* jsonMembers(
  files: ForeignFiles,
  name: string,
  key: string,
  assumed: Set<Assumption>,
  report: (bytes: number) => void = () => undefined,
): AsyncGenerator<JsonMember> {
  if (files.sizeOf(name) > longestFile) throw new ArchiveTooLarge('too long');
  let count = 0;
  for await (const _ of bytesOfMembers(files, name, key, () => report(0))) {
    count += 1;
    if (count > mostMembers) throw new ArchiveTooLarge('too many of them');
  }
  let place = 0;
  for await (const bytes of bytesOfMembers(files, name, key, report)) {
    place += 1;
    yield { place, value: valueOf(bytes, assumed) };
  }
}

async function* bytesOfMembers(
  files: ForeignFiles,
  name: string,
  key: string,
  report: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const { piecesOf, isWhole } = createMemberFinder(key);
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of wholeInUtf8(files, name)) {
    for (const { from, to, isEnd } of piecesOf(chunk)) {
      length += to - from;
      if (length > longestMember) throw new ArchiveTooLarge('one entry is too long');
      // What goes on in the next chunk is copied: this one may be written over.
      parts.push(isEnd ? chunk.subarray(from, to) : Buffer.from(chunk.subarray(from, to)));
      if (!isEnd) continue;
      yield Buffer.concat(parts);
      [parts, length] = [[], 0];
    }
    report(chunk.length);
  }
  if (!isWhole()) throw new ForeignNotReadable('cut short');
}

/** What lies of a member in one chunk. */
interface Piece {
  readonly from: number;
  readonly to: number;
  /** The member ends with it. */
  readonly isEnd: boolean;
}

/** Finds where the members of a list lie in JSON that comes in chunks. Throws `ForeignNotReadable` for what can't be JSON. */
function createMemberFinder(key: string): {
  readonly piecesOf: (chunk: Uint8Array) => readonly Piece[];
  /** Everything that was opened was closed. */
  readonly isWhole: () => boolean;
} {
  let depth = 0;
  let [isInText, isEscaped, isInMember] = [false, false, false];
  /** Depth of the list that is wanted; 0 while it has not begun. */
  let listDepth = 0;
  let text: number[] = [];
  let lastText = '';
  const piecesOf = (chunk: Uint8Array): readonly Piece[] => {
    const pieces: Piece[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk[at] ?? 0;
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (code === signs.backslash) isEscaped = true;
        else if (code === signs.quote) {
          isInText = false;
          if (depth === 1) lastText = String.fromCharCode(...text);
        } else if (depth === 1 && text.length <= key.length) text.push(code);
        continue;
      }
      if (depth === listDepth && listDepth > 0) {
        const isBetween = code === signs.comma || code === signs.closeList;
        if (isInMember && isBetween) pieces.push({ from, to: at, isEnd: true });
        if (isBetween) isInMember = false;
        else if (!isInMember && code > signs.space) [from, isInMember] = [at, true];
      }
      if (code === signs.quote) {
        isInText = true;
        if (depth === 1) text = [];
      } else if (code === signs.openList || code === signs.openObject) {
        depth += 1;
        if (depth > deepest) throw new ForeignNotReadable('nested too deep');
        const isNamed = depth === 1 || (depth === 2 && lastText === key);
        if (listDepth === 0 && code === signs.openList && isNamed) listDepth = depth;
      } else if (code === signs.closeList || code === signs.closeObject) {
        depth -= 1;
        if (depth < 0) throw new ForeignNotReadable('not JSON');
        // A second list of that name is none of ours.
        if (depth < listDepth) listDepth = Number.POSITIVE_INFINITY;
      }
    }
    if (isInMember) pieces.push({ from, to: chunk.length, isEnd: false });
    return pieces;
  };
  return { piecesOf, isWhole: () => depth === 0 && !isInText };
}

function valueOf(bytes: Buffer, assumed: Set<Assumption>): unknown {
  const { text, encoding } = bytesToText(bytes);
  if (encoding === 'windows-1252') assumed.add('windows-1252');
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof ForeignNotReadable) return undefined;
    throw error;
  }
}

/** UTF-16 is rare and read whole; everything else has its signs where ASCII has them. */
async function* wholeInUtf8(files: ForeignFiles, name: string): AsyncIterable<Buffer> {
  const start = await files.start(name, 2);
  const isUtf16 = /^(?:fffe|feff)$/.test(start.toString('hex'));
  if (isUtf16) yield Buffer.from(bytesToText(await files.read(name, longestMember)).text);
  else
    for await (const { buffer, byteOffset, length } of files.stream(name))
      yield Buffer.from(buffer, byteOffset, length);
}
