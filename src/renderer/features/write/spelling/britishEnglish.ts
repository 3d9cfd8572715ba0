import affix from 'dictionary-en-gb/index.aff?raw';
import words from 'dictionary-en-gb/index.dic?raw';

/** A chunk of its own, read only when it is the chosen one. */
export const britishEnglish = { affix, words };
