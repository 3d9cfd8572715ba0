declare module 'nspell' {
  /** Of the package only what is used here. */
  interface Dictionary {
    readonly correct: (word: string) => boolean;
    readonly suggest: (word: string) => readonly string[];
  }
  export default function nspell(affix: string, words: string): Dictionary;
}

/** English words, the most frequent first. */
declare module '@zxcvbn-ts/language-en/dist/commonWords.json.mjs' {
  const commonWords: readonly string[];
  export default commonWords;
}
