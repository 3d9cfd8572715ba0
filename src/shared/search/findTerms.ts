import { wordsOf, type FoundWord } from './foldText';
import type { SearchTerm } from './parseSearch';

/** A text longer than this is looked through up to here. */
const furthestLook = 400_000;

/** A place in a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Look {
  /** A place where a word begins, or a blank. */
  readonly from: number;
  /** How far to look after the first match; what is further off is left out. */
  readonly after: number;
}

/** Where the terms are in a text, in order and without overlap. */
export function findTerms(
  text: string,
  wanted: readonly SearchTerm[],
  { from, after }: Look = { from: 0, after: Infinity },
): readonly Span[] {
  const longest = Math.max(...wanted.map(({ words }) => words.length));
  const spans: Span[] = [];
  const window: FoundWord[] = [];
  let coveredTo = -1;
  const take = (): void => {
    const [first] = window;
    if (first === undefined) return;
    let length = 0;
    for (const term of wanted) {
      if (term.words.length > length && startsWithTerm(window, term)) length = term.words.length;
    }
    const last = window[length - 1];
    if (last !== undefined && first.start >= coveredTo) {
      spans.push({ start: from + first.start, end: from + last.end });
      coveredTo = last.end;
    }
    window.shift();
  };
  for (const word of wordsOf(text.slice(from, from + furthestLook))) {
    window.push(word);
    if (window.length === longest) take();
    const [first] = spans;
    if (first !== undefined && from + word.start > first.end + after) return spans;
  }
  while (window.length > 0) take();
  return spans;
}

const startsWithTerm = (found: readonly FoundWord[], { words, isBeginning }: SearchTerm): boolean =>
  words.every((word, index) => {
    const folded = found[index]?.folded;
    if (folded === undefined) return false;
    return isBeginning && index === words.length - 1 ? folded.startsWith(word) : folded === word;
  });
