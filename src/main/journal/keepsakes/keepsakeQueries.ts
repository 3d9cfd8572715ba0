import type { Keepsake, ListedKeepsake } from '../../../shared/domain/keepsake';
import type { EntryId, KeepsakeId } from '../../../shared/id';
import type { CivilDay } from '../../../shared/time';
import {
  prepareColumn,
  prepareRead,
  prepareWrite,
  type ReadableDb,
  type WritableDb,
} from '../database/handles';

const columns = `id, text, author, entry_id AS entryId, day, created_at AS createdAt, updated_at AS updatedAt,
  last_shown_on AS lastShownOn`;

const listedColumns = `${columns},
  CASE WHEN entry_id IS NULL THEN 'none'
    WHEN EXISTS (SELECT 1 FROM entries WHERE entries.id = entry_id AND binned_at IS NULL) THEN 'there'
    ELSE 'away' END AS entry`;

type NoParameters = Readonly<Record<string, never>>;

export function prepareKeepsakeReads(db: ReadableDb) {
  return {
    listed: prepareRead<NoParameters, ListedKeepsake>(
      db,
      `SELECT ${listedColumns} FROM keepsakes ORDER BY day DESC, id DESC`,
    ),
    listedById: prepareRead<{ readonly id: KeepsakeId }, ListedKeepsake>(
      db,
      `SELECT ${listedColumns} FROM keepsakes WHERE id = @id`,
    ),
    byId: prepareRead<{ readonly id: KeepsakeId }, Keepsake>(
      db,
      `SELECT ${columns} FROM keepsakes WHERE id = @id`,
    ),
    all: prepareRead<NoParameters, Keepsake>(db, `SELECT ${columns} FROM keepsakes ORDER BY created_at, id`),
    dayOfEntry: prepareColumn<{ readonly entryId: EntryId }, CivilDay>(
      db,
      'SELECT day FROM entries WHERE id = @entryId',
    ),
  };
}

export function prepareKeepsakeWrites(db: WritableDb) {
  return {
    insert: prepareWrite<{ readonly [Column in keyof Keepsake]: Keepsake[Column] }>(
      db,
      `INSERT INTO keepsakes (id, text, author, entry_id, day, created_at, updated_at, last_shown_on)
       VALUES (@id, @text, @author, @entryId, @day, @createdAt, @updatedAt, @lastShownOn)`,
    ),
    update: prepareWrite<
      Pick<Keepsake, 'id' | 'text' | 'author' | 'updatedAt'> &
        Readonly<Record<string, string | number | null>>
    >(db, 'UPDATE keepsakes SET text = @text, author = @author, updated_at = @updatedAt WHERE id = @id'),
    remove: prepareWrite<{ readonly id: KeepsakeId }>(db, 'DELETE FROM keepsakes WHERE id = @id'),
    noteShown: prepareWrite<{ readonly id: KeepsakeId; readonly day: CivilDay }>(
      db,
      'UPDATE keepsakes SET last_shown_on = @day WHERE id = @id AND last_shown_on IS NOT @day',
    ),
  };
}
