import type { SearchHit } from '../../../shared/domain/entry';
import { foldText, isAscii, wordsOf, type FoundWord } from './foldText';
import type { ParsedSearch, SearchTerm } from './parseSearch';

type Snippet = SearchHit['snippet'];

/** Code units a snippet shows, about, and how much of that stands before the first match. */
const snippetLength = 200;
const lengthBefore = 60;
/** A text longer than this is looked through up to here; the rest is found but not shown. */
const furthestLook = 400_000;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The place of the first match with the matches around it marked; null when no term is in the text. */
export type SnippetMaker = (text: string) => Snippet | null;

/** One for a whole list of texts. */
export function createSnippets({ wanted }: ParsedSearch): SnippetMaker {
  if (wanted.length === 0) return () => null;
  const longest = Math.max(...wanted.map(({ words }) => words.length));
  const firstWords = [...new Set(wanted.map(({ words: [first] }) => first))];
  return (text) => {
    const from = firstPossibleMatch(text, firstWords);
    if (from === null) return null;
    const spans = findSpans(text, from, wanted, longest);
    const [first] = spans;
    return first === undefined ? null : cutSnippet(text, first, spans);
  };
}

/**
 * Where to begin to look at every word: a blank or a line's start before the first line that could hold a term. Most texts are
 * read to their middle before the match comes, and folding a line at once is much quicker than word by word.
 */
function firstPossibleMatch(text: string, firstWords: readonly string[]): number | null {
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    const folded = foldText(line);
    const found = firstWords.map((word) => folded.indexOf(word)).filter((index) => index !== -1);
    if (found.length > 0) {
      // Only where folding kept every letter in its place does the place say something about the line itself.
      return folded.length === line.length && isAscii(line)
        ? start + line.lastIndexOf(' ', Math.min(...found)) + 1
        : start;
    }
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

function findSpans(
  text: string,
  from: number,
  wanted: readonly SearchTerm[],
  longest: number,
): readonly Span[] {
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
    if (first !== undefined && from + word.start > first.end + snippetLength) return spans;
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
