import type { SearchHit } from '../../../shared/domain/entry';
import { findTerms, type Span } from '../../../shared/search/findTerms';
import { foldText, isAscii, isOneWord, isSign } from '../../../shared/search/foldText';
import type { ParsedSearch } from '../../../shared/search/parseSearch';

type Snippet = SearchHit['snippet'];

/** Code units a snippet shows, about, and how much of that stands before the first match. */
const snippetLength = 200;
const lengthBefore = 60;

/** The place of the first match with the matches around it marked; null when no term is in the text. */
export type SnippetMaker = (text: string) => Snippet | null;

/** One for a whole list of texts. */
export function createSnippets({ wanted }: ParsedSearch): SnippetMaker {
  if (wanted.length === 0) return () => null;
  const firstWords = [...new Set(wanted.map(({ words: [first] }) => first))];
  const areSigns = firstWords.every(isSign);
  return (text) => {
    const from = firstPossibleMatch(text, firstWords, areSigns ? 'signs' : 'words');
    if (from === null) return null;
    const near = findTerms(text, wanted, { from, after: snippetLength });
    const spans =
      near.length > 0 || from === 0 ? near : findTerms(text, wanted, { from: 0, after: snippetLength });
    const [first] = spans;
    return first === undefined ? null : cutSnippet(text, first, spans);
  };
}

/**
 * Where to begin to look at every word: before the first place that could be a term's. Most texts are read to their middle
 * before the match comes, and looking for letters is much quicker than going from word to word.
 */
function firstPossibleMatch(
  text: string,
  firstWords: readonly string[],
  what: 'signs' | 'words',
): number | null {
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    const lower = line.toLowerCase();
    const places = firstWords.flatMap((word) => {
      const index = lower.indexOf(word);
      if (index === -1) return [];
      // A sign is a word wherever it stands; anything else begins after a blank at the earliest.
      return [isSign(word) ? index : lower.lastIndexOf(' ', index) + 1];
    });
    if (places.length > 0) return start + (lower.length === line.length ? Math.min(...places) : 0);
    const isPlain = what === 'signs' ? isOneWord(line) : isAscii(line);
    if (!isPlain && firstWords.some((word) => foldText(line).includes(word))) return start;
    start = end + 1;
  }
  return null;
}

function cutSnippet(text: string, first: Span, spans: readonly Span[]): Snippet {
  const from = startOfWord(text, Math.max(0, first.start - lengthBefore));
  const to = endOfWord(text, Math.min(text.length, Math.max(first.end, from + snippetLength)));
  const parts: { text: string; isMatch: boolean }[] = [];
  const add = (start: number, end: number, isMatch: boolean): void => {
    const part = text.slice(start, end).replace(/\s+/g, ' ');
    if (part.length > 0) parts.push({ text: part, isMatch });
  };
  let at = from;
  for (const { start, end } of spans) {
    if (end > to) break;
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, to, false);
  return withEllipses(parts, { isCutBefore: from > 0, isCutAfter: to < text.length });
}

/** The beginning of a text, for a match that can't be shown. */
export const snippetWithoutMatch = (text: string): Snippet => {
  const end = endOfWord(text, Math.min(text.length, snippetLength));
  const start = text.slice(0, end).replace(/\s+/g, ' ');
  if (start.length === 0) return [];
  return withEllipses([{ text: start, isMatch: false }], {
    isCutBefore: false,
    isCutAfter: end < text.length,
  });
};

/** The next start of a word at or after `index`, but not further than a long word away. */
function startOfWord(text: string, index: number): number {
  if (index === 0) return 0;
  const space = text.slice(index, index + 30).search(/\s/);
  return space === -1 ? afterSurrogate(text, index) : index + space + 1;
}

function endOfWord(text: string, index: number): number {
  if (index >= text.length) return text.length;
  const space = text.slice(index, index + 30).search(/\s/);
  return space === -1 ? afterSurrogate(text, index) : index + space;
}

/** Never between the two halves of one character. */
const afterSurrogate = (text: string, index: number): number =>
  /[\uDC00-\uDFFF]/.test(text.charAt(index)) ? index + 1 : index;

interface Cuts {
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

const withEllipses = (parts: Snippet, { isCutBefore, isCutAfter }: Cuts): Snippet => [
  ...(isCutBefore ? [{ text: '… ', isMatch: false }] : []),
  ...parts,
  ...(isCutAfter ? [{ text: ' …', isMatch: false }] : []),
];
