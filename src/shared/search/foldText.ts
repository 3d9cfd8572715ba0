/** Letters with a stroke or joined letters, which no normalisation form takes apart (Unicode has no decomposition for them). */
const foldedLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŀ: 'l',
  ŧ: 't',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ŋ: 'ng',
};
const foldedLetter = new RegExp(`[${Object.keys(foldedLetters).join('')}]`, 'gu');

/**
 * A word as search sees it: compatibility forms resolved, accents and case gone, ø as o. Used on the way into the
 * index and on what is looked for, so that both sides meet. Marks that are vowels (Hindi, Thai) stay.
 */
export const foldText = (text: string): string =>
  isAscii(text) ? text.toLowerCase() : foldBeyondAscii(text);

export const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

const foldBeyondAscii = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g, '')
    .toLowerCase()
    // Lower case may bring a mark back: capital I with a dot becomes i and a dot.
    .replace(/\u0307/g, '')
    .replace(foldedLetter, (letter) => foldedLetters[letter] ?? letter)
    // Put back together what is one letter with its remaining mark: kana with voicing, Hangul.
    .normalize('NFC');

/** A letter or digit and what follows it. */
const runPattern = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{M}\p{Co}]*/gu;

/**
 * Chinese and Japanese are written without spaces, and Korean sets its particles against the word: every sign or syllable is a
 * word there, and several in a row a phrase. A syllable may come taken apart into its letters.
 */
const wordPattern =
  /\p{Script=Hangul}[\u1160-\u11ff]*|(?=[\p{L}\p{N}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{Co}](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{N}\p{M}\p{Co}])*/gu;

/** The first signs of those scripts; a run without them is one word. Looking at every character's script takes long. */
export const isOneWord = (run: string): boolean => /^[\0-\u10ff\u1200-\u2e7f]*$/.test(run);

/** A word of one sign, in a script that needs no blank before it. */
export const isSign = (word: string): boolean => !isOneWord(word) && [...word].length === 1;

export interface FoundWord {
  readonly folded: string;
  /** Place in the text it came from, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

const foldedSigns = new Map<string, string>();

/** There are a few thousand signs, and each is met again and again. */
function foldSign(word: string): string {
  if (word.length > 1) return foldText(word);
  const known = foldedSigns.get(word);
  if (known !== undefined) return known;
  const folded = foldText(word);
  foldedSigns.set(word, folded);
  return folded;
}

/** The words of a text, in order and one at a time: who needs only the first doesn't pay for the rest. */
export function* wordsOf(text: string): Generator<FoundWord> {
  for (const { 0: run, index: start } of text.matchAll(runPattern)) {
    if (isOneWord(run)) {
      yield { folded: foldText(run), start, end: start + run.length };
      continue;
    }
    for (const { 0: word, index } of run.matchAll(wordPattern)) {
      yield { folded: foldSign(word), start: start + index, end: start + index + word.length };
    }
  }
}

/** A text as the index takes it: its words and nothing that could stick to one. */
export const textToIndex = (text: string): string =>
  (foldText(text).match(runPattern) ?? [])
    .map((run) => (isOneWord(run) ? run : (run.match(wordPattern)?.join(' ') ?? '')))
    .join(' ');
