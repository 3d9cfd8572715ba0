import {
  defaultJournalSettings,
  journalSettingsSchema,
  type JournalSettings,
} from '../../../shared/domain/settings';
import { ok } from '../../../shared/result';
import { prepareRead, prepareWrite, type WritableDb } from '../database/handles';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';

const tablesWithDays = [
  'entries',
  'movement_sessions',
  'check_ins',
  'check_in_versions',
  'ritual_returns',
  'steps_taken',
] as const;

/** The civil day of a row for a boundary: its own wall clock, counted from that hour. Instants never change. */
const dayOf = (hour: string): string =>
  `date(at / 1000.0 + (offset_minutes - ${hour} * 60) * 60, 'unixepoch')`;

export interface Settings {
  readonly answers: Journal['settings'];
  readonly current: () => JournalSettings;
  /** After they were written by something else than `save`. */
  readonly readAgain: () => void;
}

export function createSettings(db: WritableDb): Settings {
  const stored = prepareRead<Readonly<Record<string, never>>, JournalSettings>(
    db,
    `SELECT day_boundary_hour AS dayBoundaryHour, week_starts_on AS weekStartsOn, spelling, bin_days AS binDays,
       distance_unit AS distanceUnit, feeling_form AS feelingForm
     FROM settings WHERE only_row = 1`,
  );
  const store = prepareWrite<JournalSettings>(
    db,
    `INSERT INTO settings (only_row, day_boundary_hour, week_starts_on, spelling, bin_days, distance_unit, feeling_form)
     VALUES (1, @dayBoundaryHour, @weekStartsOn, @spelling, @binDays, @distanceUnit, @feelingForm)
     ON CONFLICT (only_row) DO UPDATE
     SET day_boundary_hour = @dayBoundaryHour, week_starts_on = @weekStartsOn, spelling = @spelling,
       bin_days = @binDays, distance_unit = @distanceUnit, feeling_form = @feelingForm`,
  );
  // A day that was chosen by hand doesn't follow the clock, so it stays.
  const moveDays = tablesWithDays.map((table) =>
    prepareWrite<{ readonly from: number; readonly to: number }>(
      db,
      `UPDATE ${table} SET day = ${dayOf('@to')} WHERE day = ${dayOf('@from')} AND day <> ${dayOf('@to')}`,
    ),
  );

  const readStored = (): JournalSettings =>
    journalSettingsSchema.parse(stored.get({}) ?? defaultJournalSettings);
  let current = readStored();

  return {
    answers: {
      read: () => ok(current),
      save: (settings) =>
        withStorageFailures(() => {
          const outcome = transaction(db, () => {
            store.run(settings);
            const days = { from: current.dayBoundaryHour, to: settings.dayBoundaryHour };
            if (days.from !== days.to) for (const move of moveDays) move.run(days);
            return ok(settings);
          });
          if (outcome.ok) current = settings;
          return outcome;
        }),
    },
    current: () => current,
    readAgain: () => {
      current = readStored();
    },
  };
}
