import { chmodSync, copyFileSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  appearanceSchema,
  defaultPrivacy,
  defaultQuick,
  defaultWriting,
  privacySchema,
  quickSchema,
  writingSchema,
} from '../../shared/domain/settings';
import { defaultReminders, remindersSchema } from '../../shared/domain/reminder';
import { privateFile } from '../disk/durableFiles';
import { writeOwnFile } from './writeOwnFile';

const placeSchema = z.string().min(1);
const { lockAfterMinutes, curtainOnBlur, hideFromCapture } = privacySchema.shape;

/**
 * All the shell remembers between starts, in plain text: nothing of the journal but where it lies. Every field has its
 * default, so that one that can't be read costs no other.
 */
const preferencesSchema = z.object({
  appearance: appearanceSchema.catch('system'),
  lastJournal: placeSchema.nullable().catch(null),
  privacy: z
    .object({
      lockAfterMinutes: lockAfterMinutes.catch(defaultPrivacy.lockAfterMinutes),
      curtainOnBlur: curtainOnBlur.catch(defaultPrivacy.curtainOnBlur),
      hideFromCapture: hideFromCapture.catch(defaultPrivacy.hideFromCapture),
    })
    .catch(defaultPrivacy),
  writing: writingSchema.catch(defaultWriting),
  quick: quickSchema.catch(defaultQuick),
  reminders: remindersSchema.catch(defaultReminders),
  /** Folder of a journal to the second place of its backups. */
  secondBackups: z
    .record(z.string(), z.unknown())
    .catch({})
    .transform((places): Readonly<Record<string, string>> =>
      Object.fromEntries(
        Object.entries(places).flatMap(([folder, place]) => {
          const parsed = placeSchema.safeParse(place);
          return folder !== '' && parsed.success ? [[folder, parsed.data]] : [];
        }),
      ),
    ),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export interface PreferencesFile {
  readonly read: () => Preferences;
  /** Keeps the change for this session even where it cannot be written. */
  readonly change: (change: Partial<Preferences>) => void;
}

const fileSchema = z.looseObject({ privacy: z.looseObject({}).optional().catch(undefined) });

export function openPreferences(file: string): PreferencesFile {
  const found = readPreferencesFile(file);
  let current = preferencesSchema.parse(found);
  return {
    read: () => current,
    change: (change) => {
      current = { ...current, ...change };
      // What a later version wrote is kept for it.
      const written = { ...found, ...current, privacy: { ...found.privacy, ...current.privacy } };
      // A full disk costs a choice at most; the journal itself says so where it matters.
      writeOwnFile(file, JSON.stringify(written, null, 2));
    },
  };
}

/** Empty for a file that is missing, or that holds something else: that one is kept beside, since it is soon written over. */
function readPreferencesFile(file: string): z.infer<typeof fileSchema> {
  const text = readTextIfAny(file);
  if (text === null) return {};
  try {
    return fileSchema.parse(JSON.parse(text));
  } catch {
    keepAside(file);
    return {};
  }
}

function readTextIfAny(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function keepAside(file: string): void {
  const aside = file.replace(/(\.json)?$/, '.damaged.json');
  try {
    copyFileSync(file, aside);
    chmodSync(aside, privateFile);
  } catch {
    // A disk that takes no copy takes no new preferences either.
  }
}
