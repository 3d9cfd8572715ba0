import { z } from 'zod';
import { defaultDayBoundaryHour } from '../time';

/** Kept inside the encrypted journal. */
export const journalSettingsSchema = z.strictObject({
  /** Hour at which a day ends; 0 is midnight. */
  dayBoundaryHour: z.int().min(0).max(6),
  /** 0 Sunday, 1 Monday, 6 Saturday. */
  weekStartsOn: z.union([z.literal(0), z.literal(1), z.literal(6)]),
});
export type JournalSettings = z.infer<typeof journalSettingsSchema>;

export const defaultJournalSettings: JournalSettings = {
  dayBoundaryHour: defaultDayBoundaryHour,
  weekStartsOn: 1,
};

export const appearanceSchema = z.enum(['system', 'light', 'dark']);
export type Appearance = z.infer<typeof appearanceSchema>;
