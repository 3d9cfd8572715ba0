const vowels = 'aeiouy';

const isVowel = (letter: string): boolean => vowels.includes(letter);

/** What it costs to have left `letter` out, or in: little for an apostrophe or one of two equal letters. */
function gapCost(letter: string, before: string, after: string): number {
  if (letter === "'" || letter === ' ') return 0.3;
  return letter === before || letter === after ? 0.5 : 1;
}

/**
 * How far apart two words in small letters are in slips of a hand that knows the language: a letter too many, too few or
 * another one is 1; two neighbours the wrong way round, a doubled letter or one vowel for another is less.
 */
export function wordDistance(typed: string, meant: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: meant.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const letter = typed.charAt(row - 1);
    const next = [row];
    for (let column = 1; column <= meant.length; column += 1) {
      const other = meant.charAt(column - 1);
      const swap = letter === other ? 0 : isVowel(letter) && isVowel(other) ? 0.8 : 1;
      let cost = Math.min(
        (last[column - 1] ?? 0) + swap,
        (last[column] ?? 0) + gapCost(letter, typed.charAt(row - 2), typed.charAt(row)),
        (next[column - 1] ?? 0) + gapCost(other, meant.charAt(column - 2), meant.charAt(column)),
      );
      const isCrossed =
        row > 1 && column > 1 && letter === meant.charAt(column - 2) && other === typed.charAt(row - 2);
      if (isCrossed) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 0.6);
      next.push(cost);
    }
    beforeLast = last;
    last = next;
  }
  return last[meant.length] ?? 0;
}
