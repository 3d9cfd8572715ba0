const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('_', ' ').toLocaleLowerCase();

/** Those that begin with what is typed, then those with a word that does, then those that hold it; all of them for nothing typed. */
export function matchOptions(options: readonly string[], typed: string): readonly string[] {
  const wanted = fold(typed.trim());
  if (wanted === '') return options;
  const ranks: string[][] = [[], [], []];
  for (const option of options) {
    const at = fold(option).indexOf(wanted);
    if (at < 0) continue;
    const isWord = fold(option)
      .split(/[\s/-]+/)
      .some((word) => word.startsWith(wanted));
    ranks[at === 0 ? 0 : isWord ? 1 : 2]?.push(option);
  }
  return ranks.flat();
}
