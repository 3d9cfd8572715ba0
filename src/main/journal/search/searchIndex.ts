import { documentToOwnText } from '../../../shared/document/plainText';
import type { JournalDocument } from '../../../shared/document/schema';
import { prepareWrite, type WritableDb } from '../database/handles';
import { documentToAskedText } from '../entries/askedText';
import { textToIndex } from './foldText';

/** What is known of an entry's words when it is written. */
export type IndexedTexts = {
  readonly own: string;
  readonly asked: string;
};

export const documentToIndexedTexts = (document: JournalDocument): IndexedTexts => ({
  own: textToIndex(documentToOwnText(document)),
  asked: textToIndex(documentToAskedText(document)),
});

/** The first two letters of a word, or the only one. */
const beginningOf = (word: string): string => word.match(/^..?/su)?.[0] ?? '';

/** Each beginning once. Looked up instead of gathered from the thousands of words that share it. */
export function textsToBeginnings({ own, asked }: IndexedTexts): string {
  const found = new Set<string>();
  for (const text of [own, asked]) {
    for (const word of text.split(' ')) found.add(beginningOf(word));
  }
  return [...found].join(' ').trim();
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
    /** `before`: what the same row is indexed with, if it is; somebody who types seldom brings a new beginning. */
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
