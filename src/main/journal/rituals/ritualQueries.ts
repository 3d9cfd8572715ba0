import type { Ritual, RitualReturn } from '../../../shared/domain/ritual';
import type { RitualId, RitualReturnId } from '../../../shared/id';
import type { CivilDay } from '../../../shared/time';
import { prepareRead, prepareWrite, type ReadableDb, type WritableDb } from '../database/handles';
import { momentColumns } from '../entries/entryQueries';

type NoParameters = Readonly<Record<string, never>>;

const ritualColumns =
  'id, name, place, put_away_at AS putAwayAt, created_at AS createdAt, updated_at AS updatedAt';
const returnColumns = `id, ritual_id AS ritualId, ${momentColumns}`;

const daysReturnedSql = `
  SELECT DISTINCT ritual_id AS ritualId, day FROM ritual_returns WHERE day BETWEEN @from AND @to ORDER BY day, ritual_id`;

export function prepareRitualReads(db: ReadableDb) {
  return {
    all: prepareRead<NoParameters, Ritual>(db, `SELECT ${ritualColumns} FROM rituals ORDER BY place, id`),
    byId: prepareRead<{ readonly id: RitualId }, Ritual>(
      db,
      `SELECT ${ritualColumns} FROM rituals WHERE id = @id`,
    ),
    returnById: prepareRead<{ readonly id: RitualReturnId }, RitualReturn>(
      db,
      `SELECT ${returnColumns} FROM ritual_returns WHERE id = @id`,
    ),
    returnsOf: prepareRead<{ readonly ritualId: RitualId }, RitualReturn>(
      db,
      `SELECT ${returnColumns} FROM ritual_returns WHERE ritual_id = @ritualId ORDER BY at, id`,
    ),
    returnsOfDay: prepareRead<{ readonly day: CivilDay }, RitualReturn>(
      db,
      `SELECT ${returnColumns} FROM ritual_returns WHERE day = @day ORDER BY at, id`,
    ),
    daysReturned: prepareRead<
      { readonly from: CivilDay; readonly to: CivilDay },
      { readonly ritualId: RitualId; readonly day: CivilDay }
    >(db, daysReturnedSql),
    allReturns: prepareRead<NoParameters, RitualReturn>(
      db,
      `SELECT ${returnColumns} FROM ritual_returns ORDER BY at, id`,
    ),
  };
}

export function prepareRitualWrites(db: WritableDb) {
  type Id = { readonly id: RitualId };
  type ReturnCells = { readonly [Cell in keyof RitualReturn]: RitualReturn[Cell] };
  return {
    rename: prepareWrite<Id & { readonly name: string; readonly now: number }>(
      db,
      'UPDATE rituals SET name = @name, updated_at = @now WHERE id = @id',
    ),
    addLast: prepareWrite<Id & { readonly name: string; readonly now: number }>(
      db,
      `INSERT INTO rituals (id, name, place, put_away_at, created_at, updated_at)
       VALUES (@id, @name, (SELECT coalesce(max(place) + 1, 0) FROM rituals), NULL, @now, @now)`,
    ),
    insert: prepareWrite<{ readonly [Cell in keyof Ritual]: Ritual[Cell] }>(
      db,
      `INSERT INTO rituals (id, name, place, put_away_at, created_at, updated_at)
       VALUES (@id, @name, @place, @putAwayAt, @createdAt, @updatedAt) ON CONFLICT (id) DO NOTHING`,
    ),
    setPlace: prepareWrite<Id & { readonly place: number }>(
      db,
      'UPDATE rituals SET place = @place WHERE id = @id AND place <> @place',
    ),
    setPutAway: prepareWrite<Id & { readonly putAwayAt: number | null; readonly now: number }>(
      db,
      'UPDATE rituals SET put_away_at = @putAwayAt, updated_at = @now WHERE id = @id',
    ),
    remove: prepareWrite<Id>(db, 'DELETE FROM rituals WHERE id = @id'),
    removeReturnsOf: prepareWrite<Id>(db, 'DELETE FROM ritual_returns WHERE ritual_id = @id'),
    insertReturn: prepareWrite<ReturnCells>(
      db,
      `INSERT INTO ritual_returns (id, ritual_id, at, zone, offset_minutes, day)
       VALUES (@id, @ritualId, @at, @zone, @offsetMinutes, @day) ON CONFLICT (id) DO NOTHING`,
    ),
    removeReturn: prepareWrite<{ readonly id: RitualReturnId }>(
      db,
      'DELETE FROM ritual_returns WHERE id = @id',
    ),
  };
}
