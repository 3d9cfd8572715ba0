import { foldForFinding } from './foldForFinding';

/** What is looked for. */
export interface Sought {
  readonly words: string;
  readonly letters: 'folded' | 'kept';
  readonly extent: 'anywhere' | 'wholeWords';
}

/** Offsets in UTF-16 code units, `to` excluded. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

const startsWithLetter = /^[\p{L}\p{M}\p{N}_]/u;
const endsWithLetter = /[\p{L}\p{M}\p{N}_]$/u;

/** True where a word goes on across `at`. Two code units are enough for any letter. */
const isInsideWord = (text: string, at: number): boolean =>
  endsWithLetter.test(text.slice(Math.max(0, at - 2), at)) && startsWithLetter.test(text.slice(at, at + 2));

/** Every place of `text` that says what is sought, from left to right, none over another. Accents never matter. */
export function findMatches(text: string, { words, letters, extent }: Sought): readonly Match[] {
  const needle = foldForFinding(words, letters).text;
  if (needle === '') return [];
  const folded = foldForFinding(text, letters);
  const matches: Match[] = [];
  let at = folded.text.indexOf(needle);
  while (at !== -1) {
    const end = at + needle.length;
    const from = folded.places[at] ?? 0;
    const to = folded.places[end] ?? text.length;
    // "ß" is found whole or not at all: half of what it was folded to is no place in the text.
    const isWhole = folded.places[at - 1] !== from && folded.places[end - 1] !== to;
    const fits = extent === 'anywhere' || (!isInsideWord(text, from) && !isInsideWord(text, to));
    if (isWhole && fits) {
      matches.push({ from, to });
      at = folded.text.indexOf(needle, end);
    } else at = folded.text.indexOf(needle, at + 1);
  }
  return matches;
}
