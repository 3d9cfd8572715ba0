import { ok } from '../../../shared/result';
import { prepareColumn, prepareRead, type WritableDb } from '../database/handles';
import { transaction } from '../database/transaction';
import { textToDocument } from '../entries/storedDocument';
import { documentToIndexedTexts, prepareSearchIndex } from './searchIndex';

type NoParameters = Readonly<Record<string, never>>;

/** A journal from before the index of beginnings has none; its entries are indexed once, all of them anew. */
export function completeIndex(db: WritableDb): void {
  const isMissing = prepareColumn<NoParameters, 0 | 1>(
    db,
    `SELECT EXISTS (SELECT 1 FROM entries WHERE binned_at IS NULL)
       AND NOT EXISTS (SELECT 1 FROM entry_beginnings_docsize)`,
  );
  if (isMissing.get({}) !== 1) return;
  const rows = prepareColumn<NoParameters, number>(
    db,
    'SELECT entry_row FROM entries WHERE binned_at IS NULL',
  );
  const text = prepareRead<
    { readonly row: number },
    { readonly document: string; readonly givenTitle: string | null }
  >(db, 'SELECT document, given_title AS givenTitle FROM entries WHERE entry_row = @row');
  const index = prepareSearchIndex(db);
  transaction(db, () => {
    for (const row of rows.all({})) {
      const found = text.get({ row });
      if (found === undefined) continue;
      index.put(row, documentToIndexedTexts(textToDocument(found.document), found.givenTitle), null);
    }
    return ok(null);
  });
}
