import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { guardFormula } from '../../../shared/domain/guardFormula';
import { valenceToSteps, type CheckIn } from '../../../shared/domain/mood';
import type { MovementSession } from '../../../shared/domain/movement';
import type { ExportReport } from '../../../shared/domain/transfer';
import { momentToClockTime } from '../../../shared/time';
import type { ExportDisk } from '../exportDisk';
import type { ExportSource } from '../exportJournal';
import type { Pace } from '../pace';
import { writeExportFile } from '../writeExportFile';
import { instantToIso } from './instants';

type Cell = string | number | null;

/** Without it spreadsheets read UTF-8 as something else. */
const byteOrderMark = '\uFEFF';

/** Rounds away what binary fractions add: 0.6666666666666666 times 3 is 2. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

const steps = (felt: CheckIn | null): Cell => (felt === null ? null : round(valenceToSteps(felt.valence)));

const feelings = (felt: CheckIn | null): Cell =>
  felt === null ? null : guardFormula(felt.feelings.join('; '));

const checkInColumns: Readonly<Record<string, (checkIn: CheckIn) => Cell>> = {
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

const sessionColumns: Readonly<Record<string, (session: MovementSession) => Cell>> = {
  id: ({ id }) => id,
  day: ({ day }) => day,
  /** Of a session of which only the day is known there is no time to give. */
  local_start: (session) => (session.isTimed ? momentToClockTime(session) : null),
  start_utc: ({ at, isTimed }) => (isTimed ? instantToIso(at) : null),
  zone: ({ zone }) => guardFormula(zone),
  offset_minutes_east_of_utc: ({ offsetMinutes }) => offsetMinutes,
  kind: ({ kind }) => kind,
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
};

const rowToText = (cells: readonly Cell[]): string =>
  stringify([[...cells]], { record_delimiter: 'windows' });

/** RFC 4180, UTF-8 with a byte order mark. An empty cell is "not recorded", never zero and never "no". */
function* table<Item>(
  columns: Readonly<Record<string, (item: Item) => Cell>>,
  items: Iterable<Item>,
): Iterable<string> {
  yield byteOrderMark + rowToText(Object.keys(columns));
  const toCells = Object.values(columns);
  for (const item of items) yield rowToText(toCells.map((toCell) => toCell(item)));
}

/** `check-ins.csv` and `movement.csv`, oldest first. */
export async function writeCsvFolder(
  { everything }: ExportSource,
  folder: string,
  disk: ExportDisk,
  pace: Pace,
): Promise<ExportReport> {
  await writeExportFile(
    disk,
    join(folder, 'check-ins.csv'),
    table(checkInColumns, everything.checkIns()),
    pace,
  );
  await writeExportFile(
    disk,
    join(folder, 'movement.csv'),
    table(sessionColumns, everything.sessions()),
    pace,
  );
  const { checkIns, sessions } = everything.counts();
  return { format: 'csv', files: 2, entries: 0, checkIns, sessions };
}
