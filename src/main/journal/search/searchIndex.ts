import { documentToOwnText } from '../../../shared/document/plainText';
import type { JournalDocument } from '../../../shared/document/schema';
import { longestBeginning } from '../../../shared/search/parseSearch';
import { prepareWrite, type WritableDb } from '../database/handles';
import { documentToAskedText } from '../entries/askedText';
import { textToIndex } from '../../../shared/search/foldText';

/** What is known of an entry's words when it is written. */
export type IndexedTexts = {
  readonly own: string;
  readonly asked: string;
};

/** A given title is among the person's own words; a first line is already. */
export const documentToIndexedTexts = (
  document: JournalDocument,
  givenTitle: string | null,
): IndexedTexts => ({
  own: textToIndex(`${givenTitle ?? ''}\n${documentToOwnText(document)}`),
  asked: textToIndex(documentToAskedText(document)),
});

/** Each beginning of one to three letters once. */
function textsToBeginnings({ own, asked }: IndexedTexts): string {
  const found = new Set<string>();
  for (const text of [own, asked]) {
    for (const word of new Set(text.split(' '))) {
      let end = 0;
      for (let letters = 0; letters < longestBeginning && end < word.length; letters += 1) {
        // A letter beyond the first plane is two units.
        end += (word.codePointAt(end) ?? 0) > 0xff_ff ? 2 : 1;
        found.add(word.slice(0, end));
      }
    }
  }
  return [...found].join(' ');
}

/** The writing side of search: what an entry is found by. `lateIndex.ts` alone uses it on an open journal. */
export function prepareSearchIndex(db: WritableDb) {
  type Row = { readonly row: number };
  const words = prepareWrite<Row & IndexedTexts>(
    db,
    'INSERT OR REPLACE INTO entries_fts (rowid, own, asked) VALUES (@row, @own, @asked)',
  );
  const beginnings = prepareWrite<Row & { readonly beginnings: string }>(
    db,
    'INSERT OR REPLACE INTO entry_beginnings (rowid, beginnings) VALUES (@row, @beginnings)',
  );
  const forgetWords = prepareWrite<Row>(db, 'DELETE FROM entries_fts WHERE rowid = @row');
  const forgetBeginnings = prepareWrite<Row>(db, 'DELETE FROM entry_beginnings WHERE rowid = @row');
  return {
    put: (row: number, texts: IndexedTexts): void => {
      words.run({ row, ...texts });
      beginnings.run({ row, beginnings: textsToBeginnings(texts) });
    },
    remove: (row: number): void => {
      forgetWords.run({ row });
      forgetBeginnings.run({ row });
    },
  };
}
