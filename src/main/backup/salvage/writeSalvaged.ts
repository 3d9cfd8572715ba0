import { documentToImageIds } from '../../../shared/document/imageIds';
import { documentToPromptIds } from '../../../shared/document/plainText';
import type { Clock, RandomBytes } from '../../../shared/ports';
import type { WritableDb } from '../../journal/database/handles';
import { textToDocument } from '../../journal/entries/storedDocument';
import { quoted } from '../../journal/integrity/protectedTables';
import { documentToIndexedTexts, prepareSearchIndex } from '../../journal/search/searchIndex';
import { chooseRecords, type ChosenRecord, type Sources } from './chooseRecords';
import { unlessBroken, type Row } from './damagedDatabase';
import { isRefused } from '../../journal/database/isRefused';
import { isComplete, rowsOf } from './readContent';
import type { TableShape } from './readRows';
import { writeTags } from './writeTags';
import { isCheckInWhole, isSessionWhole, repairEntry, saneCount } from './repairRecords';

export interface SalvageCounts {
  readonly mayBeAltered: number;
  readonly fromBackup: number;
}

/** Tables with rules of their own; every other one is carried over by its primary key. */
const ruled = new Set([
  'entries',
  'entry_versions',
  'entry_prompts',
  'tags',
  'entry_tags',
  'movement_sessions',
  'check_ins',
  'key_file',
  // See salvageImages.ts; what shows them is read from the documents.
  'images',
  'image_bytes',
  'entry_images',
  'version_images',
]);

