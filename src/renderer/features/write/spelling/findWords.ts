/** A word and where it stands: offsets in UTF-16 code units, `to` excluded. */
export interface FoundWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** Longer than any word, or any two with a dash between them: an address, a key, a cat on the keyboard. */
const longestStretch = 100;
const longestWord = 40;

const word = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu;

/** A stretch between spaces that is an address, a file, a path, a tag or a piece of a program. */
const notProse = [
  /:\/\//,
  /^\P{L}*(?:www\.|mailto:)/iu,
  /\S@\S+\.\S/,
  /^\P{L}*[@#]\p{L}/u,
  /[\\_<>{}=]/,
  /\p{L}\/.*\//u,
  /^[./~]+\//,
  /\p{L}\.(?:app|at|ca|ch|co|com|de|dev|edu|eu|fr|gov|ie|info|io|it|net|nl|nz|org|uk|us)(?![\p{L}\p{N}])/iu,
  /[\p{L}\p{N}]\.(?:csv|docx?|fit|gpx|html?|jpe?g|json|md|mp[34]|pdf|png|txt|xlsx?|zip)(?![\p{L}\p{N}])/iu,
] as const;

/** What stands before a hyphen without being a word: "co-worker", "mid-morning". */
const prefixes: ReadonlySet<string> = new Set(
  'anti auto bi co counter cyber de eco eu ex extra hyper inter intra kilo macro mega meta micro mid mini multi neo non para pre pro proto pseudo re semi socio sub super tele trans tri ultra un uni vice'.split(
    ' ',
  ),
);

/** Code between backticks is blanked out with as many spaces, so that every place stays where it is. */
const withoutCode = (text: string): string =>
  text.includes('`') ? text.replace(/`[^`\n]+`/g, (code) => ' '.repeat(code.length)) : text;

function isChecked(found: string): boolean {
  if (found.length < 2 || found.length > longestWord) return false;
  if (/\p{N}/u.test(found) || !/^[\p{Script=Latin}\p{M}'’ʼ]+$/u.test(found)) return false;
  // "NHS", "TVs", "GPS's"; "iPhone", "McAdam".
  if (/^\p{Lu}[\p{Lu}'’ʼ]+(?:['’ʼ]?s)?$/u.test(found)) return false;
  return !/\p{Ll}\p{Lu}/u.test(found);
}

/** The words of `text` that a dictionary can judge; each character is looked at a fixed number of times. */
export function findWords(text: string): readonly FoundWord[] {
  const found: FoundWord[] = [];
  for (const { 0: stretch, index: start } of withoutCode(text).matchAll(/\S+/g)) {
    if (stretch.length > longestStretch || notProse.some((pattern) => pattern.test(stretch))) continue;
    for (const { 0: one, index } of stretch.matchAll(word)) {
      const isPrefix = stretch[index + one.length] === '-' && prefixes.has(one.toLowerCase());
      if (isPrefix || !isChecked(one)) continue;
      found.push({ word: one, from: start + index, to: start + index + one.length });
    }
  }
  return found;
}
