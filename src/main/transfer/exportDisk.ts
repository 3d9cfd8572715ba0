import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

export type ExportPart = string | Uint8Array;

/** One new file, written from its beginning to its end. */
interface ExportFile {
  /** Text as UTF-8, or bytes as they are. */
  readonly write: (part: ExportPart) => void;
  /** Writes the rest and closes. Waits for the disk with a large file; with thousands of small ones it would take minutes. */
  readonly finish: () => void;
  /** Closes what will be thrown away; never throws. */
  readonly abandon: () => void;
}

/** What an export asks of a disk. A port, so that tests can fill it up. */
export interface ExportDisk {
  /** What lies at a path; links are followed. `other`: a device, a pipe, a socket. */
  readonly look: (path: string) => 'nothing' | 'file' | 'folder' | 'empty-folder' | 'other';
  readonly makeFolder: (path: string) => void;
  /** A new folder with a name of its own in `parent`, for this user alone. */
  readonly makeTemporaryFolder: (parent: string) => string;
  /** Throws when there is something at the path. */
  readonly createFile: (path: string) => ExportFile;
  readonly list: (folder: string) => readonly string[];
  /** Within one disk; replaces a file. */
  readonly move: (from: string, to: string) => void;
  /** With everything in it; what is not there is fine. */
  readonly remove: (path: string) => void;
  /** The path behind links. */
  readonly follow: (path: string) => string;
}

/** An export is plain text: readable for this user alone. */
const privateFile = 0o600;
const privateFolder = 0o700;

/** Code units gathered before they are written. */
const chunkLength = 64 * 1024;

function createFile(path: string): ExportFile {
  const handle = openSync(path, 'wx', privateFile);
  let waiting = '';
  let isLarge = false;
  let pieces = 0;
  const put = (bytes: Uint8Array): void => {
    for (let written = 0; written < bytes.length;) {
      written += writeSync(handle, bytes, written);
    }
  };
  const flush = (): void => {
    const bytes = Buffer.from(waiting, 'utf8');
    waiting = '';
    put(bytes);
  };
  return {
    write: (part) => {
      if (typeof part !== 'string') {
        flush();
        put(part);
        pieces += 1;
        // A picture among a thousand comes in one piece, and is no large file.
        isLarge ||= pieces > 1 && part.length >= chunkLength / 4;
        return;
      }
      waiting += part;
      // Not in the middle of a surrogate pair: a half would become a replacement character.
      if (waiting.length < chunkLength || /[\uD800-\uDBFF]$/.test(waiting)) return;
      isLarge = true;
      flush();
    },
    finish: () => {
      flush();
      if (isLarge) fsyncSync(handle);
      closeSync(handle);
    },
    abandon: () => {
      try {
        closeSync(handle);
      } catch {
        // Closed already, or the disk is gone; the file is being thrown away.
      }
    },
  };
}

function look(path: string): ReturnType<ExportDisk['look']> {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return 'nothing';
  const found = statSync(path);
  if (!found.isDirectory()) return found.isFile() ? 'file' : 'other';
  return readdirSync(path).length === 0 ? 'empty-folder' : 'folder';
}

export const systemDisk: ExportDisk = {
  look,
  makeFolder: (path) => {
    mkdirSync(path, { recursive: true, mode: privateFolder });
  },
  makeTemporaryFolder: (parent) => mkdtempSync(join(parent, '.footnote-export-')),
  createFile,
  list: (folder) => readdirSync(folder),
  move: (from, to) => renameSync(from, to),
  remove: (path) => rmSync(path, { recursive: true, force: true }),
  follow: (path) => realpathSync(path),
};
