/** Letters that are one letter with something to it, though Unicode takes them for letters of their own. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŧ: 't',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
  '’': "'",
  ʼ: "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '\u00a0': ' ',
};

/** A text as it is compared, and where each of its code units stands in the text it was made of. */
export interface FoldedText {
  readonly text: string;
  /** One longer than `text`: the last is the length of the original. */
  readonly places: readonly number[];
}

/**
 * Without accents, with plain quotation marks, and in small letters unless case is `kept`. Offsets in UTF-16 code units. A
 * mark belongs to the letter before it, so that a stretch never ends between the two.
 */
export function foldForFinding(original: string, letters: 'folded' | 'kept' = 'folded'): FoldedText {
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const character of original) {
    const bare = character.normalize('NFD').replace(/\p{M}+/gu, '');
    // Small letters once more without marks: the small form of İ is two characters.
    const small = bare.toLowerCase().replace(/\p{M}+/gu, '');
    const plain = plainLetters[small] ?? small;
    const cased = plain === small ? bare : keepCase(bare, plain);
    const shown = letters === 'kept' ? cased : plain;
    text += shown;
    for (let unit = 0; unit < shown.length; unit += 1) places.push(at);
    at += character.length;
  }
  places.push(original.length);
  return { text, places };
}

const keepCase = (bare: string, plain: string): string =>
  bare === bare.toLowerCase() ? plain : plain.slice(0, 1).toUpperCase() + plain.slice(1);
