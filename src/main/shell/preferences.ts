import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { appearanceSchema, defaultPrivacy, privacySchema } from '../../shared/domain/settings';
import { writeOwnFile } from './writeOwnFile';

/** All the shell remembers between starts, in plain text: nothing of the journal but where it lies. */
const preferencesSchema = z.strictObject({
  appearance: appearanceSchema,
  lastJournal: z.string().min(1).nullable(),
  privacy: privacySchema.default(defaultPrivacy),
  /** Folder of a journal to the second place of its backups. */
  secondBackups: z.record(z.string().min(1), z.string().min(1)).default({}),
});
export type Preferences = z.infer<typeof preferencesSchema>;

const defaults: Preferences = {
  appearance: 'system',
  lastJournal: null,
  privacy: defaultPrivacy,
  secondBackups: {},
};

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
      // A full disk costs a choice at most; the journal itself says so where it matters.
      writeOwnFile(file, JSON.stringify(current, null, 2));
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
