import nspell from 'nspell';
import { findWords, type FoundWord } from './findWords';
import { wordDistance } from './wordDistance';

/** The text of a Hunspell dictionary, and words by how often they are used, for the order of suggestions. */
export interface DictionaryText {
  readonly affix: string;
  readonly words: string;
  readonly commonWords: readonly string[];
}

export interface SpellChecker {
  /** The words of `text` that are in no dictionary; none when so many of them are that it seems to be another language. */
  readonly findMisspelled: (text: string) => readonly FoundWord[];
  /** At most five, likeliest first. */
  readonly suggest: (word: string) => readonly string[];
  readonly setOwnWords: (words: readonly string[]) => void;
}

/** What people do here and the dictionaries have never heard of. */
const wordsOfTheHouse = [
  'journaling journaled journaler journalers journalling journalled',
  'fartlek parkrun parkruns unwell mindfulness screenshot screenshots smartphone smartphones podcast podcasts',
  'selfie selfies emoji emojis wifi barista baristas cappuccino okay yay haha hmm ugh aww meh phew',
  "'tis 'twas 'em 'til 'cause",
]
  .join(' ')
  .split(' ');

const mostSuggestions = 5;
/** Below this a paragraph is too short to tell a language from a bad day. */
const leastWordsOfALanguage = 8;

const plain = (word: string): string => word.normalize('NFC').replace(/[’ʼ]/g, "'");
const withoutAccents = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export function createSpellChecker({ affix, words, commonWords }: DictionaryText): SpellChecker {
  const dictionary = nspell(affix, words);
  const rank = new Map(commonWords.map((word, index) => [word, index]));
  const house = new Set(wordsOfTheHouse);
  let own: ReadonlySet<string> = new Set();
  let known = new Map<string, boolean>();

  const isOwn = (word: string): boolean => {
    const bare = word.replace(/'s$/, '');
    return [word, bare, word.toLowerCase(), bare.toLowerCase()].some((form) => own.has(form));
  };

  const isInDictionary = (word: string): boolean =>
    dictionary.correct(word) || house.has(word.toLowerCase().replace(/'s$/, ''));

  /** The dictionary takes "It" for right as well as "it", and suggests either. */
  const isExactly = (word: string): boolean => own.has(word) || dictionary.correct(word);

  function isRight(found: string): boolean {
    const word = plain(found);
    const before = known.get(word);
    if (before !== undefined) return before;
    const bare = withoutAccents(word);
    const right = isInDictionary(word) || isOwn(word) || (bare !== word && isInDictionary(bare));
    known.set(word, right);
    return right;
  }

  /** The apostrophe of "'tis" and of "runnin'" stands outside what was found: most of the time it is a quotation mark. */
  function isRightInPlace(text: string, { word, from, to }: FoundWord): boolean {
    if (isRight(word)) return true;
    const isApostrophe = (at: number): boolean => /['’ʼ]/.test(text.charAt(at));
    return (
      (isApostrophe(from - 1) && isInDictionary(`'${plain(word)}`)) ||
      (isApostrophe(to) && word.endsWith('in') && isInDictionary(`${plain(word)}g`))
    );
  }

  /** "alot" is "a lot". Only words that are used often: nearly everything is two rare ones. */
  function splits(word: string): readonly string[] {
    const often = 2000;
    const isOften = (part: string): boolean =>
      'ai'.includes(part) || (part.length > 1 && (rank.get(part) ?? often) < often && isInDictionary(part));
    return Array.from({ length: Math.max(0, word.length - 1) }, (_, index) => index + 1)
      .filter((at) => isOften(word.slice(0, at)) && isOften(word.slice(at)))
      .map((at) => `${word.slice(0, at)} ${word.slice(at)}`);
  }

  const withApostrophe = (word: string): readonly string[] =>
    Array.from({ length: Math.max(0, word.length - 1) }, (_, index) => index + 1)
      .map((at) => `${word.slice(0, at)}'${word.slice(at)}`)
      .flatMap((form) => [form, capitalised(form)])
      .filter((form) => dictionary.correct(form));

  /** Further away than the dictionary looks, among the words that are used often: "maintainance", "tounge". */
  const nearCommon = (word: string): readonly string[] =>
    commonWords.filter(
      (one) =>
        one.startsWith(word.charAt(0)) &&
        Math.abs(one.length - word.length) <= 2 &&
        wordDistance(word, one) <= Math.min(2, word.length / 3) &&
        isInDictionary(one),
    );

  const nearOwn = (word: string): readonly string[] =>
    [...own].filter(
      (one) =>
        Math.abs(one.length - word.length) <= 2 &&
        wordDistance(word.toLowerCase(), one.toLowerCase()) <= Math.min(2, word.length / 3),
    );

  /** Lower is likelier: the slips it takes, a first letter that differs, and how rarely the word is used. */
  function unlikelihood(typed: string, candidate: string): number {
    const meant = candidate.toLowerCase();
    const parts = meant.split(' ');
    const rarest = Math.max(...parts.map((part) => rank.get(part) ?? (part.includes("'") ? 300 : 100_000)));
    const first = typed.charAt(0) === withoutAccents(meant).charAt(0) ? 0 : 0.6;
    return wordDistance(typed, meant) + first + Math.log10(rarest + 30) * 0.3 + (parts.length - 1) * 0.3;
  }

  return {
    findMisspelled: (text) => {
      const all = findWords(text);
      const wrong = all.filter((found) => !isRightInPlace(text, found));
      const isOtherLanguage = all.length >= leastWordsOfALanguage && wrong.length * 5 >= all.length * 2;
      return isOtherLanguage ? [] : wrong;
    },
    suggest: (found) => {
      const word = plain(found);
      const typed = word.toLowerCase();
      const candidates = new Set([
        ...dictionary.suggest(word),
        ...splits(typed),
        ...withApostrophe(word),
        ...nearCommon(typed),
        ...nearOwn(word),
      ]);
      const isCapitalised = word.charAt(0) !== typed.charAt(0);
      const withCaseOf = (candidate: string): string => {
        if (isCapitalised) return capitalised(candidate);
        return isExactly(candidate.toLowerCase()) ? candidate.toLowerCase() : candidate;
      };
      const ordered = [...candidates]
        .map((candidate) => ({ candidate, cost: unlikelihood(typed, candidate) }))
        .toSorted((left, right) => left.cost - right.cost)
        .map(({ candidate }) => withCaseOf(candidate));
      const curly = /[’ʼ]/.test(found);
      return [...new Set(ordered)]
        .slice(0, mostSuggestions)
        .map((word) => (curly ? word.replaceAll("'", '’') : word));
    },
    setOwnWords: (list) => {
      own = new Set(list.map(plain));
      known = new Map();
    },
  };
}
