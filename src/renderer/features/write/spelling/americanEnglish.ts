import affix from 'dictionary-en/index.aff?raw';
import words from 'dictionary-en/index.dic?raw';

/** A chunk of its own, read only when it is the chosen one. */
export const americanEnglish = { affix, words };
