import { ArchiveTooLarge } from '../../archive/openArchive';
import { bytesToText } from '../table';
import type { ForeignFiles } from './foreignFiles';
import { ForeignNotReadable, type Assumption } from './foreignJournal';
import { parseJson } from './foreignText';

const signs = {
  quote: 0x22,
  backslash: 0x5c,
  openList: 0x5b,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;
const deepest = 200;
/** Bytes of a file; decades of writing every day are a fifth of it. */
const longestFile = 512 * 2 ** 20;
/** Bytes of one object. */
const longestObject = 64 * 2 ** 20;
/** Objects of one list; twenty-seven years of four entries a day are fewer. */
const mostObjects = 40_000;

export interface JsonObject {
  /** Counted from 1. */
  readonly place: number;
  /** Null where it is no JSON. */
  readonly value: unknown;
}

/**
 * The objects of a list, one at a time, so that decades of it are never in memory whole: of the list that is the file, or the one that the file names `key`. Throws
 * `ForeignNotReadable` when the file ends in the middle.
 */
export async function* jsonObjects(
  files: ForeignFiles,
  name: string,
  key: string,
  assumed: Set<Assumption>,
  report: (bytes: number) => void = () => undefined,
): AsyncGenerator<JsonObject> {
  if (files.sizeOf(name) > longestFile) throw new ArchiveTooLarge('too long');
  let [depth, place, length] = [0, 0, 0];
  let [isInText, isEscaped] = [false, false];
  /** Depth of the list that is wanted; 0 while it has not begun. */
  let listDepth = 0;
  let text: number[] = [];
  let lastText = '';
  let parts: Buffer[] = [];
  for await (const bytes of wholeInUtf8(files, name)) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let from = parts.length > 0 ? 0 : -1;
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk[at] ?? 0;
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (code === signs.backslash) isEscaped = true;
        else if (code === signs.quote) {
          isInText = false;
          lastText = String.fromCharCode(...text);
        } else if (depth === 1 && text.length <= key.length) text.push(code);
      } else if (code === signs.quote) {
        isInText = true;
        text = [];
      } else if (code === signs.openList || code === signs.openObject) {
        depth += 1;
        if (depth > deepest) throw new ForeignNotReadable('nested too deep');
        const isList = code === signs.openList;
        if (listDepth === 0 && isList && (depth === 1 || (depth === 2 && lastText === key)))
          listDepth = depth;
        else if (listDepth > 0 && depth === listDepth + 1 && !isList) from = at;
      } else if (code === signs.closeList || code === signs.closeObject) {
        depth -= 1;
        if (depth < 0) throw new ForeignNotReadable('not JSON');
        if (depth === listDepth && from !== -1) {
          parts.push(chunk.subarray(from, at + 1));
          place += 1;
          if (place > mostObjects) throw new ArchiveTooLarge('too many of them');
          yield { place, value: valueOf(Buffer.concat(parts), assumed) };
          [parts, length, from] = [[], 0, -1];
        }
        // A second list of that name is none of ours.
        if (depth < listDepth) listDepth = Number.POSITIVE_INFINITY;
      }
    }
    if (from !== -1) {
      parts.push(Buffer.from(chunk.subarray(from)));
      length += chunk.length - from;
      if (length > longestObject) throw new ArchiveTooLarge('one entry is too long');
    }
    report(chunk.length);
  }
  if (depth !== 0 || isInText) throw new ForeignNotReadable('cut short');
}

function valueOf(bytes: Buffer, assumed: Set<Assumption>): unknown {
  const { text, encoding } = bytesToText(bytes);
  if (encoding === 'windows-1252') assumed.add('windows-1252');
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof ForeignNotReadable) return null;
    throw error;
  }
}

/** UTF-16 is rare and read whole; everything else has its signs where ASCII has them. */
async function* wholeInUtf8(files: ForeignFiles, name: string): AsyncIterable<Uint8Array> {
  const start = await files.start(name, 2);
  const isUtf16 = /^(?:fffe|feff)$/.test(start.toString('hex'));
  if (isUtf16) yield Buffer.from(bytesToText(await files.read(name, longestObject)).text);
  else yield* files.stream(name);
}
