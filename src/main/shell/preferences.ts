import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { appearanceSchema } from '../../shared/domain/settings';

/** All the shell remembers between starts, in plain text: nothing of the journal but where it lies. */
const preferencesSchema = z.strictObject({
  appearance: appearanceSchema,
  lastJournal: z.string().min(1).nullable(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

const defaults: Preferences = { appearance: 'system', lastJournal: null };

export interface PreferencesFile {
  readonly read: () => Preferences;
  /** Keeps the change for this session even where it cannot be written. */
  readonly change: (change: Partial<Preferences>) => void;
}

export function openPreferences(file: string): PreferencesFile {
  let current = readPreferences(file);
  return {
    read: () => current,
    change: (change) => {
      current = { ...current, ...change };
      writeAtomically(file, JSON.stringify(current, null, 2));
    },
  };
}

/** A file that is missing or damaged costs a person one choice, so it is replaced without a word. */
function readPreferences(file: string): Preferences {
  try {
    const parsed = preferencesSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : defaults;
  } catch {
    return defaults;
  }
}

function writeAtomically(file: string, text: string): void {
  const unfinished = `${file}.tmp`;
  try {
    const handle = openSync(unfinished, 'w', 0o600);
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, file);
  } catch {
    // A full disk: the old file is whole, and the journal itself says so where it matters.
  }
}
