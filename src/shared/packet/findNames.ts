import { wordsOf } from '../search/foldText';
import type { Stretch } from './bars';

/** A name as it is looked for: its words, folded, in their order. */
export type Name = readonly string[];

/** Characters nobody sees, which would part a word in two. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;

/** Null for what holds no word. */
export function readName(text: string): Name | null {
  const words = [...wordsOf(text.replaceAll(unseen, ''))].map(({ folded }) => folded);
  return words.length === 0 ? null : words;
}

/**
 * Wherever a name stands as whole words, in whatever case and with or without accents. Between the words of a name may stand
 * anything that is no word: "Anna Maria" is found in "Anna-Maria" and across a line's end.
 */
export function findNames(text: string, names: readonly Name[]): readonly Stretch[] {
  if (names.length === 0) return [];
  const { seen, placeOf } = withoutUnseen(text);
  const words = [...wordsOf(seen)];
  const found: Stretch[] = [];
  for (const [index, word] of words.entries()) {
    for (const name of names) {
      if (!name.every((part, step) => words[index + step]?.folded === part)) continue;
      const last = words[index + name.length - 1] ?? word;
      found.push({ from: placeOf(word.start), to: placeOf(last.end - 1) + 1 });
    }
  }
  return found;
}

/** `placeOf`: where a character of what is seen stands in the text itself. */
function withoutUnseen(text: string): { readonly seen: string; readonly placeOf: (at: number) => number } {
  if (text.search(unseen) === -1) return { seen: text, placeOf: (at) => at };
  const places: number[] = [];
  let seen = '';
  let at = 0;
  for (const { 0: sign, index } of [...text.matchAll(unseen), { 0: '', index: text.length }]) {
    for (let place = at; place < index; place += 1) places.push(place);
    seen += text.slice(at, index);
    at = index + sign.length;
  }
  return { seen, placeOf: (shown) => places[shown] ?? text.length };
}
