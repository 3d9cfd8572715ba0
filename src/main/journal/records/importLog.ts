import { prepareRead, prepareWrite, type WritableDb } from '../database/handles';

type NoParameters = Readonly<Record<string, never>>;
export type ImportRow = {
  readonly id: string;
  readonly at: number;
  readonly source: string;
  readonly counts: string;
  readonly takenBackAt: number | null;
};
export type ChangeRow = {
  readonly place: number;
  readonly recordTable: string;
  readonly recordKey: string;
  readonly before: string | null;
  readonly afterHash: string;
};

/** What is remembered of imports. */
export function prepareImportLog(db: WritableDb) {
  return {
    list: prepareRead<NoParameters, ImportRow>(
      db,
      'SELECT id, at, source, counts, taken_back_at AS takenBackAt FROM imports ORDER BY at DESC, id DESC',
    ),
    addImport: prepareWrite<Omit<ImportRow, 'takenBackAt'>>(
      db,
      'INSERT INTO imports (id, at, source, counts) VALUES (@id, @at, @source, @counts)',
    ),
    setCounts: prepareWrite<{ readonly id: string; readonly counts: string }>(
      db,
      'UPDATE imports SET counts = @counts WHERE id = @id',
    ),
    noteTakenBack: prepareWrite<{ readonly id: string; readonly now: number }>(
      db,
      'UPDATE imports SET taken_back_at = @now WHERE id = @id AND taken_back_at IS NULL',
    ),
    addChange: prepareWrite<ChangeRow & { readonly importId: string }>(
      db,
      `INSERT INTO import_changes (import_id, place, record_table, record_key, before, after_hash)
     VALUES (@importId, @place, @recordTable, @recordKey, @before, @afterHash)`,
    ),
    forgetChanges: prepareWrite<{ readonly id: string }>(
      db,
      'DELETE FROM import_changes WHERE import_id = @id',
    ),
    changesOf: prepareRead<{ readonly id: string }, ChangeRow>(
      db,
      `SELECT place, record_table AS recordTable, record_key AS recordKey, before, after_hash AS afterHash
     FROM import_changes WHERE import_id = @id ORDER BY place DESC`,
    ),
  };
}
