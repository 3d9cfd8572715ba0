import { foldText, wordsOf } from './foldText';

/** Words in a row; the last one may be the beginning of a longer word. */
export interface SearchTerm {
  readonly words: readonly [string, ...string[]];
  readonly isBeginning: boolean;
}

export interface Search {
  readonly wanted: readonly [SearchTerm, ...SearchTerm[]];
  readonly unwanted: readonly SearchTerm[];
}

const mostTerms = 32;
/** Shorter beginnings match too much to mean anything. */
const shortestBeginning = 3;

const partPattern = /(?<exclusion>-)?(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/gu;

/**
 * What a person typed: words (a word finds its longer forms: "run" finds "running"), "words in a row" exactly as
 * they are, -word to leave out, word* for a beginning of any length. Null when there is no word to look for.
 */
export function parseSearch(text: string): Search | null {
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
  const [first, ...others] = wanted.slice(0, mostTerms);
  return first === undefined ? null : { wanted: [first, ...others], unwanted: unwanted.slice(0, mostTerms) };
}

/** FTS5 query. Words hold letters, digits and marks only, so nothing in them can end the quotes. */
export function searchToMatch({ wanted, unwanted }: Search): string {
  const together = wanted.map(termToMatch).join(' AND ');
  return unwanted.length === 0 ? together : `(${together}) NOT (${unwanted.map(termToMatch).join(' OR ')})`;
}

const termToMatch = ({ words, isBeginning }: SearchTerm): string =>
  `"${words.join(' ')}"${isBeginning ? '*' : ''}`;
