import type { CheckIn } from '../../../../shared/domain/mood';
import type { OwnKind } from '../../../../shared/domain/movementKind';
import type { JournalRecord } from '../../../journal/records/readRecords';
import { recordTableOf } from '../../../journal/records/recordTables';
import type { Pace } from '../../pace';
import type { FilledJournal } from './fillFromForeign';
import type { OwnRow, OwnTables, RefusedPart } from './foreignJournal';

/** Records written in one go. */
const batchLength = 500;

/** Puts what our own tables tell into an empty journal, as it was. A row that breaks a rule of its table is refused and told, and the others come in. */
export async function fillOwnTables(
  { kinds, sessions, checkIns, spans }: OwnTables,
  { imports }: FilledJournal,
  pace: Pace,
): Promise<readonly RefusedPart[]> {
  const refused: RefusedPart[] = [];
  const put = async (
    name: 'movement_sessions' | 'check_ins' | 'spans',
    rows: readonly { readonly place: OwnRow<unknown>['place']; readonly record: JournalRecord }[],
  ): Promise<void> => {
    for (let from = 0; from < rows.length; from += batchLength) {
      await pace.pause();
      const batch = rows.slice(from, from + batchLength);
      const places = imports.fill(
        recordTableOf(name),
        batch.map(({ record }) => record),
      );
      for (const at of places) {
        const place = batch[at]?.place;
        if (place !== undefined) refused.push({ ...place, reason: 'not-valid' });
      }
    }
  };
  imports.fill(recordTableOf('own_kinds'), kinds.map(kindRecord));
  await put(
    'movement_sessions',
    sessions.map((row) => ({ place: row.place, record: sessionRecord(row) })),
  );
  const known = new Set<string>(sessions.map(({ item }) => item.id));
  const isPlaced = ({ item: { sessionId } }: OwnRow<CheckIn>): boolean =>
    sessionId === null || known.has(sessionId);
  for (const row of checkIns) if (!isPlaced(row)) refused.push({ ...row.place, reason: 'no-session' });
  await put(
    'check_ins',
    checkIns.filter(isPlaced).map((row) => ({ place: row.place, record: checkInRecord(row) })),
  );
  await put(
    'spans',
    spans.map((row) => ({ place: row.place, record: spanRecord(row) })),
  );
  return refused;
}

const spanRecord = ({ item, createdAt, updatedAt }: OwnTables['spans'][number]): JournalRecord => ({
  id: item.id,
  kind: item.kind,
  name: item.name,
  first_day: item.firstDay,
  last_day: item.lastDay,
  note: item.note,
  created_at: createdAt,
  updated_at: updatedAt,
});

const kindRecord = ({ id, name, icon, family, createdAt, updatedAt }: OwnKind): JournalRecord => ({
  id,
  name,
  icon,
  family,
  created_at: createdAt,
  updated_at: updatedAt,
});

const sessionRecord = ({ item, createdAt, updatedAt }: OwnTables['sessions'][number]): JournalRecord => ({
  id: item.id,
  kind: item.kind,
  at: item.at,
  zone: item.zone,
  offset_minutes: item.offsetMinutes,
  day: item.day,
  is_timed: item.isTimed ? 1 : 0,
  minutes: item.minutes,
  effort: item.effort,
  distance_metres: item.distanceMetres,
  play: item.play,
  connection: item.connection,
  achievement: item.achievement,
  safety: item.safety,
  company: item.company,
  place: item.place,
  note: item.note,
  entry_id: item.entryId,
  created_at: createdAt,
  updated_at: updatedAt,
});

const checkInRecord = ({ item, createdAt, updatedAt }: OwnRow<CheckIn>): JournalRecord => ({
  id: item.id,
  at: item.at,
  zone: item.zone,
  offset_minutes: item.offsetMinutes,
  day: item.day,
  valence: item.valence,
  energy: item.energy,
  feelings: [...item.feelings],
  role: item.role,
  session_id: item.sessionId,
  is_remembered: item.isRemembered ? 1 : 0,
  note: item.note,
  given_on: item.givenOn,
  created_at: createdAt,
  updated_at: updatedAt,
});
