import { z } from 'zod';
import { feelingFormSchema } from './mood';
import { defaultDayBoundaryHour } from '../time';

export const spellingSchema = z.enum(['off', 'en-US', 'en-GB']);
export type Spelling = z.infer<typeof spellingSchema>;

const distanceUnitSchema = z.enum(['km', 'mi']);
export type DistanceUnit = z.infer<typeof distanceUnitSchema>;

/** Kept inside the encrypted journal. */
export const journalSettingsSchema = z.strictObject({
  /** Hour at which a day ends; 0 is midnight. */
  dayBoundaryHour: z.int().min(0).max(6),
  /** 0 Sunday, 1 Monday, 6 Saturday. */
  weekStartsOn: z.union([z.literal(0), z.literal(1), z.literal(6)]),
  /** Which English the text is checked in; null follows the computer's region. */
  spelling: spellingSchema.nullable(),
  /** Days an entry stays in the bin; null keeps it until it is deleted by hand. */
  binDays: z.int().min(1).max(3_650).nullable(),
  /** What distances are shown in and typed in; they are stored in metres. */
  distanceUnit: distanceUnitSchema,
  /** How a feeling is given: on seven stops, or on a field of pleasantness and energy. Both write the same numbers. */
  feelingForm: feelingFormSchema,
});
export type JournalSettings = z.infer<typeof journalSettingsSchema>;

export const defaultJournalSettings: JournalSettings = {
  dayBoundaryHour: defaultDayBoundaryHour,
  weekStartsOn: 1,
  spelling: null,
  binDays: 30,
  distanceUnit: 'km',
  feelingForm: 'stops',
};

export const appearanceSchema = z.enum(['system', 'light', 'dark']);
export type Appearance = z.infer<typeof appearanceSchema>;

/** Of this computer, not of a journal: kept beside the appearance, outside the journal. */
export const privacySchema = z.strictObject({
  /** Lock after so many minutes without a key or a movement; null never. */
  lockAfterMinutes: z.int().min(1).max(60).nullable(),
  /** Draw the curtain when another window comes to the front. */
  curtainOnBlur: z.boolean(),
  /** Keep the window out of screenshots and recordings, where the system can. */
  hideFromCapture: z.boolean(),
});
export type Privacy = z.infer<typeof privacySchema>;

export const defaultPrivacy: Privacy = { lockAfterMinutes: 5, curtainOnBlur: false, hideFromCapture: true };

const switchSchema = z.enum(['on', 'off']);

/** How the page behaves under one's hands. Of this computer, like the appearance; says nothing of what is written. */
export const writingSchema = z.strictObject({
  /** Everything but the page fades away. */
  focus: switchSchema,
  /** The line one writes stays at the same height. */
  typewriter: switchSchema,
});
export type Writing = z.infer<typeof writingSchema>;

/** In Electron's terms; few programs have them. */
const quickKeys = [
  'CommandOrControl+Alt+J',
  'CommandOrControl+Alt+N',
  'CommandOrControl+Shift+Space',
] as const;

/** Writing a line from any other program, while a journal is open. Of this computer. */
export const quickSchema = z.strictObject({ keys: z.enum(['off', ...quickKeys]), tray: switchSchema });
export type Quick = z.infer<typeof quickSchema>;

export const defaultQuick: Quick = { keys: 'off', tray: 'off' };

export const defaultWriting: Writing = { focus: 'off', typewriter: 'off' };
