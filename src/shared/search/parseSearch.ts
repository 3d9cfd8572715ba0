import { foldText, wordsOf } from './foldText';

/** Words in a row; the last one may be the beginning of a longer word. */
export interface SearchTerm {
  readonly words: readonly [string, ...string[]];
  readonly isBeginning: boolean;
}

/** What a person typed, in terms. */
export interface ParsedSearch {
  readonly wanted: readonly SearchTerm[];
  readonly unwanted: readonly SearchTerm[];
}

const mostTerms = 32;
/** How long a beginning can be to be looked up instead of gathered from the thousands of words that share it. */
export const longestBeginning = 3;
/** A shorter beginning matches too much to mean anything. */
const shortestBeginning = 2;

const partPattern = /(?<exclusion>-)?(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/gu;

/**
 * What a person typed: words (a word finds its longer forms: "run" finds "running"), "words in a row" exactly as
 * they are, -word to leave out, word* for a beginning of any length.
 */
export function parseSearch(text: string): ParsedSearch {
  const wanted: SearchTerm[] = [];
  const unwanted: SearchTerm[] = [];
  for (const { groups } of text.matchAll(partPattern)) {
    const isExclusion = groups?.['exclusion'] !== undefined;
    const phrase = groups?.['phrase'];
    const word = groups?.['word'] ?? '';
    const [first, ...rest] = [...wordsOf(foldText(phrase ?? word))].map(({ folded }) => folded);
    if (first === undefined) continue;
    const last = rest.at(-1) ?? first;
    const isBeginning =
      phrase === undefined && (word.endsWith('*') || (!isExclusion && last.length >= shortestBeginning));
    (isExclusion ? unwanted : wanted).push({ words: [first, ...rest], isBeginning });
  }
  return { wanted: wanted.slice(0, mostTerms), unwanted: unwanted.slice(0, mostTerms) };
}

/** A query of the index of beginnings, for a term that asks for words with a beginning that has its place there; else null. */
export function termToBeginning({ words, isBeginning }: SearchTerm): string | null {
  const [word, ...others] = words;
  return isBeginning && others.length === 0 && [...word].length <= longestBeginning ? `"${word}"` : null;
}

/** FTS5 query. Words hold letters, digits and marks only, so nothing in them can end the quotes. */
export const allOf = (terms: readonly SearchTerm[]): string => terms.map(termToMatch).join(' AND ');
export const anyOf = (terms: readonly SearchTerm[]): string => terms.map(termToMatch).join(' OR ');

const termToMatch = ({ words, isBeginning }: SearchTerm): string =>
  `"${words.join(' ')}"${isBeginning ? '*' : ''}`;
