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

const beginningsOf = new WeakMap<IndexedTexts, string>();

/** Each beginning of one to three letters once. */
function textsToBeginnings(texts: IndexedTexts): string {
  const known = beginningsOf.get(texts);
  if (known !== undefined) return known;
  const { own, asked } = texts;
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
  const beginnings = [...found].join(' ');
  beginningsOf.set(texts, beginnings);
  return beginnings;
}

/** The writing side of search: what an entry is found by. */
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
    /** `before`: what the same row is indexed with, if it is; who types seldom brings a new beginning. */
    put: (row: number, texts: IndexedTexts, before: IndexedTexts | null): void => {
      words.run({ row, ...texts });
      const found = textsToBeginnings(texts);
      if (before !== null && textsToBeginnings(before) === found) return;
      beginnings.run({ row, beginnings: found });
    },
    remove: (row: number): void => {
      forgetWords.run({ row });
      forgetBeginnings.run({ row });
    },
  };
}
