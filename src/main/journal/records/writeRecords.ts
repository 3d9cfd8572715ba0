import { documentToPromptIds } from '../../../shared/document/plainText';
import { journalDocumentSchema, type JournalDocument } from '../../../shared/document/schema';
import { foldTag } from '../../../shared/search/foldTag';
import { tagNameSchema } from '../../../shared/domain/entry';
import type { JsonValue } from '../../vault/canonicalJson';
import { prepareColumn, prepareWrite, type Parameters, type WritableDb } from '../database/handles';
import { deriveFromDocument } from '../entries/deriveFromDocument';
import { prepareEntryWrites } from '../entries/entryQueries';
import type { Images } from '../images/images';
import { quoted } from '../integrity/protectedTables';
import type { LateIndex } from '../search/lateIndex';
import { columnsOf, jsonToText, keyOf, type JournalRecord } from './readRecords';
import { oncePerTable } from './oncePerTable';
import type { RecordTable } from './recordTables';

/** Writes what `readRecords.ts` reads, exactly. Inside a transaction that is open; a record that breaks a rule of its table throws. */
export interface RecordWriter {
  readonly insert: (table: RecordTable, record: JournalRecord) => void;
  /** Everything but the key. */
  readonly replace: (table: RecordTable, record: JournalRecord) => void;
  /** With what belongs to it. */
  readonly remove: (table: RecordTable, record: JournalRecord) => void;
}

/** A record that can't be what it says: its document is none, or the entry it belongs to is not there. */
export class RecordRefused extends Error {}

interface Surroundings {
  readonly images: Pick<Images, 'linkEntry' | 'linkVersion'>;
  readonly index: Pick<LateIndex, 'note' | 'remove'>;
}

export function createRecordWriter(db: WritableDb, { images, index }: Surroundings): RecordWriter {
  const of = oncePerTable((table) => prepareTable(db, table));
  const entryWrites = prepareEntryWrites(db);
  const entryRow = prepareColumn<{ readonly id: string }, number>(
    db,
    'SELECT entry_row FROM entries WHERE id = @id',
  );
  const tagRow = prepareColumn<{ readonly folded: string }, number>(
    db,
    'SELECT tag_row FROM tags WHERE folded = @folded',
  );
  const addTag = prepareWrite<{ readonly name: string; readonly folded: string }>(
    db,
    'INSERT INTO tags (name, folded) VALUES (@name, @folded) ON CONFLICT (folded) DO NOTHING',
  );

  const rowOfEntry = (id: JsonValue | undefined): number => {
    const row = typeof id === 'string' ? entryRow.get({ id }) : undefined;
    if (row === undefined) throw new RecordRefused('its entry is not there');
    return row;
  };

  const rowOfTag = (name: JsonValue | undefined): number => {
    const tag = tagNameSchema.safeParse(name);
    if (!tag.success) throw new RecordRefused('its tag is none');
    const folded = foldTag(tag.data);
    addTag.run({ name: tag.data, folded });
    const row = tagRow.get({ folded });
    if (row === undefined) throw new RecordRefused('its tag is none');
    return row;
  };

  /** Numbers of this journal in the place of names, and what is made from the document. */
  const numbersOf = (table: RecordTable, record: JournalRecord): Parameters => ({
    ...('entry' in record && table.key.includes('entry') ? { entry_row: rowOfEntry(record['entry']) } : {}),
    ...('tag' in record ? { tag_row: rowOfTag(record['tag']) } : {}),
  });

  const cellsOf = (table: RecordTable, record: JournalRecord): Parameters => {
    const columns = of(table).columns.map(
      (column) => [column, toCell(table, column, record[column])] as const,
    );
    return { ...Object.fromEntries(columns), ...numbersOf(table, record), ...derivedOf(table, record) };
  };

  /** What follows from the document of an entry or an earlier version. */
  const follow = (table: RecordTable, record: JournalRecord): void => {
    if (table.name === 'entries') {
      const row = rowOfEntry(record['id']);
      const document = documentOf(record);
      entryWrites.forgetPrompts.run({ row });
      for (const [place, promptId] of documentToPromptIds(document).entries())
        entryWrites.addPrompt.run({ row, promptId, place });
      images.linkEntry(row, document);
      if (record['binned_at'] === null) index.note(row);
      else index.remove(row);
    }
    if (table.name === 'entry_versions')
      images.linkVersion(
        rowOfEntry(record['entry']),
        Number(record['revision']),
        jsonToText(record['document'] ?? ''),
      );
  };

  return {
    insert: (table, record) => {
      of(table).insert.run(cellsOf(table, record));
      follow(table, record);
    },
    replace: (table, record) => {
      of(table).update.run(cellsOf(table, record));
      follow(table, record);
    },
    remove: (table, record) => {
      if (table.name === 'entries') index.remove(rowOfEntry(record['id']));
      of(table).remove.run({ ...keyOf(table, record), ...numbersOf(table, record) });
    },
  };
}

function documentOf(record: JournalRecord): JournalDocument {
  const document = journalDocumentSchema.safeParse(record['document']);
  if (!document.success) throw new RecordRefused('its text is not a document');
  return document.data;
}

function derivedOf({ name }: RecordTable, record: JournalRecord): Parameters {
  if (name !== 'entries' && name !== 'entry_versions') return {};
  const givenTitle = typeof record['given_title'] === 'string' ? record['given_title'] : null;
  const { title, excerpt, wordCount } = deriveFromDocument(documentOf(record), givenTitle);
  return name === 'entries' ? { title, excerpt, word_count: wordCount } : { word_count: wordCount };
}

function toCell(
  { json = [] }: RecordTable,
  column: string,
  value: JsonValue | undefined,
): string | number | null {
  if (value === undefined || value === null) return null;
  if (json.includes(column)) return jsonToText(value);
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new RecordRefused(`${column} is neither a text nor a number`);
}

const numberColumns: Readonly<Record<string, string>> = { entry: 'entry_row', tag: 'tag_row' };
const derivedColumns: Readonly<Record<string, readonly string[]>> = {
  entries: ['title', 'excerpt', 'word_count'],
  entry_versions: ['word_count'],
};

function prepareTable(db: WritableDb, table: RecordTable) {
  const columns = columnsOf(db, table);
  const isOnly = table.without?.includes('only_row') === true;
  const written = [
    ...columns,
    ...table.key.flatMap((column) => numberColumns[column] ?? []),
    ...(derivedColumns[table.name] ?? []),
  ];
  const name = quoted(table.name);
  const keyColumns = table.key.map((column) => numberColumns[column] ?? column);
  const where = isOnly
    ? 'only_row = 1'
    : keyColumns.map((column) => `${quoted(column)} IS @${column}`).join(' AND ');
  const others = written.filter((column) => !keyColumns.includes(column));
  const names = isOnly ? ['only_row', ...written] : written;
  const values = isOnly
    ? ['1', ...written.map((column) => `@${column}`)]
    : written.map((column) => `@${column}`);
  return {
    columns,
    insert: prepareWrite<Parameters>(
      db,
      `INSERT INTO ${name} (${names.map(quoted).join(', ')}) VALUES (${values.join(', ')})`,
    ),
    // Of a table that is all key there is nothing to replace.
    update: prepareWrite<Parameters>(
      db,
      others.length === 0
        ? `DELETE FROM ${name} WHERE 0`
        : `UPDATE ${name} SET ${others.map((column) => `${quoted(column)} = @${column}`).join(', ')} WHERE ${where}`,
    ),
    remove: prepareWrite<Parameters>(db, `DELETE FROM ${name} WHERE ${where}`),
  };
}
