import type { Spelling } from './settings';

/** American English is written in few places, but by most; the rest of the English-speaking world spells as Britain does. */
const american = /^en(?:$|-(?:US|PH|PR|GU|AS|VI|MP|UM)\b|-Latn\b)/i;

/** For who has chosen nothing: by the first English among the system's languages, American English where there is none. */
export function systemSpelling(languages: readonly string[]): Spelling {
  const english = languages.find((language) => /^en\b/i.test(language));
  return english === undefined || american.test(english) ? 'en-US' : 'en-GB';
}
