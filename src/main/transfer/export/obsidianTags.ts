/** Obsidian takes letters, figures, "_", "-" and "/" in a tag, and something in it that is no figure. */
const illegal = /[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Join_Control}_/-]+/gu;

/** "two words" becomes "two-words", "2024" becomes "_2024". The same for names that differ in what can't be written alone. */
export function toObsidianTag(name: string): string {
  const bare = name
    .normalize('NFC')
    .replaceAll(illegal, '-')
    .replaceAll(/\/{2,}/g, '/')
    .replaceAll(/^[-/]+|[-/]+$/g, '');
  if (bare === '') return '_';
  return /^[\p{N}_/-]+$/u.test(bare) ? `_${bare}` : bare;
}

/** The tags for Obsidian, each once, and the names as the person writes them where those say more. */
export function toObsidianTags(names: readonly string[]): {
  readonly tags: readonly string[];
  readonly names: readonly string[] | null;
} {
  const tags = [...new Set(names.map(toObsidianTag))];
  const isSame = tags.length === names.length && tags.every((tag, index) => tag === names[index]);
  return { tags, names: isSame ? null : names };
}

/** The names again. A tag that was taken off since is off, and one that was added is there. */
export function fromObsidianTags(tags: readonly string[], names: readonly string[]): readonly string[] {
  return tags.flatMap((tag) => {
    const said = names.filter((name) => toObsidianTag(name) === tag);
    return said.length === 0 ? [tag] : said;
  });
}
