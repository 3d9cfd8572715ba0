import { join } from 'node:path';
import { guardFormula } from '../../../shared/domain/guardFormula';
import { valenceToSteps, type CheckIn } from '../../../shared/domain/mood';
import type { MovementSession } from '../../../shared/domain/movement';
import type { CsvFlavour, ExportReport } from '../../../shared/domain/transfer';
import { momentToClockTime } from '../../../shared/time';
import type { Everything } from '../../journal/everything';
import type { ExportDisk } from '../exportDisk';
import type { ExportSource } from '../exportJournal';
import type { Pace } from '../pace';
import { writeExportFile } from '../writeExportFile';
import { createDaysTable, dayColumns, type DaysTable } from './daysTable';
import { kindNames, type KindNames } from './exportWords';
import type { WriterOrder } from './exportWriters';
import { instantToIso } from './instants';
import { round, tableText, type Cell, type Columns } from './tableText';

const steps = (felt: CheckIn | null): Cell => (felt === null ? null : round(valenceToSteps(felt.valence)));

const feelings = (felt: CheckIn | null): Cell =>
  felt === null ? null : guardFormula(felt.feelings.join('; '));

const checkInColumns: Columns<CheckIn> = {
  id: ({ id }) => id,
  day: ({ day }) => day,
  local_time: momentToClockTime,
  instant_utc: ({ at }) => instantToIso(at),
  zone: ({ zone }) => guardFormula(zone),
  offset_minutes_east_of_utc: ({ offsetMinutes }) => offsetMinutes,
  role: ({ role }) => role,
  session_id: ({ sessionId }) => sessionId,
  'mood_steps_-3_to_3': steps,
  'valence_-1_to_1': ({ valence }) => valence,
  'energy_-1_to_1': ({ energy }) => energy,
  feelings,
  note: ({ note }) => (note === null ? null : guardFormula(note)),
  given_on: ({ givenOn }) => givenOn,
  remembered_later: ({ isRemembered }) => (isRemembered ? 'yes' : 'no'),
};

const sessionColumns = (nameOf: KindNames): Columns<MovementSession> => ({
  id: ({ id }) => id,
  day: ({ day }) => day,
  /** Of a session of which only the day is known there is no time to give. */
  local_start: (session) => (session.isTimed ? momentToClockTime(session) : null),
  start_utc: ({ at, isTimed }) => (isTimed ? instantToIso(at) : null),
  zone: ({ zone }) => guardFormula(zone),
  offset_minutes_east_of_utc: ({ offsetMinutes }) => offsetMinutes,
  kind: ({ kind }) => kind,
  kind_name: ({ kind }) => guardFormula(nameOf(kind)),
  duration_minutes: ({ minutes }) => minutes,
  effort_0_to_10: ({ effort }) => effort,
  distance_metres: ({ distanceMetres }) => distanceMetres,
  play_0_to_3: ({ play }) => play,
  connection_0_to_3: ({ connection }) => connection,
  achievement_0_to_3: ({ achievement }) => achievement,
  safety_0_to_3: ({ safety }) => safety,
  company: ({ company }) => (company === null ? null : guardFormula(company)),
  place: ({ place }) => place,
  entry_id: ({ entryId }) => entryId,
  'before_steps_-3_to_3': ({ before }) => steps(before),
  'after_steps_-3_to_3': ({ after }) => steps(after),
  shift_steps: ({ before, after }) =>
    before === null || after === null ? null : round(valenceToSteps(after.valence - before.valence)),
  'before_energy_-1_to_1': ({ before }) => before?.energy ?? null,
  'after_energy_-1_to_1': ({ after }) => after?.energy ?? null,
  before_feelings: ({ before }) => feelings(before),
  after_feelings: ({ after }) => feelings(after),
  note: ({ note }) => (note === null ? null : guardFormula(note)),
});

/** `check-ins.csv`, `movement.csv` and `days.csv`, oldest first. */
export async function writeCsvFolder(
  { everything }: ExportSource,
  folder: string,
  disk: ExportDisk,
  pace: Pace,
  { flavour }: Pick<WriterOrder, 'flavour'>,
): Promise<ExportReport> {
  const days = createDaysTable(everything);
  const { entries, binned, checkIns, sessions } = everything.counts();
  let done = 0;
  for (const entry of everything.entries()) {
    days.note(entry);
    done += 1;
    pace.note(done, entries + binned);
    await pace.pause();
  }
  const files = await writeTables(everything, days, folder, disk, pace, flavour);
  return { format: 'csv', files, entries: 0, checkIns, sessions };
}

/** Answers with how many there are. */
export async function writeTables(
  everything: Everything,
  days: DaysTable,
  folder: string,
  disk: ExportDisk,
  pace: Pace,
  flavour?: CsvFlavour,
): Promise<number> {
  const tables = {
    'check-ins.csv': tableText(checkInColumns, everything.checkIns(), flavour),
    'movement.csv': tableText(sessionColumns(kindNames(everything)), everything.sessions(), flavour),
    'days.csv': tableText(dayColumns, days.rows(), flavour),
  };
  for (const [name, rows] of Object.entries(tables))
    await writeExportFile(disk, join(folder, name), rows, pace);
  return Object.keys(tables).length;
}
