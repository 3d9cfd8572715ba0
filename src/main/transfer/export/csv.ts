import { join } from 'node:path';
import { guardFormula } from '../../../shared/domain/guardFormula';
import { valenceToSteps, type CheckIn } from '../../../shared/domain/mood';
import type { MovementSession } from '../../../shared/domain/movement';
import { familyOfOffered, isOfferedKind, type OwnKind } from '../../../shared/domain/movementKind';
import type { Span } from '../../../shared/domain/span';
import type { CsvFlavour, ExportReport } from '../../../shared/domain/transfer';
import { momentToClockTime } from '../../../shared/time';
import type { Everything } from '../../journal/everything';
import { recordTableOf } from '../../journal/records/recordTables';
import type { ExportDisk } from '../exportDisk';
import type { ExportSource } from '../exportJournal';
import { feelingsToCell } from '../feelingsCell';
import type { Pace } from '../pace';
import { writeExportFile } from '../writeExportFile';
import { createDaysTable, dayColumns, type DaysTable } from './daysTable';
import { kindNames } from './exportWords';
import type { WriterOrder } from './exportWriters';
import { instantToIso } from './instants';
import { round, tableText, type Cell, type Columns } from './tableText';

const steps = (felt: CheckIn | null): Cell => (felt === null ? null : round(valenceToSteps(felt.valence)));

const feelings = (felt: CheckIn | null): Cell => (felt === null ? null : feelingsToCell(felt.feelings));

/** Since when a record is there, and since when it says what it says: whoever brings the table in can tell which of two states is the later one. */
interface Stamps {
  readonly createdAt: number;
  readonly updatedAt: number;
}

const checkInColumns: Columns<CheckIn & Stamps> = {
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
  created_utc: ({ createdAt }) => instantToIso(createdAt),
  updated_utc: ({ updatedAt }) => instantToIso(updatedAt),
};

function sessionColumns(everything: Pick<Everything, 'ownKinds'>): Columns<MovementSession & Stamps> {
  const nameOf = kindNames(everything);
  const own = new Map<string, OwnKind>([...everything.ownKinds()].map((kind) => [kind.id, kind]));
  return {
    id: ({ id }) => id,
    day: ({ day }) => day,
    /** Of a session of which only the day is known there is no time to give. */
    local_start: (session) => (session.isTimed ? momentToClockTime(session) : null),
    start_utc: ({ at, isTimed }) => (isTimed ? instantToIso(at) : null),
    zone: ({ zone }) => guardFormula(zone),
    offset_minutes_east_of_utc: ({ offsetMinutes }) => offsetMinutes,
    kind: ({ kind }) => kind,
    kind_name: ({ kind }) => guardFormula(nameOf(kind)),
    kind_family: ({ kind }) =>
      isOfferedKind(kind) ? familyOfOffered[kind] : (own.get(kind)?.family ?? null),
    kind_icon: ({ kind }) => own.get(kind)?.icon ?? null,
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
    before_id: ({ before }) => before?.id ?? null,
    after_id: ({ after }) => after?.id ?? null,
    note: ({ note }) => (note === null ? null : guardFormula(note)),
    created_utc: ({ createdAt }) => instantToIso(createdAt),
    updated_utc: ({ updatedAt }) => instantToIso(updatedAt),
  };
}

const spanColumns: Columns<Span> = {
  id: ({ id }) => id,
  kind: ({ kind }) => kind,
  name: ({ name }) => (name === null ? null : guardFormula(name)),
  first_day: ({ firstDay }) => firstDay,
  /** Included; none while it lasts. */
  last_day: ({ lastDay }) => lastDay,
  note: ({ note }) => (note === null ? null : guardFormula(note)),
  created_utc: ({ createdAt }) => instantToIso(createdAt),
  updated_utc: ({ updatedAt }) => instantToIso(updatedAt),
};

function* stamped<Item extends { readonly id: string }>(
  { reader }: ExportSource['imports'],
  table: 'check_ins' | 'movement_sessions',
  items: Iterable<Item>,
): Iterable<Item & Stamps> {
  for (const item of items) {
    const record = reader.find(recordTableOf(table), { id: item.id });
    yield { ...item, createdAt: Number(record?.['created_at']), updatedAt: Number(record?.['updated_at']) };
  }
}

/** `check-ins.csv`, `movement.csv`, `spans.csv` and `days.csv`, oldest first. */
export async function writeCsvFolder(
  source: ExportSource,
  folder: string,
  disk: ExportDisk,
  pace: Pace,
  { flavour }: Pick<WriterOrder, 'flavour'>,
): Promise<ExportReport> {
  const { everything } = source;
  const days = createDaysTable(everything);
  const { entries, binned, checkIns, sessions } = everything.counts();
  let done = 0;
  for (const entry of everything.entries()) {
    days.note(entry);
    done += 1;
    pace.note(done, entries + binned);
    await pace.pause();
  }
  const files = await writeTables(source, days, folder, disk, pace, flavour);
  return { format: 'csv', files, entries: 0, checkIns, sessions };
}

/** Answers with how many there are. */
export async function writeTables(
  { everything, imports }: Pick<ExportSource, 'everything' | 'imports'>,
  days: DaysTable,
  folder: string,
  disk: ExportDisk,
  pace: Pace,
  flavour?: CsvFlavour,
): Promise<number> {
  const checkIns = stamped(imports, 'check_ins', everything.checkIns());
  const sessions = stamped(imports, 'movement_sessions', everything.sessions());
  const tables = {
    'check-ins.csv': tableText(checkInColumns, checkIns, flavour),
    'movement.csv': tableText(sessionColumns(everything), sessions, flavour),
    'spans.csv': tableText(spanColumns, everything.spans(), flavour),
    'days.csv': tableText(dayColumns, days.rows(), flavour),
  };
  for (const [name, rows] of Object.entries(tables))
    await writeExportFile(disk, join(folder, name), rows, pace);
  return Object.keys(tables).length;
}