/** Fills a new, empty database of the present version, in one transaction. */
export function writeSalvaged(
  db: WritableDb,
  shapes: readonly TableShape[],
  sources: Sources,
  ports: { readonly clock: Clock; readonly randomBytes: RandomBytes },
): SalvageCounts {
  const put = createPut(db, shapes);
  const counts = { mayBeAltered: 0, fromBackup: 0 };
  const count = ({ from }: ChosenRecord): void => {
    if (from === 'unchecked') counts.mayBeAltered += 1;
    if (from === 'backup') counts.fromBackup += 1;
  };
  db.exec('BEGIN IMMEDIATE');
  try {
    writeEntries(db, put, sources, ports, count);
    const sessions = new Set<unknown>();
    for (const record of chooseRecords(sources, 'movement_sessions', 'updated_at')) {
      if (record.from === 'unchecked' && !isSessionWhole(record.row)) continue;
      if (!put('movement_sessions', record.row)) continue;
      sessions.add(record.row['id']);
      count(record);
    }
    for (const record of chooseRecords(sources, 'check_ins', 'updated_at')) {
      if (record.from === 'unchecked' && !isCheckInWhole(record.row)) continue;
      // How somebody felt outlives the walk it was noted with.
      const isOrphan = record.row['session_id'] !== null && !sessions.has(record.row['session_id']);
      const row = isOrphan ? { ...record.row, role: 'moment', session_id: null } : record.row;
      if (put('check_ins', row)) count(record);
    }
    for (const name of ownersFirst(db, shapes)) if (!ruled.has(name)) carryOver(put, name, sources);
    writeMeta(db, sources);
    db.exec('COMMIT');
    return counts;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** Tables whose rows belong to no other first: a row without its owner would be refused. */
function ownersFirst(db: WritableDb, shapes: readonly TableShape[]): readonly string[] {
  const owners = db.prepare<[string], number>('SELECT count(*) FROM pragma_foreign_key_list(?)').pluck();
  return shapes
    .map(({ name }) => ({ name, owners: owners.get(name) ?? 0 }))
    .toSorted((one, other) => one.owners - other.owners)
    .map(({ name }) => name);
}

/** Answers whether the row could be written; one that breaks a rule of its table, or is there already, is left out. */
export type Put = (table: string, row: Row) => boolean;

function createPut(db: WritableDb, shapes: readonly TableShape[]): Put {
  const columnsOf = new Map(shapes.map(({ name, columns }) => [name, columns]));
  return (table, row) => {
    const columns = (columnsOf.get(table) ?? []).filter((column) => row[column] !== undefined);
    if (columns.length === 0) return false;
    const insert = db.prepare<unknown[]>(
      `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    try {
      return insert.run(...columns.map((column) => row[column])).changes === 1;
    } catch (error) {
      if (isRefused(error)) return false;
      throw error;
    }
  };
}

function writeEntries(
  db: WritableDb,
  put: Put,
  sources: Sources,
  ports: { readonly clock: Clock; readonly randomBytes: RandomBytes },
  count: (record: ChosenRecord) => void,
): void {
  const rowsById = new Map<unknown, number>();
  const taken = new Set<unknown>();
  const searchIndex = prepareSearchIndex(db);
  let highest = Math.max(
    0,
    ...Object.values(sources).flatMap((content) =>
      rowsOf(content, 'entries').map((row) => saneCount(row['entry_row'])),
    ),
  );
  // What is sure first, so that it keeps its place.
  const chosen = chooseRecords(sources, 'entries', 'revision');
  for (const from of ['authentic', 'backup', 'unchecked'] as const) {
    for (const record of chosen.filter((one) => one.from === from)) {
      const row = from === 'unchecked' ? repairEntry(record.row, ports) : record.row;
      if (row === null) continue;
      const wanted = saneCount(row['entry_row']);
      const entryRow = wanted > 0 && !taken.has(wanted) ? wanted : (highest += 1);
      if (!put('entries', { ...row, entry_row: entryRow })) continue;
      taken.add(entryRow);
      rowsById.set(row['id'], entryRow);
      count(record);
      if (record.earlier !== null) putVersion(put, entryToVersion(record.earlier, entryRow));
      const document = unlessUnreadable(() => textToDocument(String(row['document'])));
      if (document === null) continue;
      for (const [place, promptId] of documentToPromptIds(document).entries()) {
        put('entry_prompts', { entry_row: entryRow, prompt_id: promptId, place });
      }
      for (const [place, imageId] of documentToImageIds(document).entries()) {
        put('entry_images', { entry_row: entryRow, image_id: imageId, place });
      }
      if (row['binned_at'] === null) {
        searchIndex.put(entryRow, documentToIndexedTexts(document, givenTitleOf(row)));
      }
    }
  }
  writeVersions(put, sources, rowsById);
  writeTags(put, sources, rowsById);
}

const givenTitleOf = (row: Row): string | null =>
  typeof row['given_title'] === 'string' ? row['given_title'] : null;

const entryToVersion = (row: Row, entryRow: number): Row => ({
  entry_row: entryRow,
  revision: row['revision'] ?? 1,
  saved_at: row['updated_at'] ?? 0,
  word_count: row['word_count'] ?? 0,
  document_version: row['document_version'] ?? 1,
  document: row['document'] ?? '',
});

function putVersion(put: Put, version: Row): void {
  if (!put('entry_versions', version)) return;
  const document = unlessUnreadable(() => textToDocument(String(version['document'])));
  if (document === null) return;
  for (const imageId of documentToImageIds(document)) {
    put('version_images', {
      entry_row: version['entry_row'] ?? null,
      revision: version['revision'] ?? null,
      image_id: imageId,
    });
  }
}

/** Earlier versions that passed their check, under the row their entry has now. */
function writeVersions(put: Put, sources: Sources, rowsById: ReadonlyMap<unknown, number>): void {
  for (const [content, names] of [
    [sources.authentic, [sources.authentic, sources.unchecked]],
    [sources.backup, [sources.backup]],
  ] as const) {
    const idByRow = new Map(
      names.flatMap((one) => rowsOf(one, 'entries').map((row) => [row['entry_row'], row['id']] as const)),
    );
    for (const version of rowsOf(content, 'entry_versions')) {
      const entryRow = rowsById.get(idByRow.get(version['entry_row'] ?? null));
      if (entryRow !== undefined) putVersion(put, { ...version, entry_row: entryRow });
    }
  }
}

/** Of what passed its check as it is; the rest fills gaps, and only where there are any. */
function carryOver(put: Put, name: string, { authentic, unchecked, backup }: Sources): void {
  for (const row of rowsOf(authentic, name)) put(name, row);
  if (isComplete(authentic, name)) return;
  for (const row of [...rowsOf(backup, name), ...rowsOf(unchecked, name)]) put(name, row);
}

/** The count goes on from the highest there was, so that no backup made later looks older than one made before. */
function writeMeta(db: WritableDb, { authentic, unchecked, backup }: Sources): void {
  const metas = [authentic.meta, backup.meta, unchecked.meta].filter((meta) => meta !== null);
  const seq = 1 + Math.max(0, ...metas.map((meta) => saneCount(meta['seq'])));
  const createdAt = metas.map((meta) => meta['created_at']).find((at) => typeof at === 'number');
  db.prepare<[number, number | null]>('UPDATE meta SET seq = ?, created_at = coalesce(?, created_at)').run(
    seq,
    createdAt ?? null,
  );
}

function unlessUnreadable<Value>(read: () => Value): Value | null {
  try {
    return unlessBroken(read) ?? null;
  } catch {
    return null;
  }
}
