import { z } from 'zod';
import { ok } from '../../../shared/result';
import { prepareColumn, prepareRead, prepareWrite, type WritableDb } from '../database/handles';
import { isBroken, withStorageFailures } from '../database/storageFailure';
import { outsideTheCount } from '../database/transaction';
import { textToDocument } from '../entries/storedDocument';
import { documentToIndexedTexts, prepareSearchIndex, type IndexedTexts } from './searchIndex';

/** Code units of stored text a step reads: ten milliseconds or so. A longer entry is a step of its own. */
const textAStep = 40_000;

/**
 * Indexing a long entry takes several times as long as writing it, so whoever saves doesn't wait for it: the save notes, in its
 * own transaction, that the index is behind with that entry. The note outlives a crash; an entry noted many times is indexed once.
 */
export interface LateIndex {
  /** The entry of this row is in the journal, and found by other words from now on. Inside a transaction that is open. */
  readonly note: (row: number) => void;
  /** At once, for many new entries after each other. Inside a transaction that is open. */
  readonly put: (row: number, texts: IndexedTexts) => void;
  /** It is not found any more, at once: what is deleted must not leave its words. Inside a transaction that is open. */
  readonly remove: (row: number) => void;
  /** Indexes some of the entries the index is behind with; `done` when there are none. Throws what the disk throws. */
  readonly step: () => 'more' | 'done';
  /** Answers from an index that is behind with nothing. */
  readonly whenComplete: <Value>(read: () => Value) => Value;
}

type Row = { readonly row: number };
interface StoredTexts {
  readonly document: string;
  readonly givenTitle: string | null;
}

export function createLateIndex(db: WritableDb): LateIndex {
  const index = prepareSearchIndex(db);
  const note = prepareWrite<Row>(
    db,
    'INSERT INTO entries_to_index (entry_row) VALUES (@row) ON CONFLICT (entry_row) DO NOTHING',
  );
  const forget = prepareWrite<Row>(db, 'DELETE FROM entries_to_index WHERE entry_row = @row');
  const noted = prepareColumn<Readonly<Record<string, never>>, number>(
    db,
    'SELECT entry_row FROM entries_to_index ORDER BY entry_row',
  );
  const texts = prepareRead<Row, StoredTexts>(
    db,
    'SELECT document, given_title AS givenTitle FROM entries WHERE entry_row = @row',
  );

  /** One that can't be read stays noted; what is wrong with it, verifying tells. */
  const indexRow = (row: number): number => {
    const read = unlessUnreadable(() => {
      const stored = texts.get({ row });
      return (
        stored && { ...documentToIndexedTexts(textToDocument(stored.document), stored.givenTitle), stored }
      );
    });
    if (read === undefined) return 0;
    const { stored, ...words } = read;
    index.put(row, words);
    forget.run({ row });
    return stored.document.length;
  };

  /** Answers whether entries are left that may be indexed. */
  const indexRows = (rows: readonly number[], most: number): boolean => {
    let length = 0;
    for (const row of rows) {
      if (length >= most) return true;
      length += indexRow(row);
    }
    return false;
  };

  const indexAll = (rows: readonly number[]): null => {
    indexRows(rows, Number.POSITIVE_INFINITY);
    return null;
  };

  return {
    note: (row) => {
      note.run({ row });
    },
    put: index.put,
    remove: (row) => {
      forget.run({ row });
      index.remove(row);
    },
    step: () => {
      const rows = noted.all({});
      if (rows.length === 0) return 'done';
      return outsideTheCount(db, 'keep', () => indexRows(rows, textAStep)) ? 'more' : 'done';
    },
    whenComplete: (read) => {
      const rows = noted.all({});
      if (rows.length === 0) return read();
      const kept = withStorageFailures(() => ok(outsideTheCount(db, 'keep', () => indexAll(rows))));
      if (kept.ok) return read();
      // A full disk: what is not kept takes no room there, and is found all the same.
      return outsideTheCount(db, 'takeBack', () => {
        indexAll(rows);
        return read();
      });
    },
  };
}

/** Undefined when a record is not what its schema says, or lies on a broken page. */
function unlessUnreadable<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError || isBroken(error)) return undefined;
    throw error;
  }
}
