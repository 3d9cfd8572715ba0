import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/**
 * `state.json`, outside every journal: one signed record for each journal this computer has seen. Nobody needs it to read a
 * journal; who deletes it loses the comparison and nothing else.
 */
const memoryFileSchema = z.object({
  format: z.literal('footnote-memory'),
  version: z.literal(1),
  journals: z.record(z.string(), z.unknown()),
});

export interface MemoryFile {
  /** What is kept under a journal's id, unchecked; undefined when there is nothing or the file can't be read. */
  readonly read: (journalId: string) => unknown;
  /** Replaces the record of one journal and leaves the others. What the disk refuses is not kept. */
  readonly write: (journalId: string, record: unknown) => void;
}

/** Far more than a person's journals need; a file beyond it is not ours. */
const longestText = 4_000_000;

export function openMemoryFile(path: string): MemoryFile {
  const temporary = `${path}.${process.pid}.tmp`;

  const readAll = (): Readonly<Record<string, unknown>> => {
    try {
      const text = readFileSync(path, 'utf8');
      if (text.length > longestText) return {};
      return memoryFileSchema.parse(JSON.parse(text)).journals;
    } catch {
      // Missing, damaged or of a later version: as if nothing had been seen.
      return {};
    }
  };

  return {
    read: (journalId) => {
      const journals = readAll();
      return Object.hasOwn(journals, journalId) ? journals[journalId] : undefined;
    },
    write: (journalId, record) => {
      // Read again each time: the command line may have written about another journal meanwhile.
      const journals = { ...readAll(), [journalId]: record };
      const text = JSON.stringify({ format: 'footnote-memory', version: 1, journals });
      try {
        // Not flushed: a commit is on the disk before it is noted here, so that a note that is lost is only older.
        writeWhole(temporary, text);
        renameSync(temporary, path);
      } catch {
        removeQuietly(temporary);
      }
    },
  };
}

function writeWhole(path: string, text: string): void {
  try {
    writeFileSync(path, text, { mode: 0o600 });
  } catch {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, text, { mode: 0o600 });
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What can't be written can't be removed.
  }
}
