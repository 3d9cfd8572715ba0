import type { Span, SpanKind } from '../../../shared/domain/span';
import type { SpanId } from '../../../shared/id';
import type { CivilDay } from '../../../shared/time';
import {
  prepareColumn,
  prepareRead,
  prepareWrite,
  type ReadableDb,
  type WritableDb,
} from '../database/handles';

const columns = `id, kind, name, first_day AS firstDay, last_day AS lastDay, note,
  created_at AS createdAt, updated_at AS updatedAt`;

type NoParameters = Readonly<Record<string, never>>;
type Row = { readonly [Column in keyof Span]: Span[Column] };

export function prepareSpanReads(db: ReadableDb) {
  return {
    listed: prepareRead<NoParameters, Span>(
      db,
      `SELECT ${columns} FROM spans ORDER BY first_day DESC, id DESC`,
    ),
    all: prepareRead<NoParameters, Span>(db, `SELECT ${columns} FROM spans ORDER BY first_day, id`),
    byId: prepareRead<{ readonly id: SpanId }, Span>(db, `SELECT ${columns} FROM spans WHERE id = @id`),
    kindsOfDay: prepareColumn<{ readonly day: CivilDay }, SpanKind>(
      db,
      `SELECT DISTINCT kind FROM spans WHERE first_day <= @day AND (last_day IS NULL OR last_day >= @day)`,
    ),
  };
}

export function prepareSpanWrites(db: WritableDb) {
  return {
    insert: prepareWrite<Row>(
      db,
      `INSERT INTO spans (id, kind, name, first_day, last_day, note, created_at, updated_at)
       VALUES (@id, @kind, @name, @firstDay, @lastDay, @note, @createdAt, @updatedAt)`,
    ),
    update: prepareWrite<Omit<Row, 'createdAt'>>(
      db,
      `UPDATE spans SET kind = @kind, name = @name, first_day = @firstDay, last_day = @lastDay, note = @note,
         updated_at = @updatedAt
       WHERE id = @id`,
    ),
    remove: prepareWrite<{ readonly id: SpanId }>(db, 'DELETE FROM spans WHERE id = @id'),
  };
}
