/** Character classes of CommonMark 0.31, section 2.1; the edges of a block count as white space. */
export type CharacterClass = 'space' | 'punctuation' | 'other';

export function characterClass(character: string | undefined): CharacterClass {
  if (character === undefined || /[\s\u0085]/u.test(character)) return 'space';
  return /[\p{P}\p{S}]/u.test(character) ? 'punctuation' : 'other';
}

/** The whole code point before `index`; a half of a surrogate pair has no class of its own. */
export function characterBefore(text: string, index: number): string | undefined {
  if (index <= 0) return undefined;
  const low = text.charCodeAt(index - 1);
  const start = low >= 0xdc00 && low <= 0xdfff && index >= 2 ? index - 2 : index - 1;
  return String.fromCodePoint(text.codePointAt(start) ?? 0);
}

export function characterAt(text: string, index: number): string | undefined {
  const code = text.codePointAt(index);
  return code === undefined ? undefined : String.fromCodePoint(code);
}
