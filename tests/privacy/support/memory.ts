import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { commandLineOf } from '../../support/processes';

/** Bytes to look for, under the name they have in the report. */
export interface Needle {
  readonly what: string;
  readonly bytes: Buffer;
}

export interface Found {
  readonly what: string;
  readonly process: string;
  readonly count: number;
}

/** As a program may hold a text: UTF-8, and UTF-16 as JavaScript and Chromium have it. */
export function textNeedles(what: string, text: string): readonly Needle[] {
  return [
    { what: `${what} (UTF-8)`, bytes: Buffer.from(text, 'utf8') },
    { what: `${what} (UTF-16)`, bytes: Buffer.from(text, 'utf16le') },
  ];
}

/** A key as it is, and as hex in both writings. */
export function keyNeedles(what: string, key: Uint8Array): readonly Needle[] {
  const hex = Buffer.from(key).toString('hex');
  return [
    { what: `${what} (raw)`, bytes: Buffer.from(key) },
    ...textNeedles(`${what} (hex)`, hex),
    ...textNeedles(`${what} (hex)`, hex.toUpperCase()),
  ];
}

/** What these processes hold in memory now, in pages that are there: their own, shared ones and mapped files they may write. */
export function searchMemory(pids: readonly number[], needles: readonly Needle[]): readonly Found[] {
  const found = new Map<string, Found>();
  for (const pid of pids) {
    const process = `${kindOf(pid)} ${pid}`;
    readMemory(pid, longest(needles), (chunk, overlap) => {
      for (const { what, bytes } of needles) {
        const count = countIn(chunk, bytes, overlap);
        if (count === 0) continue;
        const key = `${process} ${what}`;
        found.set(key, { what, process, count: (found.get(key)?.count ?? 0) + count });
      }
    });
  }
  return [...found.values()];
}

/** Every match of a pattern of ASCII text in the memory of a process. */
export function matchesInMemory(pid: number, pattern: RegExp, longestMatch: number): ReadonlySet<string> {
  const matches = new Set<string>();
  readMemory(pid, longestMatch, (chunk) => {
    const text = chunk.toString('latin1');
    for (const match of text.matchAll(pattern)) matches.add(match[0]);
  });
  return matches;
}

const longest = (needles: readonly Needle[]) => Math.max(...needles.map(({ bytes }) => bytes.length));

const chunkLength = 4 * 1024 * 1024;

/** `overlap` bytes at the beginning of a chunk were the end of the one before. */
function readMemory(pid: number, longestMatch: number, take: (chunk: Buffer, overlap: number) => void): void {
  const memory = openMemory(pid);
  // A process that has ended since it was listed holds nothing any more.
  if (memory === null) return;
  try {
    for (const { from, to } of presentRegions(pid)) {
      let overlap = 0;
      const buffer = Buffer.alloc(chunkLength + longestMatch);
      for (let at = from; at < to;) {
        const wanted = Math.min(chunkLength, to - at);
        const read = readAt(memory, buffer, overlap, wanted, at);
        if (read === 0) break;
        take(buffer.subarray(0, overlap + read), overlap);
        at += read;
        const kept = Math.min(longestMatch - 1, overlap + read);
        buffer.copyWithin(0, overlap + read - kept, overlap + read);
        overlap = kept;
      }
    }
  } finally {
    closeSync(memory);
  }
}

function openMemory(pid: number): number | null {
  try {
    return openSync(`/proc/${pid}/mem`, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** A page can go away between the list of them and the reading. */
function readAt(memory: number, buffer: Buffer, offset: number, length: number, position: number): number {
  try {
    return readSync(memory, buffer, offset, length, position);
  } catch {
    return 0;
  }
}

function countIn(chunk: Buffer, bytes: Buffer, overlap: number): number {
  let count = 0;
  // What lies wholly in the overlap was counted with the chunk before.
  const from = Math.max(0, overlap - bytes.length + 1);
  for (let at = chunk.indexOf(bytes, from); at !== -1; at = chunk.indexOf(bytes, at + bytes.length))
    count += 1;
  return count;
}

interface Region {
  readonly from: number;
  readonly to: number;
}

/** Readable regions that have pages, without the program's own code and constants. */
function presentRegions(pid: number): readonly Region[] {
  const regions: (Region & { pages: number })[] = [];
  for (const line of readFileSync(`/proc/${pid}/smaps`, 'utf8').split('\n')) {
    const head = /^([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ (\d+)\s*(.*)$/.exec(line);
    if (head) {
      const [, from = '', to = '', rights = '', inode, name = ''] = head;
      const isCode = inode !== '0' && !rights.includes('w');
      const isReadable = rights.startsWith('r') && !isCode && !name.startsWith('[v');
      regions.push({
        from: isReadable ? Number.parseInt(from, 16) : 0,
        to: isReadable ? Number.parseInt(to, 16) : 0,
        pages: 0,
      });
      continue;
    }
    const size = /^(?:Rss|Swap):\s+(\d+) kB/.exec(line);
    const last = regions.at(-1);
    if (size && last) last.pages += Number(size[1]);
  }
  return regions.filter(({ from, to, pages }) => to > from && pages > 0);
}

function kindOf(pid: number): string {
  const parts = commandLineOf(pid);
  const type = parts.find((part) => part.startsWith('--type='))?.slice('--type='.length);
  const service = parts.find((part) => part.startsWith('--utility-sub-type='))?.split('=')[1];
  return service ?? type ?? 'main';
}
